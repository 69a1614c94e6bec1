using System.Text.RegularExpressions;

namespace LogRegCourse.Testing;

/// <summary>What a stopwatch measured is another number in each run.</summary>
internal static partial class Timings
{
    /// <summary>Whether a cell with this source has a stopwatch.</summary>
    public static bool AreIn(string source) => source.Contains("Stopwatch", StringComparison.Ordinal);

    /// <summary>What a cell showed, with its numbers blotted out where the cell has a stopwatch.</summary>
    public static string Hidden(string source, string shown) => AreIn(source) ? Blotted(shown) : shown;

    /// <summary>A text with a mark in the place of each number.</summary>
    public static string Blotted(string text) => Number().Replace(text, " #");

    // With the blanks before it, which right-align a column of whatever width.
    [GeneratedRegex(@"\s*\d+(\.\d+)?(E[+-]\d+)?")]
    private static partial Regex Number();
}
