using System.Diagnostics;
using LogRegCourse.App.Kernels;
using LogRegCourse.App.Running;

namespace LogRegCourse.App.Export;

/// <summary>The program that runs lessons in a browser, built when a site is written: nothing else of the course needs it.</summary>
internal static class BrowserRuntime
{
    /// <summary>Libraries of the runtime that are not for cells: the kernel's own, and the way to the page's scripts.</summary>
    private static readonly string[] NotForCells = ["LogRegCourse.", "Microsoft.CodeAnalysis", "Markdig", "System.Runtime.InteropServices.JavaScript"];

    /// <summary>Builds it from the course's sources.</summary>
    /// <returns>The folder with dotnet.js and all that it loads.</returns>
    /// <exception cref="UsageException">It could not be built; the sentence says why.</exception>
    public static string Build(CourseFolder course)
    {
        var project = Path.Combine(course.Root, "src", "LogRegCourse.Browser", "LogRegCourse.Browser.csproj");
        if (!File.Exists(project)) throw new UsageException("A site that runs its lessons is built from the course's sources, which are not here: write pages to read with  export --static.");
        var start = new ProcessStartInfo(KernelLaunch.Dotnet, ["build", project, "-c", "Release", "-v", "quiet", "-nologo"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        // This program may itself run under `dotnet run`, whose settings are not the build's.
        start.Environment.Remove("MSBuildSDKsPath");
        using var build = Process.Start(start)!;
        var complained = build.StandardError.ReadToEndAsync();
        var printed = build.StandardOutput.ReadToEnd() + complained.Result;
        build.WaitForExit();
        if (build.ExitCode != 0) throw new UsageException($"The part that runs in a browser could not be built: {printed.Trim()}");
        return Path.Combine(course.Root, "artifacts", "bin", "LogRegCourse.Browser", "release", "wwwroot", "_framework");
    }

    /// <summary>The framework's libraries among its files that cells may use.</summary>
    public static IEnumerable<string> Libraries(string folder) =>
        Directory.EnumerateFiles(folder, "*.dll").Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => !NotForCells.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))).Order(StringComparer.Ordinal);
}
