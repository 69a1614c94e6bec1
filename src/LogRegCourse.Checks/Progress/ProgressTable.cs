using System.Text;
using LogRegCourse.Checks.Display;
using LogRegCourse.Checks.Exercises;

namespace LogRegCourse.Checks.Progress;

/// <summary>The exercises of each lesson with a sign for what came of them.</summary>
internal static class ProgressTable
{
    public static ShownText Of(IReadOnlyDictionary<string, string> verdicts)
    {
        var lessons = ExerciseBook.All.GroupBy(exercise => exercise.Id.Split('.')[0]).ToList();
        var done = ExerciseBook.All.Count(exercise => verdicts.GetValueOrDefault(exercise.Id) == "passed");
        var head = $"{done} of {ExerciseBook.All.Count} exercises done";
        var text = new StringBuilder(head);
        var html = new StringBuilder($"<p>{head}</p><table><thead><tr><th>lesson</th><th>exercises</th></tr></thead><tbody>");
        foreach (var lesson in lessons)
        {
            var marks = string.Join("  ", lesson.Select(exercise => $"{exercise.Id} {Sign(verdicts.GetValueOrDefault(exercise.Id))}"));
            text.Append($"\n  lesson {lesson.Key,3}:  {marks}");
            html.Append($"<tr><td>{lesson.Key}</td><td style=\"text-align:left\">{Verdicts.Html(marks)}</td></tr>");
        }
        return new ShownText(text.ToString(), html.Append("</tbody></table>").ToString());
    }

    private static string Sign(string? verdict) => verdict switch
    {
        "passed" => "✓",
        "failed" => "✗",
        _ => "…",
    };
}
