using System.Reactive.Subjects;
using System.Text;
using LogRegCourse.KernelProcess;
using LogRegCourse.KernelProcess.Session;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Connection;
using Microsoft.Win32.SafeHandles;

namespace LogRegCourse.Polyglot;

/// <summary>
/// The door for Polyglot Notebooks: the kernel behind .NET Interactive's own protocol, lines of JSON on the standard
/// streams, as VS Code's extension speaks it.
/// </summary>
internal static class PolyglotDoor
{
    /// <summary>Serves until the extension closes its end.</summary>
    public static async Task ServeAsync()
    {
        // Taken before a cell can print: what Console writes from then on is the student's.
        var events = new StreamWriter(OpenOutput(), new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
        using var commands = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        var (session, work) = WarmStart.Begin(() => { });

        using var root = new CompositeKernel();
        root.Add(new CSharpCells(session, work).UseValueSharing(), ["c#", "C#"]);
        root.Add(new HtmlKernel());
        root.Add(new KeyValueStoreKernel());
        root.DefaultKernelName = "csharp";

        using var lines = new Subject<string>();
        // Events come from several threads, and a line must leave in one piece.
        var sender = new KernelCommandAndEventSender((line, _) =>
        {
            lock (events) events.WriteLine(line);
            return Task.CompletedTask;
        }, KernelHost.CreateHostUri("stdio"));
        using var host = root.UseHost(sender, KernelCommandAndEventReceiver.FromObservable(lines), KernelHost.CreateHostUriForCurrentProcessId());
        root.UseQuitCommand(() =>
        {
            KernelEnd.Now();
            return Task.CompletedTask;
        });
        await AddFrontEndAsync(root, host);
        await host.ConnectAsync();
        while (await commands.ReadLineAsync() is { } line)
            if (line.Length > 0) lines.OnNext(line);
    }

    // On Unix the console's own stream takes the lock of Console.Out, which a printing cell holds while it waits for us.
    private static Stream OpenOutput() =>
        OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);

    /// <summary>What the extension does for kernels: it asks the student, and runs scripts in the page.</summary>
    private static async Task AddFrontEndAsync(CompositeKernel root, KernelHost host)
    {
        var vscode = await host.ConnectProxyKernelOnDefaultConnectorAsync("vscode", new Uri("kernel://vscode"), ["frontend"]);
        vscode.KernelSpecifierDirective.Hidden = true;
        foreach (var command in new[] { typeof(RequestInput), typeof(RequestInputs), typeof(SendEditableCode) })
        {
            vscode.KernelInfo.SupportedKernelCommands.Add(new(command.Name));
            root.SetDefaultTargetKernelNameForCommand(command, "vscode");
        }
        var page = await host.ConnectProxyKernelOnDefaultConnectorAsync("javascript", new Uri("kernel://webview/javascript"), ["js"]);
        foreach (var command in new[] { nameof(SubmitCode), nameof(RequestValue), nameof(RequestValueInfos), nameof(SendValue) })
            page.KernelInfo.SupportedKernelCommands.Add(new(command));
        page.UseValueSharing();
    }
}
