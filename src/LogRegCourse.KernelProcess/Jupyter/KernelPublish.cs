using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace LogRegCourse.KernelProcess.Jupyter;

/// <summary>
/// Makes the copy of the kernel that Jupyter starts: compiled ahead of time (ReadyToRun), which halves its start, and apart
/// from the build's folders, which a later build would pull from under a running notebook.
/// </summary>
internal static class KernelPublish
{
    /// <summary>Where the copies lie, each in a folder named by a number, for a running kernel's files must not be written
    /// over: with this user's data, or, for all users of a machine, under the prefix.</summary>
    public static string FolderUnder(string? prefix) => Path.Combine(
        prefix is null ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create) : Path.Combine(Path.GetFullPath(prefix), "share"),
        "LogRegCourse",
        "kernel");

    /// <summary>Publishes the kernel from its sources into a new folder below; a kernel without sources near it is a published one already.</summary>
    /// <returns>The folder with the kernel to start.</returns>
    /// <exception cref="InvalidOperationException">It does not build.</exception>
    public static string Below(string parent, TextWriter log)
    {
        if (ProjectFile() is not { } project) return AppContext.BaseDirectory;
        var folder = Enumerable.Range(1, int.MaxValue).Select(number => Path.Combine(parent, number.ToString(CultureInfo.InvariantCulture))).First(path => !Directory.Exists(path));
        log.WriteLine("Compiling the kernel ahead of time; this takes about half a minute.");
        if (Publish(project, folder, readyToRun: true, out _)) return folder;
        log.WriteLine("The compiler for that (microsoft.netcore.app.crossgen2) could not be fetched; the kernel will start in about one second instead of half of one.");
        if (Publish(project, folder, readyToRun: false, out var printed)) return folder;
        throw new InvalidOperationException($"The kernel does not build:\n{printed}");
    }

    /// <summary>Marks the copy in a folder as in use, until the answer is disposed or the process ends.</summary>
    public static IDisposable Hold(string folder) => new FileStream(Path.Combine(folder, KernelSpec.KernelFile), FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>Removes the copies but one and those in use, from which a running kernel may still load; a later install
    /// finds them again.</summary>
    public static void RemoveOthers(string parent, string? kept)
    {
        if (!Directory.Exists(parent)) return;
        foreach (var folder in Directory.EnumerateDirectories(parent).Where(folder => folder != kept))
        {
            try
            {
                if (!IsHeld(folder)) Directory.Delete(folder, recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It is somebody else's, or in use by what knows no Hold.
            }
        }
    }

    private static bool IsHeld(string folder)
    {
        var kernel = Path.Combine(folder, KernelSpec.KernelFile);
        if (!File.Exists(kernel)) return false;
        try
        {
            using var alone = new FileStream(kernel, FileMode.Open, FileAccess.Read, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static bool Publish(string project, string folder, bool readyToRun, out string printed)
    {
        List<string> arguments = ["publish", project, "-c", "Release", "-o", folder, "-nologo", "-v:quiet", "-nodeReuse:false"];
        if (readyToRun) arguments.AddRange(["-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-p:PublishReadyToRun=true"]);
        using var process = Process.Start(new ProcessStartInfo(DotnetHost.Path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var complained = process.StandardError.ReadToEndAsync();
        printed = process.StandardOutput.ReadToEnd() + complained.Result;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static string? ProjectFile()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var project = Path.Combine(at.FullName, "src", "LogRegCourse.KernelProcess", "LogRegCourse.KernelProcess.csproj");
            if (File.Exists(project)) return project;
        }
        return null;
    }
}
