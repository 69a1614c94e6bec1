using LogRegCourse.App.Grading;
using LogRegCourse.App.Running;
using Spectre.Console;

namespace LogRegCourse.App.Commands;

/// <summary>Shows how far the grading is, and at its end what came of it.</summary>
internal static class GradeDisplay
{
    private const int MostShown = 5;

    public delegate Task<IReadOnlyList<GradedLesson>> Work(Action<GradedLesson> onDone);

    public static async Task<IReadOnlyList<GradedLesson>> ShowAsync(int count, int jobs, Isolation isolation, Work work)
    {
        AnsiConsole.WriteLine($"Grading {(count == 1 ? "1 notebook" : $"{count} notebooks, {Math.Min(count, jobs)} at a time")}, with {isolation.Sentence}.");
        AnsiConsole.WriteLine();
        if (!AnsiConsole.Profile.Out.IsTerminal) return await work(PrintLine);
        IReadOnlyList<GradedLesson> graded = [];
        await AnsiConsole.Progress().Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { CompletedStyle = Color.Blue, FinishedStyle = Color.Green }, new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask("notebooks", maxValue: count);
                graded = await work(_ => bar.Increment(1));
            });
        return graded;
    }

    public static void Conclude(IAnsiConsole console, ClassReport report, string page, string table, string? key)
    {
        console.WriteLine();
        foreach (var lesson in report.Graded.Where(one => one.Failure is null).GroupBy(one => one.Lesson!).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var answers = lesson.SelectMany(one => one.Grades).ToList();
            console.WriteLine($"{lesson.Key}: {lesson.Count()} handed in, {answers.Count(grade => grade.Verdict == GradeWords.Passed)} of {answers.Count} answers right, "
                + $"{answers.Count(grade => grade.Verdict is GradeWords.NotDone or GradeWords.Missing)} not done");
        }
        var named = report.Mistakes.Where(mistake => mistake.IsNamed && mistake.Count > 1).Take(MostShown).ToList();
        if (named.Count > 0) console.WriteLine("\nThe most frequent mistakes:");
        foreach (var mistake in named) console.WriteLine($"  {mistake.Count} of {mistake.OutOf} at {mistake.Exercise}: {mistake.Sentence}");
        foreach (var failure in report.Graded.Where(one => one.Failure is not null)) console.WriteLine($"Not graded: {failure.Place} {failure.Failure}".Replace("  ", " "));
        console.WriteLine();
        console.WriteLine($"Report  {CourseFolder.Shown(page)}");
        console.WriteLine($"Grades  {CourseFolder.Shown(table)}");
        if (key is not null) console.WriteLine($"Key     {CourseFolder.Shown(key)}: it alone says who is who");
    }

    private static void PrintLine(GradedLesson one) =>
        AnsiConsole.WriteLine(one.Failure is { } failure ? $"✘ {one.Place} {failure}" : $"✔ {one.Student.Name}  {one.Lesson}  {one.Passed}/{one.Grades.Count} right");
}
