using System.Text.Json;
using System.Text.RegularExpressions;
using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Rules;

/// <summary>The file itself, so that diffs are readable and every door knows what it opens.</summary>
internal static partial class FileRules
{
    private const string Metadata = """
        {"kernelspec":{"display_name":".NET (C#)","language":"C#","name":".net-csharp"},
         "language_info":{"file_extension":".cs","mimetype":"text/x-csharp","name":"C#","pygments_lexer":"csharp","version":"14.0"},
         "polyglot_notebook":{"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":[],"languageName":"csharp","name":"csharp"}]}}}
        """;

    public static IEnumerable<string> Form(byte[] file)
    {
        if (!CanonicalJson.Rewrite(file).AsSpan().SequenceEqual(file)) yield return "is not in canonical form";
        using var notebook = JsonDocument.Parse(file);
        var root = notebook.RootElement;
        if ((root.GetProperty("nbformat").GetInt32(), root.GetProperty("nbformat_minor").GetInt32()) != (4, 5)) yield return "is not nbformat 4.5";
        if (!JsonElement.DeepEquals(root.GetProperty("metadata"), JsonElement.Parse(Metadata))) yield return "has other notebook metadata";
        foreach (var cell in root.GetProperty("cells").EnumerateArray())
            if (cell.GetProperty("cell_type").GetString() == "code")
                foreach (var problem in CodeCell(cell)) yield return $"{cell.GetProperty("id")}: {problem}";
    }

    public static IEnumerable<string> Ids(Lesson lesson)
    {
        foreach (var id in lesson.Cells.Select(cell => cell.Id).GroupBy(id => id).Where(same => same.Count() > 1)) yield return $"{id.Key}: the id is used twice";
        foreach (var cell in lesson.Cells)
            if (!KebabCase().IsMatch(cell.Id)) yield return $"{cell.Id}: an id is words in small letters with dashes";
    }

    private static IEnumerable<string> CodeCell(JsonElement cell)
    {
        if (cell.GetProperty("outputs").GetArrayLength() > 0) yield return "has outputs";
        if (cell.GetProperty("execution_count").ValueKind != JsonValueKind.Null) yield return "has an execution count";
        if (!cell.GetProperty("metadata").TryGetProperty("polyglot_notebook", out var polyglot) || polyglot.GetProperty("kernelName").GetString() != "csharp")
            yield return "does not name its kernel";
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();
}
