using System.Text.Json;
using System.Xml.Linq;
using LogRegCourse.Testing;

namespace LogRegCourse.KernelProcess.Tests.Support;

/// <summary>The packages of the lessons.</summary>
internal static class LessonPackages
{
    /// <summary>What the build fetches, with all that it depends on.</summary>
    public static IReadOnlyList<(string Name, string Version)> Fetched { get; } =
        [.. XElement.Load(Repository.PathOf("eng", "LessonPackages.props")).Descendants("PackageDownload")
            .Select(package => (package.Attribute("Include")!.Value, package.Attribute("Version")!.Value.Trim('[', ']')))];

    /// <summary>The lines by which a lesson's first cell asks for them.</summary>
    public static string Lines { get; } = string.Concat(
        JsonElement.Parse(File.ReadAllBytes(Repository.PathOf("notebooks", "00-start-here.ipynb"))).GetProperty("cells").EnumerateArray()
            .First(cell => cell.GetProperty("id").GetString() == "setup").GetProperty("source").EnumerateArray()
            .Select(line => line.GetString()!).Where(line => line.StartsWith("#r \"nuget:", StringComparison.Ordinal)));
}
