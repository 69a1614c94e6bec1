using LogRegCourse.Checks.Display;
using LogRegCourse.Checks.Predictions;

namespace LogRegCourse.Checks;

/// <summary>A question asked before its answer, and what came of the guess; it shows itself as the value of a cell.</summary>
[TypeFormatterSource(typeof(PredictionFormats), PreferredMimeTypes = ["text/html", "text/plain", PredictionFormats.MimeType])]
public sealed class Prediction
{
    internal Prediction(Question question, string? guess, string? first = null, string? refusal = null) =>
        (Question, Guess, First, Refusal) = (question, guess, first, refusal);

    /// <summary>The question's id, such as "6.b".</summary>
    public string Id => Question.Id;

    /// <summary>Whether the guess was right; null before there is one.</summary>
    public bool? IsRight => Guess is null ? null : Question.IsRight(Guess);

    internal Question Question { get; }

    /// <summary>What was guessed; null while the answer stands hidden.</summary>
    internal string? Guess { get; }

    /// <summary>What was guessed the first time, if that was something else.</summary>
    internal string? First { get; }

    /// <summary>Why a guess was not taken.</summary>
    internal string? Refusal { get; }

    /// <summary>The question, and the answer beside the guess, as text.</summary>
    public override string ToString() => PredictionText.Write(this);
}
