using System.Text.RegularExpressions;
using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Rules;

/// <summary>What coverage.csv names must exist.</summary>
internal static partial class CoverageRules
{
    private const string Check = "check ";

    public static IEnumerable<string> Dead(IEnumerable<CoverageRow> rows, IReadOnlyList<Lesson> lessons, IReadOnlySet<string> tests)
    {
        var exercises = lessons.SelectMany(ExerciseRules.Numbers).ToHashSet();
        foreach (var row in rows)
        {
            if (!CoverageRow.Inventory.Contains(row.Row)) yield return $"{row.Row}: there is no such row";
            var lesson = lessons.FirstOrDefault(lesson => lesson.Name == row.Lesson);
            if (lesson is null) yield return $"{row.Row}: there is no lesson {row.Lesson}";
            else if (lesson.Cells.All(cell => cell.Id != row.Cell)) yield return $"{row.Row}: {row.Lesson} has no cell {row.Cell}";
            var exists = row.Test.StartsWith(Check, StringComparison.Ordinal) ? exercises.Contains(row.Test[Check.Length..]) : tests.Contains(row.Test);
            if (!exists) yield return $"{row.Row}: there is no {row.Test}";
        }
    }

    public static IEnumerable<string> Missing(IEnumerable<CoverageRow> rows) => CoverageRow.Inventory.Except(rows.Select(row => row.Row));

    /// <summary>Class.Method of every test in the files.</summary>
    public static IReadOnlySet<string> TestNames(IEnumerable<string> sources) => sources
        .SelectMany(source => TestMethod().Matches(source).Select(method => $"{ClassName().Match(source).Groups[1]}.{method.Groups[1]}"))
        .ToHashSet();

    [GeneratedRegex(@"^\s*public (?:sealed )?(?:partial )?class (\w+)", RegexOptions.Multiline)]
    private static partial Regex ClassName();

    [GeneratedRegex(@"\[(?:Fact|Theory)\b[^\n]*\n(?:\s*\[[^\n]*\n)*\s*public (?:async )?[\w<>]+ (\w+)\(")]
    private static partial Regex TestMethod();
}
