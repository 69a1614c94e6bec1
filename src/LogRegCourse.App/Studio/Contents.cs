using System.Collections.Concurrent;
using System.Text.Json;
using LogRegCourse.App.Export;
using LogRegCourse.App.Notebooks;
using LogRegCourse.App.Running;

namespace LogRegCourse.App.Studio;

/// <summary>A lesson in the table of contents. Trouble: why its file cannot be read.</summary>
internal sealed record ContentsEntry(string Name, string Number, string Title, string Summary, int Exercises, int Done, string? Trouble = null);

/// <summary>The lessons and how far the student is: an exercise is done when its check, as saved in the file, passed.</summary>
internal static class Contents
{
    private static readonly ConcurrentDictionary<string, (DateTime Written, ContentsEntry Entry)> Known = [];

    public static IReadOnlyList<ContentsEntry> Of(CourseFolder course) => [.. course.Lessons().Select(EntryOf)];

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
            var checks = lesson.Notebook.Cells.OfType<CodeCell>().Where(cell => cell.Id.StartsWith("check-", StringComparison.Ordinal)).ToList();
            return new(name, lesson.Number, lesson.TitleAlone, lesson.Summary, checks.Count, checks.Count(HasPassed));
        }
        catch (NotebookException e)
        {
            return new(name, "", name, "", 0, 0, e.Message);
        }
    }

    private static bool HasPassed(CodeCell check) =>
        check.Outputs.Any(output => (output as ResultOutput)?.Data.Json(MimeBundle.Check) is { ValueKind: JsonValueKind.Object } verdict
            && verdict.TryGetProperty("verdict", out var word) && word.ValueEquals("passed"));
}
