using LogRegCourse.Checks.Derivations;
using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Display;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Exercises;

/// <summary>
/// An exercise whose answer is a derivation. It is right when it begins with the model's first line and says the same of
/// its symbols, every line follows from the one before it, and its last line has the model's value and the form that
/// is asked for. How many lines are between, and how they are written, is the student's affair.
/// </summary>
/// <param name="id">Lesson and number.</param>
/// <param name="title">The task in a few words.</param>
/// <param name="model">A right solution.</param>
internal sealed class DerivationExercise(string id, string title, Derivation model) : Exercise(id, title)
{
    /// <summary>The form that the last line must have; the model's has it. Without one every line of the right value will do.</summary>
    public Form? Form { get; init; }

    /// <summary>Wrong last lines that are known, each with the sentence that names the mistake, as plain text of the line.</summary>
    public IReadOnlyList<(string Line, string Sentence)> Mistakes { get; init; } = [];

    /// <summary>A function of the library that is the answer, and so must not be called.</summary>
    public string? Without { get; init; }

    internal Derivation Model => model;

    public override Verdict Judge(object? answer)
    {
        if (answer is not Derivation derivation) return WrongKind(answer, "a derivation");
        var (state, findings) = Findings(derivation);
        return new Verdict(Id, Title, state, [.. findings]) { Derivation = derivation };
    }

    private (VerdictState State, IEnumerable<Finding> Findings) Findings(Derivation answer)
    {
        if (ReferenceEquals(answer, model)) return Failed("This is the course's own solution; the task is to find one.");
        if (answer.Lines[0].Line is not { } first || OtherNames.Of(first, answer.Setting, model.Lines[0].Line!, model.Setting) is not { } names)
            return Failed($"The first line must stay as it was given: {Written(model.Lines[0])}.");
        if (Moved(names[answer.Setting]) is { } moved) return Failed(moved);
        if (answer.FirstWrong is { } wrong) return (VerdictState.Failed, [.. Sentences(wrong), .. Known(wrong, names)]);
        if (Without is not null && answer.Steps.Any(step => step.Calls.Contains(Without)))
            return Failed($"This calls the library's {Without}; the task is to find what it is made of.");
        if (answer.HasGaps) return (VerdictState.NotDone, [new(FindingState.NotTried, $"{Capital(DerivationText.Summary(answer))}.")]);
        if (answer.Lines.Count < 2) return (VerdictState.NotDone, [new(FindingState.NotTried, "The derivation has only its first line: add the lines that follow from it.")]);
        if (answer.Lines[^1].Line is null) return Open(answer.Lines[^1]);
        if (OtherValue(answer, names) is { Count: > 0 } other) return (VerdictState.Failed, [Follows, .. other]);
        var last = answer.Lines[^1];
        if (Form is { } form && !form.IsOf(names[last.Line!]))
            return (VerdictState.Failed, [Follows, new(FindingState.Wrong, $"The last line, {Written(last)}, has the right value, but not yet the form that is asked for: it should {form.Words}.")]);
        if (answer.Lines.FirstOrDefault(line => line.Mark == Mark.Unchecked) is { } open) return Open(open);
        return (VerdictState.Passed, [new(FindingState.Right, $"All {answer.Lines.Count} lines follow from the ones before, down to {Written(last)}.")]);
    }

    private static (VerdictState State, IEnumerable<Finding> Findings) Open(CheckedLine line) =>
        (VerdictState.Unchecked, [.. line.Findings.Select(sentence => new Finding(FindingState.NotTried, $"{Place(line)}: {sentence}") { IsInTable = true })]);

    private static string Place(CheckedLine line) => line.Line is null ? $"Line {line.Number}" : $"Line {line.Number}, {Written(line)}";

    private static Finding Follows { get; } = new(FindingState.Right, "Every line follows from the one before it.");

    private static (VerdictState State, IEnumerable<Finding> Findings) Failed(string sentence) => (VerdictState.Failed, [new(FindingState.Wrong, sentence)]);

