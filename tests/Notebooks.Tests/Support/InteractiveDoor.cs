using System.Diagnostics;
using LogRegCourse.Testing;

namespace LogRegCourse.Notebooks.Tests.Support;

/// <summary>
/// The last .NET Interactive, driven by nbconvert. Plotly.NET 6.0.0 needs a newer FSharp.Core than the tool was released
/// with, so that one is laid over its own.
/// </summary>
public sealed class InteractiveDoor : Door
{
    private const string Version = "1.0.712001";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);
    private readonly CourseCopy _course = CourseCopy.OfAllLessons();
    private readonly Lazy<Task<string>> _tool = new(InstallAsync);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _course.Dispose();
    }

    protected override async Task<string> RunAsync(string lesson)
    {
        var notebook = _course.PathOf(lesson);
        var start = new ProcessStartInfo(
            OptionalTool.Require("jupyter"),
            ["nbconvert", "--to", "notebook", "--inplace", "--execute", "--allow-errors", $"--ExecutePreprocessor.timeout={Limit.TotalSeconds:F0}", notebook])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        JupyterKernel.MakeKnown(start, Path.Combine(_course.Root, "jupyter", lesson), [
            await _tool.Value, "jupyter", "--default-kernel", "csharp", "{connection_file}", "--http-port-range", Ports(lesson),
        ]);
        start.Environment["LOGREGCOURSE_PROGRESS"] = "off";
        var (exitCode, printed) = await RunAsync(start);
        Assert.True(exitCode == 0, printed);
        return notebook;
    }

    // A range for each lesson: two kernels that start together would choose the same free port, and one of them die of it.
    private static string Ports(string lesson)
    {
        var first = 2048 + 50 * Lesson.All.TakeWhile(other => other.Name != lesson).Count();
        return $"{first}-{first + 49}";
    }

    /// <summary>The tool, installed among the build's own files, once for all test runs.</summary>
    private static async Task<string> InstallAsync()
    {
        var folder = Repository.PathOf("artifacts", "dotnet-interactive", Version);
        var tool = Path.Combine(folder, OperatingSystem.IsWindows() ? "dotnet-interactive.exe" : "dotnet-interactive");
        if (!File.Exists(tool)) await InstallAsync(folder);
        const string FSharp = "FSharp.Core.dll";
        foreach (var old in Directory.EnumerateFiles(folder, FSharp, SearchOption.AllDirectories)) File.Copy(Path.Combine(AppContext.BaseDirectory, FSharp), old, overwrite: true);
        return tool;
    }

    private static async Task InstallAsync(string folder)
    {
        var start = new ProcessStartInfo(
            OptionalTool.Require("dotnet"), ["tool", "install", "Microsoft.dotnet-interactive", "--version", Version, "--tool-path", folder])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        var (exitCode, printed) = await RunAsync(start);
        if (exitCode != 0) OptionalTool.Missing($".NET Interactive {Version} ({printed.Trim()})");
    }

    private static async Task<(int ExitCode, string Printed)> RunAsync(ProcessStartInfo start)
    {
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_INTERACTIVE_SKIP_FIRST_TIME_EXPERIENCE"] = "1";
        using var process = Process.Start(start)!;
        var complained = process.StandardError.ReadToEndAsync();
        var printed = await process.StandardOutput.ReadToEndAsync() + await complained;
        await process.WaitForExitAsync();
        return (process.ExitCode, printed);
    }
}
