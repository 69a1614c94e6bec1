using System.Text.Json;
using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Rules;

/// <summary>What belongs to each figure. Whether a cell is one is known when it has run.</summary>
internal static class FigureRules
{
    public static IEnumerable<string> Texts(string lesson, IReadOnlyList<ExecutedCell> cells)
    {
        var count = 0;
        for (var i = 0; i < cells.Count; i++)
        {
            var (cell, isFigure) = (cells[i].Cell, cells[i].Figure is not null);
            if (isFigure == string.IsNullOrWhiteSpace(cell.Alt))
                yield return isFigure ? $"{cell.Id}: has no alt text" : $"{cell.Id}: has an alt text but is no figure";
            if (!isFigure) continue;
            var caption = $"**Figure {lesson}.{++count}.**";
            var next = cells.ElementAtOrDefault(i + 1)?.Cell;
            if (next is not { IsCode: false } || !next.Source.StartsWith(caption, StringComparison.Ordinal))
                yield return $"{cell.Id}: the next cell must begin with {caption}";
        }
    }

    public static IEnumerable<string> Axes(IReadOnlyList<ExecutedCell> cells) => cells
        .Where(cell => cell.Figure is not null)
        .SelectMany(cell => UntitledAxes(cell.Figure!.Value).Select(axis => $"{cell.Cell.Id}: {axis} has no title"));

    private static IEnumerable<string> UntitledAxes(JsonElement figure)
    {
        var layout = figure.GetProperty("layout");
        foreach (var trace in figure.GetProperty("data").EnumerateArray())
        {
            var isInSpace = trace.GetProperty("type").GetString() is "surface" or "scatter3d";
            var scene = isInSpace ? Member(layout, Name(trace, "scene", "scene")) : layout;
            foreach (var letter in isInSpace ? "xyz" : "xy")
            {
                // A trace on the second axis says "x2", and the layout calls that axis "xaxis2".
                var axis = $"{letter}axis" + (isInSpace ? "" : Name(trace, $"{letter}axis", "x")[1..]);
                if (!HasTitle(Member(scene, axis))) yield return axis;
            }
        }
    }

    private static bool HasTitle(JsonElement? axis) => Member(axis, "title") is { } title
        && (title.ValueKind == JsonValueKind.String ? title : Member(title, "text")) is { ValueKind: JsonValueKind.String } text
        && !string.IsNullOrWhiteSpace(text.GetString());

    private static string Name(JsonElement trace, string member, string otherwise) => Member(trace, member)?.GetString() ?? otherwise;

    private static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out var member) ? member : null;
}
