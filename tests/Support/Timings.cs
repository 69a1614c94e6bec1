using System.Text.Json;
using System.Text.RegularExpressions;

namespace LogRegCourse.Notebooks.Tests.Support;

/// <summary>What a stopwatch measured is another number in each run.</summary>
internal static partial class Timings
{
    /// <summary>A line that a cell showed, with its numbers blotted out where the cell has a stopwatch.</summary>
    public static string Hidden(JsonElement cell, string line) =>
        Cell.Text(cell.GetProperty("source")).Contains("Stopwatch", StringComparison.Ordinal) ? Number().Replace(line, " #") : line;

    // With the blanks before it, which right-align a column of whatever width.
    [GeneratedRegex(@"\s*\d+(\.\d+)?(E[+-]?\d+)?")]
    private static partial Regex Number();
}
