using System.Text;
using System.Text.RegularExpressions;
using LogRegCourse.App.Export;
using LogRegCourse.Studio.Notebooks;
using Microsoft.CodeAnalysis.CSharp;

namespace LogRegCourse.App.Programs;

/// <summary>
/// A lesson as one file that <c>dotnet run lesson.cs</c> runs: the prose as comments, the cells in order, results
/// printed and charts written beside it as pages.
/// </summary>
internal static partial class ProgramWriter
{
    // What a notebook imports by itself, besides what a project does.
    private static readonly string[] Imports = ["using System.Collections;", "using System.Text;", "using static NotebookOutput;"];

    /// <param name="name">The lesson's name, such as 01-why-the-sigmoid.</param>
    /// <param name="notebook">The lesson; its outputs do not matter.</param>
    /// <param name="toCourse">The way from the file's folder to the course's, with forward slashes.</param>
    public static string Write(string name, Notebook notebook, string toCourse)
    {
        var cells = notebook.Cells.Select(cell => (Cell: cell, Parts: cell is CodeCell ? CellParts.Of(cell.Source) : null)).ToList();
        var names = new NameVersions(cells.Select(cell => cell.Parts).OfType<CellParts>());
        var usings = Imports.Concat(cells.SelectMany(cell => cell.Parts?.Usings ?? [])).Distinct();
        var text = new StringBuilder();
        text.Append(
            $"""
            #!/usr/bin/env dotnet
            #:property PublishAot=false
            #:property Nullable=disable
            #:property WarningLevel=0
            #:property TreatWarningsAsErrors=false
            #:property EnforceCodeStyleInBuild=false
            #:property ManagePackageVersionsCentrally=false
            {string.Join('\n', cells.SelectMany(cell => Libraries(cell.Cell)).Prepend("LogRegCourse.Checks").Distinct().Select(library => $"#:project {toCourse}/src/{library}/{library}.csproj"))}
            {string.Join('\n', cells.SelectMany(cell => Packages(cell.Cell)))}

            // {name}, made from the notebook of that name. Run it with: dotnet run {name}.cs

            {string.Join('\n', usings)}

            NotebookOutput.Begin("{toCourse}/notebooks");

            """.ReplaceLineEndings("\n"));
        foreach (var (cell, parts) in cells)
        {
            var body = parts is null ? Prose(cell.Source) : parts.Statements(names.Of(parts));
            if (body.Length > 0) text.Append('\n').Append(body).Append('\n');
        }
        foreach (var type in cells.SelectMany(cell => cell.Parts?.Types ?? [])) text.Append('\n').Append(type).Append('\n');
        return text.Append('\n').Append(OutputClass(name)).ToString().ReplaceLineEndings("\n");
    }

    /// <summary>The packages that a cell names, without those that teach notebooks to show things.</summary>
    private static IEnumerable<string> Packages(Cell cell) =>
        from line in PackagePattern().Matches(cell is CodeCell ? cell.Source : "")
        where !line.Groups["name"].Value.EndsWith(".Interactive", StringComparison.Ordinal)
        select $"#:package {line.Groups["name"]}@{line.Groups["version"]}";

    /// <summary>The course's own libraries that a cell names, besides the mathematics, which each of them brings.</summary>
    private static IEnumerable<string> Libraries(Cell cell) => LibraryPattern().Matches(cell is CodeCell ? cell.Source : "").Select(line => line.Groups["name"].Value);

    /// <summary>The prose; a heading is printed too, so that what the program prints has an order.</summary>
    private static string Prose(string markdown)
    {
        var lines = markdown.TrimEnd().Split('\n');
        var comment = string.Join('\n', lines.Select(line => $"// {line}".TrimEnd()));
        return lines[0].StartsWith('#') ? $"{comment}\nNotebookOutput.Section({SymbolDisplay.FormatLiteral(lines[0].TrimStart('#', ' '), quote: true)});" : comment;
    }

    private static string OutputClass(string name)
    {
        using var resource = typeof(ProgramWriter).Assembly.GetManifestResourceStream("NotebookOutput.cs")!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd()
            .Replace("LESSON", name, StringComparison.Ordinal)
            .Replace("PLOTLY_SCRIPT", WebAssets.Built.Element("plotly.min.js", ""), StringComparison.Ordinal);
    }

    [GeneratedRegex("""^#r "nuget: *(?<name>[^",]+?) *, *(?<version>[^" ]+) *"$""", RegexOptions.Multiline)]
    private static partial Regex PackagePattern();

    [GeneratedRegex("""^#r "bin/(\w+/)?(?<name>LogRegCourse\.\w+)\.dll"$""", RegexOptions.Multiline)]
    private static partial Regex LibraryPattern();
}
