using LogRegCourse.Checks.Predictions;
using LogRegCourse.Checks.Progress;

namespace LogRegCourse.Checks;

/// <content>Questions asked before their answers.</content>
public static partial class Course
{
    /// <summary>Asks a question; its answer stays hidden until you have guessed.</summary>
    /// <param name="question">The question's id, such as "6.b".</param>
    public static Prediction Predict(string question)
    {
        var asked = QuestionBook.Find(question);
        var (first, last) = ProgressFile.Guesses(question);
        // What was remembered may be a choice that the question no longer has.
        return last is not null && asked.Read(last) is { } guess ? new(asked, guess, first == last ? null : first) : new(asked, null);
    }

    /// <summary>Records a choice, and shows the answer beside it: <c>Predict("6.b", "lower")</c>.</summary>
    /// <param name="question">The question's id, such as "6.b".</param>
    /// <param name="guess">One of the choices.</param>
    public static Prediction Predict(string question, string guess) => Judge(QuestionBook.Find(question), guess);

    /// <summary>Records a number, and shows the answer beside it: <c>Predict("6.c", 0.3)</c>.</summary>
    /// <param name="question">The question's id, such as "6.c".</param>
    /// <param name="guess">Your number.</param>
    public static Prediction Predict(string question, double guess) => Judge(QuestionBook.Find(question), guess);

    /// <summary>How the predictions of a lesson came out so far: right at the first guess, and which will come back.</summary>
    /// <param name="lesson">The lesson's number, such as "13".</param>
    public static ShownText Score(string lesson)
    {
        var questions = QuestionBook.OfLesson(lesson);
        var guessed = questions.Select(question => (question.Id, Outcome: ProgressFile.Outcome(question.Id))).Where(entry => entry.Outcome is not null).ToList();
        string[] wrong = [.. guessed.Where(entry => !entry.Outcome!.Value.Last).Select(entry => entry.Id)];
        var again = wrong.Length > 0 ? $" To come back: {string.Join(", ", wrong)}. Again(\"{lesson}\") asks the first of them." : "";
        return new($"{guessed.Count} of {questions.Count} decided, {guessed.Count(entry => entry.Outcome!.Value.First)} of them right at the first guess.{again}");
    }

    /// <summary>Asks anew the first question of a lesson whose last guess was wrong; says so where there is none.</summary>
    /// <param name="lesson">The lesson's number, such as "13".</param>
    public static object Again(string lesson)
    {
        var questions = QuestionBook.OfLesson(lesson);
        if (questions.FirstOrDefault(question => ProgressFile.Outcome(question.Id) is (_, Last: false)) is { } wrong) return new Prediction(wrong, null);
        return new ShownText(questions.Any(question => ProgressFile.Outcome(question.Id) is null)
            ? "Nothing to come back so far; some are not decided yet." : "Every one is right by now.");
    }

    private static Prediction Judge(Question question, object guess)
    {
        if (question.Read(guess) is not { } read)
            return new(question, null, refusal: $"{(guess is string text ? $"\"{text}\"" : "A number")} is not one of the answers. {question.Invitation} {question.Recording}");
        ProgressFile.Add(question.Id, read, question.IsRight(read));
        var first = ProgressFile.Guesses(question.Id).First;
        return new(question, read, first == read ? null : first);
    }
}
