using System.Diagnostics;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests.Commands;

/// <summary>The program as it was built, started as a user starts it.</summary>
internal static class BuiltApp
{
    /// <summary>debug or release, as this test program was built.</summary>
    private static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Name;

    private static string Assembly { get; } = Repository.PathOf("artifacts", "bin", "LogRegCourse.App", Configuration, "LogRegCourse.App.dll");

    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string folder, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. words])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var app = Process.Start(start)!;
        var output = app.StandardOutput.ReadToEndAsync();
        var error = app.StandardError.ReadToEndAsync();
        await app.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (app.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }
}
