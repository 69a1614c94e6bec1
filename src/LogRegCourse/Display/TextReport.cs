using System.Text;

namespace LogRegCourse;

/// <summary>A report as text in a fixed-width font.</summary>
internal static class TextReport
{
    public static string Render(Report report)
    {
        var text = new StringBuilder(report.Title);
        foreach (var table in report.Tables) Append(text.Length > 0 ? text.AppendLine() : text, table);
        if (report.Notes.Count > 0) text.AppendLine();
        return text.AppendJoin(Environment.NewLine, report.Notes).ToString().TrimEnd();
    }

    private static void Append(StringBuilder text, ReportTable table)
    {
        var columns = Enumerable.Range(0, table.Header.Count).ToArray();
        var width = columns.Select(j => table.Rows.Select(row => row[j].Length).Append(table.Header[j].Length).Max()).ToArray();
        var numeric = columns.Select(table.IsNumeric).ToArray();
        AppendLine(table.Header);
        foreach (var row in table.Rows) AppendLine(row);

        void AppendLine(IReadOnlyList<string> cells) =>
            text.AppendLine(string.Join("  ", columns.Select(j => numeric[j] ? cells[j].PadLeft(width[j]) : cells[j].PadRight(width[j]))).TrimEnd());
    }
}
