using System.Diagnostics;

namespace LogRegCourse.App.Tests;

/// <summary>A program run to its end, with what it printed; its errors too where it failed.</summary>
internal static class Shell
{
    public static async Task<(int ExitCode, string Output)> RunAsync(string folder, Dictionary<string, string> environment, string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + (process.ExitCode == 0 ? "" : await error));
    }
}