    /// <summary>Says what of the domains or sizes was changed.</summary>
    private string? Moved(Setting given)
    {
        var asked = model.Setting;
        foreach (var name in asked.Names)
        {
            if (!asked.DomainOf(name).IsSameAs(given.DomainOf(name)))
                return asked.DomainOf(name).Text is { Length: > 0 } text ? $"What is known of {name} must stay as it was given: .Where(\"{text}\")." : $"Of {name} nothing may be assumed: take {name} out of .Where.";
            if (asked.ShapeOf(name) != given.ShapeOf(name) || asked.Indices.GetValueOrDefault(name) != given.Indices.GetValueOrDefault(name))
                return $"The sizes must stay as they were given; that of {name} is another one.";
        }
        return null;
    }

    /// <summary>What is wrong with the value of the last line: nothing where it is the model's.</summary>
    private IReadOnlyList<Finding> OtherValue(Derivation answer, OtherNames names)
    {
        var (last, right) = (answer.Lines[^1], model.Lines[^1]);
        var line = names[last.Line!];
        if (line.IsEquation)
        {
            if (Form?.Symbol is not { } symbol || Form.SolutionFor(symbol, line) is not { } solution || solution.FreeSymbols().Contains(symbol)) return [];
            return HasValue(solution, Form.SolutionFor(symbol, right.Line!)!) ? [] : [new(FindingState.Wrong, $"The last line, {Written(last)}, is not the solution for {symbol}.")];
        }
        if (HasValue(line.Left, right.Line!.Left)) return [];
        return [new(FindingState.Wrong, $"The last line, {Written(last)}, is not what is asked for."), .. Missing(answer, names).Select(sentence => new Finding(FindingState.Advice, sentence))];
    }

    private bool HasValue(Term line, Term right) => Comparisons.AreEqual(right, line, model.Setting);

    /// <summary>The steps that the model takes and the answer does not: a derivative, a logarithm, a change of sign.</summary>
    private IEnumerable<string> Missing(Derivation answer, OtherNames names)
    {
        var (asked, taken) = (Kinds(model), Kinds(answer, names));
        foreach (var step in asked)
        {
            if (taken.Remove(step)) continue;
            if (step.Kind == StepKind.Derivative && taken.FirstOrDefault(other => other.Kind == StepKind.Derivative) is { } other)
                yield return $"It is differentiated by {other.By}, but asked is the derivative by {step.By}: write by: \"{step.By}\".";
            else
                yield return step.Kind switch
                {
                    StepKind.Derivative when asked.Count(one => one.Kind == StepKind.Derivative) > 1 => $"Asked is the derivative of the derivative by {step.By}: one .Differentiate step is missing.",
                    StepKind.Derivative => $"Nothing was differentiated: asked is the derivative by {step.By}, with .Differentiate.",
                    StepKind.Logarithm => "The logarithm was not taken: that is the step .TakeLog.",
                    _ => "The minus sign is missing that makes it a loss: that is the step .Negate.",
                };
            yield break;
        }
        if (taken.Count > 0)
            yield return taken[0].Kind switch
            {
                StepKind.Derivative => $"A derivative was taken, by {taken[0].By}, that is not asked for.",
                StepKind.Logarithm => "A logarithm was taken that is not asked for.",
                _ => "The sign was changed, which is not asked for.",
            };
    }

    private static List<Taken> Kinds(Derivation derivation, OtherNames? names = null) =>
        [.. derivation.Steps.Where(step => step.Kind is not (StepKind.From or StepKind.Rewrite)).Select(step => new Taken(step.Kind, (step.By is { } by && names is not null ? names[by] : step.By)?.ToString()))];

    private static IEnumerable<Finding> Sentences(CheckedLine wrong) =>
        wrong.Findings.Select((sentence, k) => (k == 0
            ? new Finding(FindingState.Wrong, $"{Place(wrong)}: {sentence}")
            : new Finding(FindingState.Advice, sentence)) with { IsInTable = true });

    private IEnumerable<Finding> Known(CheckedLine wrong, OtherNames names) =>
        Mistakes.Where(mistake => wrong.Line is { } line && mistake.Line == PlainWriter.Write(names[line])).Select(mistake => new Finding(FindingState.Advice, mistake.Sentence));

    private static string Written(CheckedLine line) => line.Line is null ? "" : PlainWriter.Write(line.Line);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A step that changes the value, and by what it differentiates.</summary>
    private sealed record Taken(StepKind Kind, string? By);
}
