using System.Text;
using LogRegCourse.Checks.Display;
using LogRegCourse.Checks.Exercises;
using LogRegCourse.Checks.Predictions;

namespace LogRegCourse.Checks.Progress;

/// <summary>The exercises of each lesson with a sign for what came of them, and how many of its predictions were right at the first guess.</summary>
internal static class ProgressTable
{
    public static ShownText Of(IReadOnlyDictionary<string, string> entries)
    {
        var done = ExerciseBook.All.Count(exercise => entries.GetValueOrDefault(exercise.Id) == "passed");
        var head = $"{done} of {ExerciseBook.All.Count} exercises done, {Guessed(QuestionBook.All)} at the first guess";
        var text = new StringBuilder(head);
        var html = new StringBuilder($"<p>{head}</p><table><thead><tr><th>lesson</th><th>exercises</th><th>at the first guess</th></tr></thead><tbody>");
        foreach (var lesson in ExerciseBook.All.GroupBy(exercise => exercise.Id.Split('.')[0]))
        {
            var marks = string.Join("  ", lesson.Select(exercise => $"{exercise.Id} {Sign(entries.GetValueOrDefault(exercise.Id))}"));
            var guessed = Guessed(QuestionBook.OfLesson(lesson.Key));
            text.Append($"\n  lesson {lesson.Key,3}:  {marks}  ({guessed})");
            html.Append($"<tr><td>{lesson.Key}</td><td style=\"text-align:left\">{Verdicts.Html(marks)}</td><td>{guessed}</td></tr>");
        }
        return new ShownText(text.ToString(), html.Append("</tbody></table>").ToString());

        string Guessed(IReadOnlyList<Question> questions) =>
            $"{questions.Count(question => ProgressFile.Outcome(entries, question.Id) is (First: true, _))} of {questions.Count} predictions right";
    }

    private static string Sign(string? verdict) => verdict switch
    {
        "passed" => "✓",
        "failed" => "✗",
        _ => "…",
    };
}
