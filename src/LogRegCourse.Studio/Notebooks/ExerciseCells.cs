using System.Text.RegularExpressions;

namespace LogRegCourse.Studio.Notebooks;

/// <summary>
/// Which cells belong to exercises, by their ids: "exercise-2b-1" holds the answer to exercise 2b.1, and "check-2b-1"
/// judges it. Other cells may begin with the same words, such as a lesson's "check-chart".
/// </summary>
internal static partial class ExerciseCells
{
    /// <summary>The exercise that a cell checks, such as "2b.1"; null where it checks none.</summary>
    public static string? CheckedBy(string cellId) =>
        Check().Match(cellId) is { Success: true } found ? $"{found.Groups["lesson"].Value}.{found.Groups["number"].Value}" : null;

    [GeneratedRegex("^check-(?<lesson>[0-9]+[a-z]?)-(?<number>[0-9]+)$")]
    private static partial Regex Check();
}
