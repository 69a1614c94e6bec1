using System.Text;
using System.Xml.Linq;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests.Architecture;

/// <summary>The projects of src and what they depend on, read from their files and drawn for docs/architecture.md.</summary>
internal static class ProjectPicture
{
    private const string Begin = "<!-- drawn from the projects -->";
    private const string End = "<!-- end of drawing -->";

    /// <summary>Which project knows which, by name.</summary>
    public static IReadOnlyDictionary<string, Link[]> Links { get; } = Directory.GetFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
        .Where(file => Path.GetDirectoryName(Path.GetDirectoryName(file)) == Repository.PathOf("src"))
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), LinksOf);

    /// <summary>The page with the picture as it must be.</summary>
    public static string Drawn(string page)
    {
        var from = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        return page[..from] + "\n" + Mermaid() + page[page.IndexOf(End, StringComparison.Ordinal)..];
    }

    private static string Mermaid()
    {
        var text = new StringBuilder("```mermaid\nflowchart BT\n");
        foreach (var (project, links) in Links.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            text.Append($"  {Short(project)}\n");
            foreach (var link in links.OrderBy(link => link.To, StringComparer.Ordinal)) text.Append($"  {Short(project)} {(link.IsCode ? "-->" : "-.->")} {Short(link.To)}\n");
        }
        return text.Append("```\n").ToString();
    }

    private static string Short(string project) => project == "LogRegCourse" ? "Mathematics" : project["LogRegCourse.".Length..];

    private static Link[] LinksOf(string file) => [.. XElement.Load(file).Descendants("ProjectReference").Select(reference => new Link(
        Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')),
        reference.Attribute("ReferenceOutputAssembly")?.Value != "false"))];

    /// <summary>IsCode: its code is called. Otherwise it is only built with, and started or loaded later.</summary>
    internal sealed record Link(string To, bool IsCode);
}
