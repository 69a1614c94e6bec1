using System.Globalization;

namespace LogRegCourse.App.Grading;

/// <summary>The grades as tables: one of all answers, and one for each lesson in the columns that a platform reads.</summary>
internal static class GradeTables
{
    public static string All(IReadOnlyList<GradedLesson> graded) => Csv.Write(
    [
        ["student", "lesson", "exercise", "verdict", "mistake", "says", "attempts", "remark"],
        .. graded.SelectMany(lesson => lesson.Failure is { } failure
            ? (IEnumerable<IReadOnlyList<string?>>)[[lesson.Student.Name, lesson.Lesson, "", "not-graded", "", $"{lesson.Place} {failure}", Number(lesson.Attempt), ""]]
            : lesson.Grades.Select(grade => (IReadOnlyList<string?>)[lesson.Student.Name, lesson.Lesson, grade.Exercise, grade.Verdict, grade.Mistake, grade.Says, Number(lesson.Attempt), string.Join("; ", lesson.Remarks)])),
    ]);

    /// <summary>The files for the platforms, by name.</summary>
    public static IEnumerable<(string Name, string Text)> ForPlatforms(IReadOnlyList<GradedLesson> graded)
    {
        foreach (var lesson in graded.Where(one => one.Failure is null && one.Lesson is not null).GroupBy(one => one.Lesson!).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var students = lesson.OrderBy(one => one.Student.Name, StringComparer.Ordinal).ToList();
            yield return ($"moodle-{lesson.Key}.csv", Moodle(students));
            yield return ($"canvas-{lesson.Key}.csv", Canvas(lesson.Key, students));
            yield return ($"nbgrader-{lesson.Key}.csv", Nbgrader(lesson.Key, students));
        }
    }

    // The worksheet that Moodle's assignment calls "offline grading worksheet". It is refused without the column of times,
    // which is empty where nothing was graded yet.
    private static string Moodle(IReadOnlyList<GradedLesson> students) => Csv.Write(
    [
        ["Identifier", "Full name", "Grade", "Maximum Grade", "Last modified (grade)", "Feedback comments"],
        .. students.Select(one => (IReadOnlyList<string?>)[one.Student.MoodleId is { } id ? $"Participant {id}" : "", one.Student.Name, Number(one.Passed), Number(one.Grades.Count), "", Feedback(one)]),
    ]);

    // The columns of Canvas' gradebook; "Points Possible" is a row of its own there.
    private static string Canvas(string lesson, IReadOnlyList<GradedLesson> students) => Csv.Write(
    [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", lesson],
        ["    Points Possible", "", "", "", "", Number(students[0].Grades.Count)],
        .. students.Select(one => (IReadOnlyList<string?>)[one.Student.Name, one.Student.CanvasId, "", "", "", Number(one.Passed)]),
    ]);

    // The columns of `nbgrader export`.
    private static string Nbgrader(string lesson, IReadOnlyList<GradedLesson> students) => Csv.Write(
    [
        ["assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email", "raw_score", "late_submission_penalty", "score", "max_score"],
        .. students.Select(one => (IReadOnlyList<string?>)[lesson, "", "", one.Student.Name, "", "", "", Number(one.Passed), "0", Number(one.Passed), Number(one.Grades.Count)]),
    ]);

    private static string Feedback(GradedLesson lesson) => string.Join(" ", lesson.Grades.Select(grade => grade.Verdict switch
    {
        GradeWords.Passed => $"{grade.Exercise}: right.",
        GradeWords.NotDone or GradeWords.Missing => $"{grade.Exercise}: not done.",
        _ => $"{grade.Exercise}: {grade.Mistake ?? grade.Says}",
    }));

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
