using System.CommandLine;
using System.Text;
using LogRegCourse.App.Grading;
using LogRegCourse.App.Running;
using Spectre.Console;

namespace LogRegCourse.App.Commands;

/// <summary><c>grade</c>: what a class handed in, checked with the course's own checks.</summary>
internal static class GradeCommand
{
    private const int MostJobs = 64;

    // A spreadsheet takes a file without this mark for the alphabet of its machine.
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "What the class handed in: notebooks, folders of students, zips." };
        var output = new Option<string>("--out") { Description = "Where the report goes [artifacts/grade].", HelpName = "DIR" };
        var jobs = new Option<int>("--jobs") { Description = "How many submissions run at once [one for each processor].", HelpName = "N", DefaultValueFactory = _ => CourseRunner.AtOnce };
        jobs.Validators.Add(result =>
        {
            if (result.Tokens is [var word] && !(int.TryParse(word.Value, out var many) && many is >= 1 and <= MostJobs)) result.AddError($"--jobs needs a number from 1 to {MostJobs}, not \"{word.Value}\"");
        });
        var pseudonyms = new Option<bool>("--pseudonyms") { Description = "Numbers in place of names; the key goes into a file beside the report's folder." };
        var command = new Command("grade", "Grades what a class has handed in.") { folder, output, jobs, pseudonyms };
        command.SetAction(async (words, cancel) =>
        {
            var course = CourseFolder.Find();
            var lessons = course.Lessons().Select(CourseLesson.Read).OfType<CourseLesson>().ToList();
            var submissions = Submissions.Of(HandedInFiles.Below(words.GetValue(folder)!), lessons);
            if (submissions.Count == 0) throw new UsageException($"There are no notebooks in {words.GetValue(folder)}: name the folder with what the class has handed in.");
            var report = course.OutFolder(words.GetValue(output), "grade");
            using var isolation = Isolation.Strongest(course);
            var graded = await GradeAsync(course, submissions, isolation, report, words.GetValue(jobs), cancel);
            Write(graded, lessons, isolation, report, words.GetValue(pseudonyms));
            return 0;
        });
        return command;
    }

    private static async Task<IReadOnlyList<GradedLesson>> GradeAsync(CourseFolder course, IReadOnlyList<Submission> submissions, Isolation isolation, string report, int jobs, CancellationToken cancel)
    {
        using var journal = new GradeJournal(Path.Combine(report, "journal.jsonl"), Path.Combine(course.Notebooks, "bin", "LogRegCourse.Checks.dll"));
        var grader = new ClassGrader(isolation, course.Notebooks, GradingLimits.Usual, journal, TimeProvider.System);
        return await GradeDisplay.ShowAsync(submissions.Count, jobs, isolation, onDone => grader.GradeAsync(submissions, jobs, onDone, cancel));
    }

    private static void Write(IReadOnlyList<GradedLesson> graded, IReadOnlyList<CourseLesson> lessons, Isolation isolation, string report, bool hasPseudonyms)
    {
        var key = report.TrimEnd(Path.DirectorySeparatorChar) + "-key.tsv";
        var shown = hasPseudonyms ? Pseudonyms.Apply(graded, key) : graded;
        var page = new ClassReport(shown, ClassMistakes.Of(shown), EqualAnswers.Of(shown, lessons), isolation.Sentence, hasPseudonyms);
        File.WriteAllText(Path.Combine(report, "report.html"), GradeReport.Page(page));
        File.WriteAllText(Path.Combine(report, "grades.csv"), GradeTables.All(shown), WithMark);
        // Platforms know students by their names alone, so these come only where names may.
        foreach (var old in Directory.GetFiles(report, "*.csv").Where(file => Path.GetFileName(file) is var name && (name.StartsWith("moodle-", StringComparison.Ordinal) || name.StartsWith("canvas-", StringComparison.Ordinal) || name.StartsWith("nbgrader-", StringComparison.Ordinal)))) File.Delete(old);
        if (!hasPseudonyms)
            foreach (var (name, text) in GradeTables.ForPlatforms(graded)) File.WriteAllText(Path.Combine(report, name), text);
        GradeDisplay.Conclude(AnsiConsole.Console, page, Path.Combine(report, "report.html"), Path.Combine(report, "grades.csv"), hasPseudonyms ? key : null);
    }
}
