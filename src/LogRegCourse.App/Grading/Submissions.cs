using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.App.Grading;

/// <summary>A lesson that a student handed in, or why it cannot be graded.</summary>
internal sealed record Submission(Student Student, string Place, int? Attempt, AnsweredLesson? Answered, string? Refusal = null);

/// <summary>From what lies in a folder to one submission for each student and lesson.</summary>
internal static class Submissions
{
    /// <summary>Only the answers are kept of each notebook, so that a class of thousands fits into memory.</summary>
    public static IReadOnlyList<Submission> Of(IEnumerable<HandedInFile> files, IReadOnlyList<CourseLesson> lessons)
    {
        var names = lessons.Select(lesson => lesson.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var all = files.Select(file => Read(file, lessons, names)).OfType<Submission>().ToList();
        return [.. all.GroupBy(one => one.Answered is { } answered ? (one.Student, answered.Lesson.Name) : (one.Student, one.Place)).SelectMany(Last)];
    }

    // Of several the one that the platform counts as the last; where it does not count, the last by name.
    private static IEnumerable<Submission> Last(IEnumerable<Submission> same)
    {
        var order = same.OrderBy(one => one.Attempt ?? 1).ThenBy(one => one.Place, StringComparer.Ordinal).ToList();
        var last = order[^1];
        yield return order.Count == 1 ? last : last with { Attempt = Math.Max(last.Attempt ?? 1, order.Count) };
    }

    private static Submission? Read(HandedInFile file, IReadOnlyList<CourseLesson> lessons, IReadOnlyCollection<string> names)
    {
        var (student, attempt) = Student.Of(file.Path, names);
        if (file.Bytes is null) return new(student, file.Place, attempt, null, file.Refusal);
        try
        {
            var notebook = NotebookReader.Read(file.Bytes, file.Path[^1]);
            if (LessonOf(notebook, file.Path, lessons) is { } lesson) return new(student, file.Place, attempt, AnsweredLesson.Of(lesson, notebook));
            // A lesson's copy without exercises, or a notebook of the student's own in the zip of all work.
            return file.Path.Any(part => part.Equals("own", StringComparison.OrdinalIgnoreCase)) ? null
                : new(student, file.Place, attempt, null, "is no lesson of this course: no cell of its exercises is in it.");
        }
        catch (NotebookException e)
        {
            // The place stands in front of it already.
            var name = file.Path[^1] + " ";
            return new(student, file.Place, attempt, null, e.Message.StartsWith(name, StringComparison.Ordinal) ? e.Message[name.Length..] : e.Message);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // One file that nobody thought of must not take the class with it.
            return new(student, file.Place, attempt, null, $"could not be read: {e.Message}");
        }
    }

    /// <summary>By its cells, since files are renamed; by its name where those of two lessons are in it.</summary>
    private static CourseLesson? LessonOf(Notebook notebook, IReadOnlyList<string> path, IReadOnlyList<CourseLesson> lessons)
    {
        var ids = notebook.Cells.Select(cell => cell.Id).ToHashSet();
        var checks = notebook.Cells.OfType<CodeCell>().Select(cell => CourseLesson.CheckedBy(cell.Source)).OfType<string>().ToHashSet();
        return lessons.Select(lesson => (lesson, Cells: lesson.Exercises.Count(exercise => ids.Contains(exercise.AnswerCell) || checks.Contains(exercise.Id))))
            .Where(found => found.Cells > 0)
            .OrderByDescending(found => found.Cells)
            .ThenByDescending(found => path.Any(part => part.Contains(found.lesson.Name, StringComparison.OrdinalIgnoreCase)))
            .Select(found => found.lesson).FirstOrDefault();
    }
}
