using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using LogRegCourse.Notebooks.Tests.Support;
using LogRegCourse.Testing;

namespace LogRegCourse.Notebooks.Tests;

/// <summary>
/// The named stack: every lesson in the last .NET Interactive with Plotly.NET, cell by cell what our own kernel shows. It
/// writes plain values as HTML only, so of those the texts are compared, and of charts the figures in their scripts.
/// </summary>
[Collection(ExecutedCourseCollection.Name)]
public partial class InteractiveTests(ExecutedCourse course, InteractiveDoor interactive) : IClassFixture<InteractiveDoor>
{
    public static TheoryData<string> Names => Lesson.Names;

    [Theory, MemberData(nameof(Names))]
    public async Task DotNetInteractive_ShowsWhatRunShows(string lesson)
    {
        OptionalTool.Require("jupyter");
        OptionalTool.RequirePythonModule("nbconvert");
        var ours = CodeCells(course.Notebook(lesson));
        var theirs = CodeCells(await interactive.ExecutedAsync(lesson));
        Assert.Equal(ours.Select(cell => Shown(cell, cell)), ours.Zip(theirs, (our, their) => Shown(their, our)));
    }

    private static List<JsonElement> CodeCells(JsonElement notebook) =>
        [.. notebook.GetProperty("cells").EnumerateArray().Where(cell => cell.GetProperty("cell_type").GetString() == "code")];

    /// <summary>The cell's id and the text of what it showed; our own run of it tells what is a chart, and what a stopwatch measured.</summary>
    private static string Shown(JsonElement cell, JsonElement asRun)
    {
        var id = cell.GetProperty("id").GetString()!;
        var outputs = cell.GetProperty("outputs").EnumerateArray().ToList();
        if (outputs.Find(output => output.GetProperty("output_type").GetString() == "error") is { ValueKind: JsonValueKind.Object } error)
            return $"{id}: {error.GetProperty("evalue")} {string.Concat(outputs.Select(Text))}";
        // The setup cell says which packages it has loaded, each kernel in its own way.
        if (id == "setup") return id;
        if (ExecutedCell.Read(asRun).Figure is not null) return $"{id}: {string.Join('\n', outputs.Select(Figure))}";
        var text = string.Join('\n', outputs.Select(Text)).ReplaceLineEndings("\n");
        return $"{id}: {Timings.Hidden(Cell.Text(cell.GetProperty("source")), text)}";
    }

    private static string Text(JsonElement output)
    {
        if (output.TryGetProperty("text", out var stream)) return Cell.Text(stream);
        if (!output.TryGetProperty("data", out var data)) return "";
        if (data.TryGetProperty("text/plain", out var plain)) return Cell.Text(plain);
        return PlainValue().Match(Cell.Text(data.GetProperty("text/html"))) is { Success: true } value
            ? WebUtility.HtmlDecode(value.Groups["text"].Value)
            : Cell.Text(data.GetProperty("text/html"));
    }

    /// <summary>A chart's data and layout, each number in the same form.</summary>
    private static string Figure(JsonElement output)
    {
        var forms = output.GetProperty("data");
        if (forms.TryGetProperty("application/vnd.plotly.v1+json", out var figure)) return $"{Canonical(figure.GetProperty("data"))} {Canonical(figure.GetProperty("layout"))}";
        var script = ChartScript().Match(Cell.Text(forms.GetProperty("text/html")));
        return script.Success ? $"{Canonical(JsonElement.Parse(script.Groups["data"].Value))} {Canonical(JsonElement.Parse(script.Groups["layout"].Value))}" : Text(output);
    }

    private static string Canonical(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => $"{member.Name}:{Canonical(member.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Canonical))}]",
        JsonValueKind.Number => value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    [GeneratedRegex("""var data = (?<data>.*);\s*var layout = (?<layout>.*);\s*var config = """)]
    private static partial Regex ChartScript();

    [GeneratedRegex("^<div class=\"dni-plaintext\"><pre>(?<text>.*?)</pre></div>", RegexOptions.Singleline)]
    private static partial Regex PlainValue();
}
