using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LogRegCourse.Kernel.Jupyter;

/// <summary>
/// Makes the copy of the kernel that Jupyter starts: compiled ahead of time (ReadyToRun), which halves its start, and apart
/// from the build's folders, which a later build would pull from under a running notebook.
/// </summary>
internal static class KernelPublish
{
    /// <summary>Where the copy lies: with this user's data, or, for all users of a machine, under the prefix.</summary>
    public static string FolderUnder(string? prefix) => Path.Combine(
        prefix is null ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create) : Path.Combine(Path.GetFullPath(prefix), "share"),
        "LogRegCourse",
        "kernel");

    /// <summary>Publishes the kernel from its sources; a kernel without sources near it is a published one already.</summary>
    /// <returns>The folder with the kernel to start.</returns>
    /// <exception cref="InvalidOperationException">It does not build.</exception>
    public static string To(string folder, TextWriter log)
    {
        if (ProjectFile() is not { } project) return AppContext.BaseDirectory;
        log.WriteLine("Compiling the kernel ahead of time; this takes about half a minute.");
        if (Publish(project, folder, readyToRun: true, out _)) return folder;
        log.WriteLine("The compiler for that (microsoft.netcore.app.crossgen2) could not be fetched; the kernel will start in about one second instead of half of one.");
        if (Publish(project, folder, readyToRun: false, out var printed)) return folder;
        throw new InvalidOperationException($"The kernel does not build:\n{printed}");
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
            var project = Path.Combine(at.FullName, "src", "LogRegCourse.Kernel", "LogRegCourse.Kernel.csproj");
            if (File.Exists(project)) return project;
        }
        return null;
    }
}
