using System.Text;

namespace LogRegCourse.App.Grading;

/// <summary>Tables as text. A field that a spreadsheet would take for a formula gets an apostrophe in front.</summary>
internal static class Csv
{
    public static string Write(IEnumerable<IReadOnlyList<string?>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows) text.AppendJoin(',', row.Select(Field)).Append("\r\n");
        return text.ToString();
    }

    private static string Field(string? value)
    {
        value ??= "";
        // Also behind spaces, and where the whole sign of another script stands for the same.
        if (value.TrimStart() is [var first, ..] && first is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' || value.StartsWith('\t') || value.StartsWith('\r')) value = "'" + value;
        return value.AsSpan().IndexOfAny(",\"\r\n;") < 0 ? value : $"\"{value.Replace("\"", "\"\"")}\"";
    }
}
