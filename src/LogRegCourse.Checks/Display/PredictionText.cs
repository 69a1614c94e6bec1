using System.Globalization;
using LogRegCourse.Checks.Predictions;
using LogRegCourse.Checks.Review;

namespace LogRegCourse.Checks.Display;

/// <summary>A prediction in plain text: the question, then the answer beside the guess.</summary>
internal static class PredictionText
{
    public static string Write(Prediction prediction) => string.Join('\n', Lines(prediction));

    /// <summary>What was guessed and how it came out.</summary>
    public static string Outcome(Prediction prediction)
    {
        var first = prediction.First is { } guess ? $" (Your first guess was: {Minus(guess)}.)" : "";
        return prediction.IsRight == true
            ? $"✓ You said: {Minus(prediction.Guess!)}. That is right.{first}"
            : $"✗ You said: {Minus(prediction.Guess!)}. It is: {prediction.Question.Truth}.{first}";
    }

    /// <summary>What a question is called: a prediction stands before its answer, a question looks back.</summary>
    public static string Name(Question question) => $"{(ReviewBank.Find(question.Id) is null ? "Prediction" : "Question")} {question.Id}";

    public static string Sign(bool isRight) => isRight ? "✓" : "✗";

    private static IEnumerable<string> Lines(Prediction prediction)
    {
        var question = prediction.Question;
        yield return $"{Name(question)}: {question.Text}";
        if (prediction.Guess is { } guess)
        {
            yield return Outcome(prediction);
            foreach (var reason in question.Reasons(guess)) yield return $"  {Sign(reason.IsRight)} {reason.Answer}: {reason.Why}";
            yield break;
        }
        foreach (var choice in question.Choices) yield return $"  · {choice}";
        yield return prediction.Refusal ?? $"{question.Invitation} {question.Recording}";
    }

    // Numbers with the sign that the prose writes.
    private static string Minus(string guess) =>
        double.TryParse(guess, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? guess.Replace('-', '−') : guess;
}
