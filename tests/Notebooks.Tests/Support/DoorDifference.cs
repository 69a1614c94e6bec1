using System.Globalization;
using System.Text.Json;
using LogRegCourse.Testing;

namespace LogRegCourse.Notebooks.Tests.Support;

/// <summary>
/// The first place where an executed lesson shows something else than another copy of it. Every code cell counts with its
/// number and all its outputs: texts line by line, figures and other JSON value by value. Left out are the metadata of cells,
/// where Jupyter notes when each ran, and the numbers that a cell shows of a stopwatch.
/// </summary>
internal static class DoorDifference
{
    private const int LongestExcerpt = 160;
    private static readonly ShownLine End = new("", "", "");

    /// <returns>Lesson, door, cell and what differs, or null.</returns>
    public static string? Find(string lesson, string door, JsonElement run, JsonElement behindDoor) =>
        Lines(run).Append(End).Zip(Lines(behindDoor).Append(End))
            .Where(pair => pair.First != pair.Second)
            .Select(pair => $"{lesson}, {door}: {Sentence(pair.First, pair.Second)}").FirstOrDefault();

    private static string Sentence(ShownLine run, ShownLine other)
    {
        if (run.Cell != other.Cell || run.Place != other.Place) return $"{other} where run has {run}";
        var from = run.Text.Zip(other.Text).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"cell {run.Cell}, {run.Place} is {Excerpt(other.Text, from)}, but {Excerpt(run.Text, from)} by run";
    }

    private static string Excerpt(string text, int from)
    {
        var begin = Math.Max(0, Math.Min(from - LongestExcerpt / 2, text.Length - LongestExcerpt));
        return text.Length <= LongestExcerpt ? text : "…" + text.Substring(begin, LongestExcerpt) + "…";
    }

    private static IEnumerable<ShownLine> Lines(JsonElement notebook) =>
        from cell in notebook.GetProperty("cells").EnumerateArray()
        where cell.GetProperty("cell_type").GetString() == "code"
        let id = cell.GetProperty("id").GetString()!
        from line in Values(cell.GetProperty("execution_count"), "execution_count").Concat(cell.GetProperty("outputs").EnumerateArray().SelectMany((output, i) => Output(output, $"outputs[{i}]")))
        select new ShownLine(id, line.Place, Timings.Hidden(Cell.Text(cell.GetProperty("source")), line.Text));

    private static IEnumerable<(string Place, string Text)> Output(JsonElement output, string place) =>
        Members(output, place).SelectMany(member => member.Name switch
        {
            "text" => Text(member.Value, member.Place),
            "data" => Members(member.Value, member.Place).SelectMany(form => form.Name.EndsWith("json", StringComparison.Ordinal) ? Values(form.Value, form.Place) : Text(form.Value, form.Place)),
            _ => Values(member.Value, member.Place),
        });

    private static IEnumerable<(string Place, string Text)> Text(JsonElement text, string place) =>
        Cell.Text(text).Split('\n').Select((line, i) => ($"{place}, line {i + 1}", line));

    private static IEnumerable<(string Place, string Text)> Values(JsonElement value, string place) => value.ValueKind switch
    {
        JsonValueKind.Object => Members(value, place).SelectMany(member => Values(member.Value, member.Place)).DefaultIfEmpty((place, "{}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => Values(item, $"{place}[{i}]")).DefaultIfEmpty((place, "[]")),
        // Every door writes the same number in a form of its own: 1E-05 and 1e-05.
        JsonValueKind.Number => [(place, value.GetDouble().ToString("R", CultureInfo.InvariantCulture))],
        JsonValueKind.String => [(place, JsonSerializer.Serialize(value.GetString()))],
        _ => [(place, value.GetRawText())],
    };

    private static IEnumerable<(string Name, string Place, JsonElement Value)> Members(JsonElement value, string place) =>
        value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => (member.Name, $"{place}.{member.Name}", member.Value));

    private sealed record ShownLine(string Cell, string Place, string Text)
    {
        public override string ToString() => this == End ? "(the end)" : $"cell {Cell}, {Place} {Excerpt(Text, 0)}";
    }
}
