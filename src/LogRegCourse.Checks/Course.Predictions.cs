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

    private static Prediction Judge(Question question, object guess)
    {
        if (question.Read(guess) is not { } read)
            return new(question, null, refusal: $"{(guess is string text ? $"\"{text}\"" : "A number")} is not one of the answers. {question.Invitation} {question.Recording}");
        ProgressFile.Add(question.Id, read, question.IsRight(read));
        var first = ProgressFile.Guesses(question.Id).First;
        return new(question, read, first == read ? null : first);
    }
}
