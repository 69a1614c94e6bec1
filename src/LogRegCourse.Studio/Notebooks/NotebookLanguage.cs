using System.Text.Json;

namespace LogRegCourse.Studio.Notebooks;

/// <summary>Which language a notebook or a cell says it is written in.</summary>
internal static class NotebookLanguage
{
    // By the names of kernels and languages, in lower case.
    private static readonly Dictionary<string, string?> Names = new()
    {
        ["csharp"] = null,
        ["c#"] = null,
        [".net"] = null,
        ["polyglot-notebook"] = null,
        ["logregcourse-csharp"] = null,
        ["fsharp"] = "F#",
        ["f#"] = "F#",
        ["pwsh"] = "PowerShell",
        ["powershell"] = "PowerShell",
        ["python"] = "Python",
        ["ipython"] = "Python",
        ["javascript"] = "JavaScript",
        ["typescript"] = "TypeScript",
        ["html"] = "HTML",
        ["markdown"] = "Markdown",
        ["sql"] = "SQL",
        ["kql"] = "KQL",
        ["mermaid"] = "Mermaid",
        ["http"] = "HTTP",
        ["r"] = "R",
        ["julia"] = "Julia",
    };

    /// <summary>The language of a notebook's cells; null for C#, and where the file does not say.</summary>
    public static string? Of(Notebook notebook)
    {
        var metadata = notebook.Metadata;
        var said = Text(metadata, "polyglot_notebook", "kernelInfo", "defaultKernelName")
            ?? Suffix(Text(metadata, "kernelspec", "name"))
            ?? Text(metadata, "kernelspec", "language")
            ?? Text(metadata, "language_info", "name")
            ?? Text(metadata, "kernelspec", "name");
        return said is null ? null : Shown(said);
    }

    /// <summary>The kernel that a cell names in its own metadata; null where it names none, or C#.</summary>
    public static string? Of(Cell cell) =>
        (Text(cell.Metadata, "polyglot_notebook", "kernelName") ?? Text(cell.Metadata, "dotnet_interactive", "language")) is { } said && Shown(said) is not null ? said.ToLowerInvariant() : null;

    private static string? Shown(string said)
    {
        var name = said.ToLowerInvariant();
        if (Names.TryGetValue(name, out var known)) return known;
        // ir is R's kernel; python3 and julia-1.10 carry a version.
        var bare = name == "ir" ? "r" : name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '-');
        return Names.TryGetValue(bare, out known) ? known : said;
    }

    // .net-csharp, .net-fsharp, .net-powershell
    private static string? Suffix(string? kernel) => kernel?.StartsWith(".net-", StringComparison.OrdinalIgnoreCase) == true ? kernel[5..] : null;

    private static string? Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element)) return null;
        return element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text ? text : null;
    }
}
