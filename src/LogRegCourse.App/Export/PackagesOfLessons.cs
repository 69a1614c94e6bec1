using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LogRegCourse.App.Kernels;
using LogRegCourse.App.Running;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.App.Export;

/// <summary>A library of a package, and where a site has it.</summary>
internal sealed record PackageLibrary(string Package, string Version, string Path)
{
    public string Address => $"packages/{Package.ToLowerInvariant()}/{Version}/{System.IO.Path.GetFileName(Path)}";
}

/// <summary>The packages that lessons name in <c>#r "nuget: ..."</c>, with all that they need.</summary>
internal static partial class PackagesOfLessons
{
    /// <summary>An extension of .NET Interactive that makes charts show themselves, which this course's kernels do.</summary>
    private const string NotNeeded = "Plotly.NET.Interactive";

    /// <summary>Restores them, in the versions that the lessons name.</summary>
    /// <exception cref="UsageException">A package could not be had.</exception>
    public static IReadOnlyList<PackageLibrary> Restore(IEnumerable<Notebook> lessons)
    {
        var named = lessons.SelectMany(lesson => lesson.Cells.OfType<CodeCell>()).SelectMany(cell => Line().Matches(cell.Source))
            .Select(line => (Name: line.Groups["name"].Value, Version: line.Groups["version"].Value)).Where(package => package.Name != NotNeeded).Distinct().ToList();
        if (named.Count == 0) return [];
        var folder = Directory.CreateTempSubdirectory("logregcourse-packages-");
        try
        {
            var project = Path.Combine(folder.FullName, "packages.csproj");
            File.WriteAllText(project, Project(named));
            using var restore = Process.Start(new ProcessStartInfo(KernelLaunch.Dotnet, ["restore", project, "-nologo", "-v:minimal"]) { RedirectStandardOutput = true, WorkingDirectory = folder.FullName })!;
            var printed = restore.StandardOutput.ReadToEnd();
            restore.WaitForExit();
            if (restore.ExitCode != 0) throw new UsageException($"The packages of the lessons could not be had: {printed.Trim()}");
            return Libraries(Path.Combine(folder.FullName, "obj", "project.assets.json"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Project(IEnumerable<(string Name, string Version)> named) => new XElement("Project",
        new XAttribute("Sdk", "Microsoft.NET.Sdk"),
        new XElement("PropertyGroup", new XElement("TargetFramework", $"net{Environment.Version.Major}.{Environment.Version.Minor}"), new XElement("NuGetAudit", false)),
        new XElement("ItemGroup", named.Select(package => new XElement("PackageReference", new XAttribute("Include", package.Name), new XAttribute("Version", $"[{package.Version}]"))))).ToString();

    private static List<PackageLibrary> Libraries(string assetsFile)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(assetsFile));
        var root = document.RootElement;
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        List<PackageLibrary> libraries = [];
        foreach (var package in root.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject())
        {
            if (!package.Value.TryGetProperty("runtime", out var files)) continue;
            var relative = root.GetProperty("libraries").GetProperty(package.Name).GetProperty("path").GetString()!;
            var folder = folders.Select(parent => Path.Combine(parent, relative)).First(Directory.Exists);
            var name = package.Name.Split('/');
            libraries.AddRange(files.EnumerateObject().Where(file => file.Name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)).Select(file => new PackageLibrary(name[0], name[1], Path.Combine(folder, file.Name))));
        }
        return libraries;
    }

    [GeneratedRegex("""^\s*#r\s+"nuget:\s*(?<name>[\w.\-]+)\s*,\s*(?<version>[\w.\-+]+)\s*"[^\n]*$""", RegexOptions.Multiline)]
    private static partial Regex Line();
}
