using System.Diagnostics;
using System.Text.RegularExpressions;
using LogRegCourse.App.Kernels;
using LogRegCourse.App.Running;

namespace LogRegCourse.App.Export;

/// <summary>The program that runs lessons in a browser, built when a site is written: nothing else of the course needs it.</summary>
internal static partial class BrowserRuntime
{
    /// <summary>Libraries of the runtime that are not for cells: the kernel's own, and the way to the page's scripts.</summary>
    private static readonly string[] NotForCells = ["LogRegCourse.", "Microsoft.CodeAnalysis", "Markdig", "System.Runtime.InteropServices.JavaScript"];

    // Neither the compiler nor most lessons call these: fetched when a cell does not compile, or stands still, without them.
    [GeneratedRegex(@"^(System\.Private\.Xml|System\.(Data|Transactions)\.|System\.Linq\.(AsyncEnumerable|Parallel|Queryable)|Microsoft\.(CSharp|Win32)|System\.ComponentModel\.(Annotations|TypeConverter)"
        + @"|System\.(Net|Formats|Security\.(AccessControl|Claims|Principal)|Resources\.Writer|Web)\.?|System\.IO\.(Pipes|MemoryMappedFiles|IsolatedStorage|FileSystem|Compression\.ZipFile)"
        + @"|System\.Diagnostics\.(TraceSource|Process|TextWriterTraceListener|FileVersionInfo)|System\.Reflection\.(DispatchProxy|Emit$)|System\.Threading\.(AccessControl|Channels)|System\.Runtime\.Serialization\.Formatters)")]
    private static partial Regex Later();

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

    /// <summary>The framework's libraries among its files that cells may use: those that are there from the start, or those that come later.</summary>
    public static IEnumerable<string> Libraries(string folder, bool isLater) =>
        Directory.EnumerateFiles(folder, "*.dll").Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => Later().IsMatch(name) == isLater && !NotForCells.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))).Order(StringComparer.Ordinal);
}
