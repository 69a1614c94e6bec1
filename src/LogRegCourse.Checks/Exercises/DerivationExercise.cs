using LogRegCourse.Checks.Derivations;
using LogRegCourse.Checks.Display;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Exercises;

/// <summary>An exercise whose answer is a derivation: from the given first line to a last line as simple as the model's.</summary>
/// <param name="id">Lesson and number.</param>
/// <param name="title">The task in a few words.</param>
/// <param name="model">A right solution; the student's first line must be the same and the last no more complicated.</param>
internal sealed class DerivationExercise(string id, string title, Derivation model) : Exercise(id, title)
{
    /// <summary>Wrong last lines that are known, each with the sentence that names the mistake, as plain text of the line.</summary>
    public IReadOnlyList<(string Line, string Sentence)> Mistakes { get; init; } = [];

    public override Verdict Judge(object? answer)
    {
        if (answer is not Derivation derivation) return WrongKind(answer, "a derivation");
        if (Written(derivation.Lines[0]) != Written(model.Lines[0]))
            return Verdict(VerdictState.Failed, new Finding(FindingState.Wrong, $"The first line must stay as it was given: {Written(model.Lines[0])}."));
        if (derivation.FirstWrong is { } wrong) return Verdict(VerdictState.Failed, [.. Sentences(wrong), .. Known(wrong)]);
        if (derivation.HasGaps)
            return Verdict(VerdictState.NotDone, new Finding(FindingState.NotTried, $"{Capital(DerivationText.Summary(derivation))}."));
        if (derivation.Lines.Count < 2) return NotDone("Not done yet: the derivation has only its first line.");
        if (IsSolved(model.Lines[^1]) && !IsSolved(derivation.Lines[^1]))
            return Verdict(VerdictState.Failed,
                new Finding(FindingState.Right, "Every line follows from the one before it."),
                new Finding(FindingState.Wrong, $"The last line, {Written(derivation.Lines[^1])}, is not solved yet: one symbol must stand alone on the left, and not on the right."));
        if (Size(derivation.Lines[^1]) > Size(model.Lines[^1]))
            return Verdict(VerdictState.Failed,
                new Finding(FindingState.Right, "Every line follows from the one before it."),
                new Finding(FindingState.Wrong, $"The last line, {Written(derivation.Lines[^1])}, can still be made simpler."));
        return Verdict(VerdictState.Passed, new Finding(FindingState.Right, $"All {derivation.Lines.Count} lines follow from the ones before, down to {Written(derivation.Lines[^1])}."));
    }

    private static IEnumerable<Finding> Sentences(CheckedLine wrong) =>
        wrong.Findings.Select((sentence, k) => k == 0
            ? new Finding(FindingState.Wrong, wrong.Line is null ? $"Line {wrong.Number}: {sentence}" : $"Line {wrong.Number}, {Written(wrong)}: {sentence}")
            : new Finding(FindingState.Advice, sentence));

    private IEnumerable<Finding> Known(CheckedLine wrong) =>
        Mistakes.Where(mistake => mistake.Line == Written(wrong)).Select(mistake => new Finding(FindingState.Advice, mistake.Sentence));

    private static string Written(CheckedLine line) => line.Line is null ? "" : PlainWriter.Write(line.Line);

    /// <summary>Whether a line says what a symbol is, such as p = 1/(1 + exp(−z)).</summary>
    private static bool IsSolved(CheckedLine line) => line.Line is { Left: Symbol symbol, Right: { } right } && !right.Everything().Contains(symbol);

    private static int Size(CheckedLine line) => line.Line is null ? int.MaxValue : line.Line.Sides.Sum(side => side.Everything().Count());

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
