using System.Collections.Concurrent;
using LogRegCourse.App.Export;
using LogRegCourse.App.Kernels;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.App.Running;

namespace LogRegCourse.App.Studio;

/// <summary>A lesson in the table of contents. Trouble: why its file cannot be read.</summary>
internal sealed record ContentsEntry(string Name, string Number, string Title, string Summary, IReadOnlyList<string> Exercises, IReadOnlyList<string> Passed, string? Trouble = null)
{
    public int Done { get; init; }

    /// <summary>Whether every exercise is done; a lesson without any is never finished.</summary>
    public bool IsFinished => Exercises.Count > 0 && Done == Exercises.Count;

    public string Address => $"/lessons/{Uri.EscapeDataString(Name)}";
}

/// <summary>The lessons and how far the student is: an exercise is done when its check passed once, by the
/// progress record or by the lesson's saved outputs.</summary>
internal static class Contents
{
    private static readonly ConcurrentDictionary<string, (DateTime Written, ContentsEntry Entry)> Known = [];

    public static IReadOnlyList<ContentsEntry> Of(CourseFolder course)
    {
        var progress = ProgressRecord.Read(course);
        return [.. course.Lessons().Select(EntryOf).Select(lesson => lesson with { Done = lesson.Passed.Union(lesson.Exercises.Where(progress.Contains)).Count() })];
    }

    private static ContentsEntry EntryOf(string path)
    {
        var written = File.GetLastWriteTimeUtc(path);
        if (Known.TryGetValue(path, out var known) && known.Written == written) return known.Entry;
        var entry = Read(path);
        Known[path] = (written, entry);
        return entry;
    }

    private static ContentsEntry Read(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        try
        {
            var lesson = new Lesson(name, NotebookReader.ReadFile(path));
            var checks = lesson.Notebook.Cells.OfType<CodeCell>().Where(cell => ExerciseCells.CheckedBy(cell.Id) is not null).ToList();
            return new(name, lesson.Number, lesson.TitleAlone, lesson.Summary, [.. checks.Select(ExerciseOf)], [.. checks.Where(HasPassed).Select(ExerciseOf)]);
        }
        catch (NotebookException e)
        {
            return new(name, "", name, "", [], [], e.Message);
        }
        catch (Exception e)
        {
            // Whatever it is, the other lessons are shown.
            StudioLog.Say($"{path} cannot be shown: {e}");
            return new(name, "", name, "", [], [], $"{Path.GetFileName(path)} cannot be shown: {e.Message}");
        }
    }

    private static string ExerciseOf(CodeCell check) => ExerciseCells.CheckedBy(check.Id)!;

    private static bool HasPassed(CodeCell check) =>
        check.Outputs.Any(output => CheckVerdict.Of((output as ResultOutput)?.Data) is { Verdict: "passed" });
}
