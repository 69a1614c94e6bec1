using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using LogRegCourse.App.Running;
using LogRegCourse.App.Studio;
using Microsoft.Extensions.Hosting;

namespace LogRegCourse.App.Commands;

/// <summary><c>open</c>: the Studio, which is the course in a browser.</summary>
internal static class OpenCommand
{
    public static Command Create()
    {
        var lesson = new Argument<string?>("lesson") { Description = "A lesson by name or number; the contents when none is named.", Arity = ArgumentArity.ZeroOrOne };
        var noBrowser = new Option<bool>("--no-browser") { Description = "Print the address only." };
        var port = new Option<int>("--port")
        {
            Description = "The port to listen on; a free one when none is given.",
            HelpName = "N",
            CustomParser = ParsePort,
        };
        var command = new Command("open", "Opens the course in a browser.") { lesson, noBrowser, port };
        command.SetAction((words, cancel) => RunAsync(words.GetValue(lesson), !words.GetValue(noBrowser), words.GetValue(port), cancel));
        return command;
    }

    public static async Task<int> RunAsync(string? lesson, bool withBrowser, int port, CancellationToken cancel)
    {
        var course = CourseFolder.Find();
        var name = lesson is null ? null : NameOf(course.Lesson(lesson), course);
        var isChosen = port != 0;
        if (!isChosen) port = LastPort.Of(course) is { } last && IsFree(last) ? last : FreePort();
        var gate = new Gate(port);
        await using var app = StudioServer.Create(course, port, gate);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new UsageException($"Port {port} is taken or forbidden: leave --port out to get a free one.");
        }
        if (!isChosen) LastPort.Keep(course, port);
        // A terminal that is closed ends the Studio as Ctrl+C does: saved, and its kernels ended.
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            app.Lifetime.StopApplication();
        });
        var goal = name is null ? "" : $"&lesson={Uri.EscapeDataString(name)}";
        Console.WriteLine("The course is open at this address, for you alone, until you press Ctrl+C:");
        Console.WriteLine(gate.AddressWithToken + goal);
        using var opening = withBrowser ? OpeningFile.Write(course, port, gate.AddressForOnce() + goal) : null;
        if (opening is not null) OpenBrowser(opening.Path);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    private static string NameOf(string path, CourseFolder course) =>
        course.Lessons().Contains(path) ? Path.GetFileNameWithoutExtension(path)
        : throw new UsageException($"{CourseFolder.Shown(path)} is not one of the course's lessons: put it into {CourseFolder.Shown(course.Notebooks)} to open it.");

    private static int ParsePort(ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        if (int.TryParse(word, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort) return port;
        result.AddError($"--port needs a number from 1 to {IPEndPoint.MaxPort}, not \"{word}\"");
        return 0;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static void OpenBrowser(string page)
    {
        try
        {
            if (OperatingSystem.IsLinux()) Process.Start(new ProcessStartInfo("xdg-open", [page]) { RedirectStandardError = true, RedirectStandardOutput = true })?.Dispose();
            else Process.Start(new ProcessStartInfo(page) { UseShellExecute = true })?.Dispose();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No browser to be opened from here: the address stands above.
        }
    }
}
