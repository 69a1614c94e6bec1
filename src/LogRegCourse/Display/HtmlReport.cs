using System.Net;
using System.Text;

namespace LogRegCourse;

/// <summary>A report as plain HTML tables, which every front end styles as its own.</summary>
internal static class HtmlReport
{
    public static string Render(Report report)
    {
        var html = new StringBuilder("<div>");
        if (report.Title.Length > 0) html.Append("<p><strong>").Append(Encode(report.Title)).Append("</strong></p>");
        foreach (var table in report.Tables) Append(html, table);
        foreach (var note in report.Notes) html.Append("<p>").Append(Encode(note)).Append("</p>");
        return html.Append("</div>").ToString();
    }

    private static void Append(StringBuilder html, ReportTable table)
    {
        html.Append("<table><thead>");
        AppendRow(html, table, table.Header, "th");
        html.Append("</thead><tbody>");
        foreach (var row in table.Rows) AppendRow(html, table, row, "td");
        html.Append("</tbody></table>");
    }

    private static void AppendRow(StringBuilder html, ReportTable table, IReadOnlyList<string> cells, string tag)
    {
        html.Append("<tr>");
        for (var j = 0; j < cells.Count; j++)
        {
            var side = table.IsNumeric(j) ? "right" : "left";
            html.Append($"<{tag} style=\"text-align:{side}\">").Append(tag == "td" ? Number(cells[j]) : Encode(cells[j])).Append($"</{tag}>");
        }
        html.Append("</tr>");
    }

    /// <summary>A number as it is printed in books: a true minus, and powers of ten instead of an E.</summary>
    private static string Number(string cell)
    {
        if (!Digits.IsNumber(cell)) return Encode(cell);
        var parts = cell.Replace('-', '−').Split('E');
        var power = parts.Length == 1 ? "" : $"·10<sup>{parts[1].TrimStart('+').Replace("−0", "−", StringComparison.Ordinal).TrimStart('0')}</sup>";
        return Encode(parts[0]) + power;
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
