using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LogRegCourse.Kernel.Scripting;

namespace LogRegCourse.Kernel.Display;

/// <summary>The text of a value that brings no formatter of its own.</summary>
internal static class PlainText
{
    private const int MaxDepth = 4;
    private const int MaxCharacters = 1_000_000;

    /// <summary>The text of a value, bounded in length and depth.</summary>
    public static string Of(object? value) => Of(value, 0);

    private static string Of(object? value, int depth) => value switch
    {
        null => "<null>",
        string text => Cut(text),
        _ when FormatterSources.For(value.GetType())?.Format(value, MimeBundle.Plain) is { } own => own,
        JsonNode or JsonElement => Cut(Members.TextOf(value)),
        JsonDocument document => Of(document.RootElement, depth),
        IFormattable formattable => Formatted(formattable),
        _ when DataTables.Is(value) => Sequence(DataTables.Rows(value).Select(row => $"{{ {string.Join(", ", row.Select(cell => $"{cell.Name} = {Of(cell.Value, depth + 1)}"))} }}"), DataTables.Count(value)),
        _ when Members.HasOwnToString(value) || depth >= MaxDepth => Members.TextOf(value),
        IDictionary dictionary => Sequence(Members.Entries(dictionary).Select(entry => $"{Of(entry.Key, depth + 1)}: {Of(entry.Value, depth + 1)}"), dictionary.Count),
        Array { Rank: 2 } matrix => Sequence(Enumerable.Range(0, matrix.GetLength(0)).Select(row =>
            Sequence(Enumerable.Range(0, matrix.GetLength(1)).Select(column => Of(matrix.GetValue(row + matrix.GetLowerBound(0), column + matrix.GetLowerBound(1)), depth + 1))))),
        IEnumerable sequence => Sequence(sequence.Cast<object?>().Select(item => Of(item, depth + 1)), Members.CountOf(sequence)),
        _ => Properties(value, depth),
    };

    private static string Cut(string text) => text.Length <= MaxCharacters
        ? text
        : string.Create(CultureInfo.InvariantCulture, $"{text[..MaxCharacters]}\n... ({text.Length - MaxCharacters:N0} more characters)");

    private static string Formatted(IFormattable value)
    {
        try
        {
            return value.ToString(null, CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is not CellStoppedException)
        {
            return $"({Members.TypeName(value.GetType())}.ToString() threw {Members.Thrown(error)})";
        }
    }

    private static string Sequence(IEnumerable<string> items, int? count = null)
    {
        var shown = items.Take(Members.MaxItems + 1).ToList();
        var more = shown.Count > Members.MaxItems ? $", {Members.More(count)}" : "";
        return "[ " + string.Join(", ", shown.Take(Members.MaxItems)) + more + " ]";
    }

    private static string Properties(object value, int depth)
    {
        var name = Members.TypeName(value.GetType());
        var lines = Members.Of(value).Select(member => $"    {member.Name}: {Of(member.Value, depth + 1)}");
        return string.Join('\n', lines.Prepend(name));
    }
}
