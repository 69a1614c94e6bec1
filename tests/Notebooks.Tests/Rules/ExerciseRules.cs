using System.Text.RegularExpressions;
using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Rules;

/// <summary>What belongs to each exercise.</summary>
internal static partial class ExerciseRules
{
    private const int Fewest = 3;

    /// <summary>Numbers of the exercises of a lesson, such as "3.2".</summary>
    public static IEnumerable<string> Numbers(Lesson lesson) =>
        lesson.Code.Select(cell => ExerciseId().Match(cell.Id)).Where(match => match.Success).Select(match => $"{match.Groups[1]}.{match.Groups[2]}");

    /// <summary>Numbers of the solutions in a text, such as "3.2".</summary>
    public static IEnumerable<string> Solved(string solutions) => SolutionHead().Matches(solutions).Select(match => match.Groups[1].Value);

    public static IEnumerable<string> Cells(Lesson lesson)
    {
        for (var i = 0; i < lesson.Cells.Count; i++)
        {
            var match = ExerciseId().Match(lesson.Cells[i].Id);
            if (!match.Success) continue;
            var number = $"{match.Groups[1]}.{match.Groups[2]}";
            var tail = $"{match.Groups[1]}-{match.Groups[2]}";
            if (match.Groups[1].Value != lesson.Number) yield return $"{number}: belongs to another lesson";
            var task = lesson.Cells.ElementAtOrDefault(i - 1);
            if (task?.Id != "task-" + tail) yield return $"{number}: the cell before must be task-{tail}";
            else if (((string[])["**Input**", "**Goal**", "**Example**"]).Any(word => !task.Source.Contains(word, StringComparison.Ordinal)))
                yield return $"{number}: the task must have Input, Goal and Example in bold";
            var check = lesson.Cells.ElementAtOrDefault(i + 1);
            if (check?.Id != "check-" + tail) yield return $"{number}: the cell behind must be check-{tail}";
            else if (!check.Source.Contains($"\"{number}\"", StringComparison.Ordinal)) yield return $"{number}: its check cell checks another exercise";
        }
    }

    public static IEnumerable<string> Count(Lesson lesson)
    {
        var count = Numbers(lesson).Count();
        if (count < Fewest && lesson.Number != "0") yield return $"{count} exercises, at least {Fewest} are asked for";
    }

    public static IEnumerable<string> Solutions(Lesson lesson, string solutions)
    {
        foreach (var number in Numbers(lesson).Except(Solved(solutions))) yield return $"{number}: has no solution";
        foreach (var number in Solved(solutions).Except(Numbers(lesson))) yield return $"{number}: is solved but not asked";
    }

    [GeneratedRegex("^exercise-([0-9]+[a-z]?)-([0-9]+)$")]
    private static partial Regex ExerciseId();

    [GeneratedRegex(@"^// exercise ([0-9]+[a-z]?\.[0-9]+)\s*$", RegexOptions.Multiline)]
    private static partial Regex SolutionHead();
}
