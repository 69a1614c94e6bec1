using System.Text.RegularExpressions;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.App.Grading;

/// <summary>An exercise of a lesson: its answer's cell, and the check as the course has it.</summary>
internal sealed record LessonExercise(string Id, string AnswerCell, string CheckCell, string Check, string Stub);

/// <summary>A lesson of the course as it was written: what is put around a student's answers.</summary>
internal sealed partial record CourseLesson(string Name, IReadOnlyList<CodeCell> Cells, IReadOnlyList<LessonExercise> Exercises)
{
    /// <summary>Reads a lesson; null where it has no exercises.</summary>
    public static CourseLesson? Read(string path)
    {
        var cells = NotebookReader.ReadFile(path).Cells.OfType<CodeCell>().ToList();
        var byId = cells.ToDictionary(cell => cell.Id);
        var exercises = from check in cells
                        let id = ExerciseCells.CheckedBy(check.Id)
                        where id is not null && byId.ContainsKey("exercise-" + check.Id["check-".Length..])
                        let answer = byId["exercise-" + check.Id["check-".Length..]]
                        select new LessonExercise(id, answer.Id, check.Id, check.Source, answer.Source);
        return exercises.ToList() is { Count: > 0 } found ? new CourseLesson(Path.GetFileNameWithoutExtension(path), cells, found) : null;
    }

    /// <summary>The exercise that a student's cell checks, by its text: <c>Check("3.2", ...)</c>; ids may be lost.</summary>
    public static string? CheckedBy(string source) => CheckCall().Match(source) is { Success: true } call ? call.Groups["id"].Value : null;

    [GeneratedRegex(@"^\s*(?:[\w.]+\.)?Check\(\s*""(?<id>\d+[a-z]?\.\d+)""")]
    private static partial Regex CheckCall();
}
