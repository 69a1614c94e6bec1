using System.Collections;
using System.Net;
using System.Text;

namespace LogRegCourse.Kernel.Display;

/// <summary>The HTML of a value that brings no formatter of its own: text, a list, a table, a tree of properties.</summary>
internal static class HtmlText
{
    private const int MaxDepth = 4;

    /// <summary>The HTML of a value, bounded in length and depth. Class names are those of .NET Interactive.</summary>
    public static string Of(object? value) =>
        Inner(value, 0, out var isText) is var html && isText ? $"<div class=\"dni-plaintext\"><pre>{html}</pre></div>" : html;

    private static string Inner(object? value, int depth, out bool isText)
    {
        isText = false;
        if (value is not null && FormatterSources.For(value.GetType())?.Format(value, MimeBundle.Html) is { } own) return own;
        if (Members.IsScalar(value) || (value is not IEnumerable && !DataTables.Is(value!) && !Members.Of(value!).Any()))
        {
            isText = true;
            return Encode(PlainText.Of(value));
        }
        if (DataTables.Is(value!) && depth < MaxDepth) return SequenceTable(DataTables.Rows(value!), DataTables.Count(value!), depth);
        if (value is IDictionary dictionary && depth < MaxDepth)
            return Table(["<i>key</i>", "value"], Rows(Members.Entries(dictionary), depth)) + More(dictionary.Count > Members.MaxItems, dictionary.Count);
        if (value is IEnumerable sequence and not string && depth < MaxDepth && !IsListOfScalars(sequence)) return SequenceTable(Rows(sequence), Members.CountOf(sequence), depth);
        isText = value is IEnumerable || depth >= MaxDepth;
        return isText ? Encode(PlainText.Of(value)) : Tree(value!, depth);
    }

    private static bool IsListOfScalars(IEnumerable sequence) => sequence.Cast<object?>().Take(Members.MaxItems).All(Members.IsScalar);

    private static List<List<(string Name, object? Value)>> Rows(IEnumerable sequence) =>
        [.. sequence.Cast<object?>().Take(Members.MaxItems + 1).Select(item => item is not IEnumerable && !Members.IsScalar(item) && FormatterSources.For(item!.GetType()) is null && Members.Of(item).ToList() is { Count: > 0 } members ? members : [("value", item)])];

    private static string SequenceTable(List<List<(string Name, object? Value)>> all, int? count, int depth)
    {
        var rows = all.Take(Members.MaxItems).ToList();
        var columns = rows.SelectMany(row => row.Select(member => member.Name)).Distinct().ToList();
        var cells = rows.Select((row, index) => columns
            .Select(column => row.FirstOrDefault(member => member.Name == column) is { Name: not null } member ? Cell(member.Value, depth) : "")
            .Prepend(index.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return Table(columns.Select(Encode).Prepend("<i>index</i>"), cells) + More(all.Count > Members.MaxItems, count);
    }

    private static string More(bool isCut, int? count) => isCut ? $"<div>{Members.More(count)}</div>" : "";

    private static IEnumerable<IEnumerable<string>> Rows(IEnumerable<(object Key, object? Value)> entries, int depth) =>
        entries.Take(Members.MaxItems).Select(entry => (IEnumerable<string>)[Cell(entry.Key, depth), Cell(entry.Value, depth)]);

    private static string Tree(object value, int depth)
    {
        var summary = Encode(Members.HasOwnToString(value) ? Members.TextOf(value) : Members.TypeName(value.GetType()));
        var rows = Members.Of(value).Select(member => (IEnumerable<string>)[Encode(member.Name), Cell(member.Value, depth)]);
        var open = depth == 0 ? " open=\"open\"" : "";
        return $"<details{open} class=\"dni-treeview\"><summary><span class=\"dni-code-hint\"><code>{summary}</code></span></summary><div>{Table([], rows)}</div></details>";
    }

    private static string Cell(object? value, int depth) => Inner(value, depth + 1, out _);

    private static string Table(IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        var html = new StringBuilder("<table>");
        var names = string.Concat(header.Select(name => $"<th>{name}</th>"));
        if (names.Length > 0) html.Append("<thead><tr>").Append(names).Append("</tr></thead>");
        html.Append("<tbody>");
        foreach (var row in rows) html.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{cell}</td>")).Append("</tr>");
        return html.Append("</tbody></table>").ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
