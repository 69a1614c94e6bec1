using System.ComponentModel;
using System.Diagnostics;

namespace LogRegCourse.App.Doctor;

/// <summary>Asks another program about itself.</summary>
internal static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <returns>What it printed, or null when it is not there, fails or does not answer.</returns>
    public static async Task<string?> AskAsync(string program, string[] arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(OnPath(program) ?? program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            using var process = Process.Start(start)!;
            // One that does not answer must not stay behind.
            await using var end = limit.Token.Register(() => process.Kill(entireProcessTree: true));
            _ = process.StandardError.ReadToEndAsync(limit.Token);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? output.Trim() : null;
        }
        catch (Exception e) when (e is Win32Exception || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>Scripts such as code.cmd are found on Windows only by their full name.</summary>
    private static string? OnPath(string program) =>
        !OperatingSystem.IsWindows() ? null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => (string[])[Path.Combine(folder, program + ".exe"), Path.Combine(folder, program + ".cmd")])
            .FirstOrDefault(File.Exists);
}
