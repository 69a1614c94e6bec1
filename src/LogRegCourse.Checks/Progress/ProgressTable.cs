using System.Text;
using LogRegCourse.Checks.Display;
using LogRegCourse.Checks.Exercises;
using LogRegCourse.Checks.Predictions;

namespace LogRegCourse.Checks.Progress;

/// <summary>The exercises of each lesson with a sign for what came of them, and what came of its predictions.</summary>
internal static class ProgressTable
{
    public static ShownText Of(IReadOnlyDictionary<string, string> entries)
    {
        var done = ExerciseBook.All.Count(exercise => entries.GetValueOrDefault(exercise.Id) == "passed");
        var head = $"{done} of {ExerciseBook.All.Count} exercises done, predictions: {Guessed(QuestionBook.All)}";
        var text = new StringBuilder(head);
        var html = new StringBuilder($"<p>{head}</p><table><thead><tr><th>lesson</th><th>exercises</th><th>predictions</th></tr></thead><tbody>");
        foreach (var lesson in ExerciseBook.All.GroupBy(exercise => exercise.Id.Split('.')[0]))
        {
            var marks = string.Join("  ", lesson.Select(exercise => $"{exercise.Id} {Sign(entries.GetValueOrDefault(exercise.Id))}"));
            var guessed = Guessed(QuestionBook.OfLesson(lesson.Key));
            text.Append($"\n  lesson {lesson.Key,3}:  {marks}  predictions: {guessed}");
            html.Append($"<tr><td>{lesson.Key}</td><td style=\"text-align:left\">{Verdicts.Html(marks)}</td><td>{guessed}</td></tr>");
        }
        return new ShownText(text.ToString(), html.Append("</tbody></table>").ToString());

        string Guessed(IReadOnlyList<Question> questions)
        {
            var outcomes = questions.Select(question => ProgressFile.Outcome(entries, question.Id)).OfType<(bool First, bool Last)>().ToList();
            return outcomes.Count == 0 ? "–" : $"{outcomes.Count} of {questions.Count} answered, {outcomes.Count(outcome => outcome.First)} right at the first guess";
        }
    }

    private static string Sign(string? verdict) => verdict switch
    {
        "passed" => "✓",
        "failed" => "✗",
        _ => "…",
    };
}
