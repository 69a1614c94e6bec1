using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Rules;

/// <summary>Prose in small portions and enough of it.</summary>
internal static class ProseRules
{
    private const int LongestCell = 120;
    private const double LeastPerCodeLine = 12;
    private const double MostPerCodeLine = 25;

    public static IEnumerable<string> Length(Lesson lesson) => lesson.Prose
        .Select(cell => (cell.Id, Words: Prose.Words(cell.Source)))
        .Where(cell => cell.Words > LongestCell)
        .Select(cell => $"{cell.Id}: {cell.Words} words, at most {LongestCell} are allowed");

    public static IEnumerable<string> Density(Lesson lesson)
    {
        var lines = lesson.Code.Where(cell => !cell.IsShared && !cell.IsPrediction).Sum(cell => cell.CodeLines);
        var words = lesson.Prose.Sum(cell => Prose.Words(cell.Source));
        var density = (double)words / lines;
        if (density is < LeastPerCodeLine or > MostPerCodeLine)
            yield return FormattableString.Invariant($"{words} words for {lines} lines of code: {density:F1} a line, from {LeastPerCodeLine} to {MostPerCodeLine} are allowed");
    }

    public static IEnumerable<string> BetweenCode(Lesson lesson) => lesson.Cells.Zip(lesson.Cells.Skip(1))
        .Where(pair => pair.First.IsCode && pair.Second.IsCode && !pair.First.IsPrediction && !pair.Second.Id.StartsWith("check-", StringComparison.Ordinal))
        .Select(pair => $"{pair.Second.Id}: follows a code cell without a sentence between them");

    public static IEnumerable<string> Title(Lesson lesson)
    {
        var title = $"# {lesson.Number}. ";
        if (lesson.Cells.Count == 0 || lesson.Cells[0].IsCode || !lesson.Cells[0].Source.StartsWith(title, StringComparison.Ordinal))
            yield return $"the first cell must begin with `{title}`";
    }

    public static IEnumerable<string> Link(Lesson lesson, string? next)
    {
        if (next is not null && (lesson.Cells[^1].IsCode || !lesson.Cells[^1].Source.Contains($"]({next}.ipynb)", StringComparison.Ordinal)))
            yield return $"the last cell must link to {next}.ipynb";
    }
}
