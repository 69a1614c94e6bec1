using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations;

/// <summary>
/// Checks every line against the one before it. Behind a gap, the next line is checked against the last one that is
/// written; behind a wrong line, against that wrong line, so that one mistake is reported once.
/// </summary>
internal sealed class DerivationChecker
{
    // A longer left side would push its line off a page's column.
    private const int LongestLeftSide = 30;

    private readonly Setting _setting;
    private readonly Comparison _comparison;
    private readonly Lazy<EquationSolver> _solver;

    private DerivationChecker(Setting setting)
    {
        _setting = setting;
        _comparison = new Comparison(setting);
        _solver = new(() => new EquationSolver(_comparison));
    }

    public static IEnumerable<CheckedLine> Check(IReadOnlyList<DerivationStep> steps, Setting setting) => new DerivationChecker(setting).Check(steps);

    private IEnumerable<CheckedLine> Check(IReadOnlyList<DerivationStep> steps)
    {
        Line? before = null;
        var numberBefore = 0;
        var skipped = new List<DerivationStep>();
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            var (line, findings) = Sized(step);
            var expected = before is null ? null : Expected(before, [.. skipped, step]);
            var shown = step.Kind is StepKind.From or StepKind.Rewrite ? null : LeftSide(expected, before, numberBefore, [.. skipped, step]);
            if (line is { HasGap: true } && findings.Count == 0)
            {
                yield return new(i + 1, step.Why, line, shown, Mark.Gap, []);
                skipped.Add(step);
                continue;
            }
            if (expected is not null && IsSecondDerivative(expected.Left) && findings.Count == 0 && line is not null)
            {
                yield return new(i + 1, step.Why, line, null, Mark.Gap, ["It is the derivative of a derivative that is still to be written: it can be checked as soon as that line is."]);
            }
            else
            {
                if (findings.Count == 0 && expected is not null && line is not null) findings = Compare(expected, line, (numberBefore, i + 1));
                var mark = findings.Count > 0 ? Mark.Wrong : i == 0 ? Mark.Given : Mark.Right;
                yield return new(i + 1, step.Why, line, shown, mark, findings);
            }
            if (line is null) continue;
            (before, numberBefore) = (line, i + 1);
            skipped.Clear();
        }
    }

    /// <summary>What the last step must be equal to; a derivative or logarithm behind a gap counts.</summary>
    private static Line Expected(Line before, IReadOnlyList<DerivationStep> steps) =>
        before.IsEquation ? before : new(steps.Aggregate(before.Left, (term, step) => step.Expected(term)));

    private static Term? LeftSide(Line? expected, Line? before, int number, IReadOnlyList<DerivationStep> steps)
    {
        if (expected is null || before is null || before.IsEquation) return null;
        return PlainWriter.Write(expected).Length <= LongestLeftSide ? expected.Left : Expected(new(new LineReference(number, before.Left)), steps).Left;
    }

    private static bool IsSecondDerivative(Term term) => term.Everything().Count(part => part is Apply { Op: Operator.Derivative }) > 1;

    private (Line? Line, IReadOnlyList<string> Findings) Sized(DerivationStep step)
    {
        if (step.Line is null) return (null, [step.Problem!]);
        try
        {
            var checker = _setting.NewShapeChecker();
            var sized = new Line(checker.WithSizes(step.Line.Left), step.Line.Right is { } right ? checker.WithSizes(right) : null);
            foreach (var side in sized.Sides) checker.ShapeOf(side);
            return (sized, []);
        }
        catch (ShapeException clash)
        {
            return (step.Line, [clash.Message]);
        }
    }

    private IReadOnlyList<string> Compare(Line expected, Line line, (int Before, int Own) numbers)
    {
        if (expected.IsEquation != line.IsEquation)
            return [line.IsEquation ? "This is an equation, the line before an expression." : "This is an expression, the line before an equation: write both sides, joined by ==."];
        if (line.IsEquation) return new EquationCheck(expected, _solver.Value).Findings(line, numbers);
        try
        {
            var checker = _setting.NewShapeChecker();
            var (was, now) = (checker.ShapeOf(expected.Left), checker.ShapeOf(line.Left));
            if (was != now) return [$"The sizes differ: this line is {now}, but {expected.Left} is {was}."];
        }
        catch (ShapeException clash)
        {
            return [$"Nothing can follow from the line before: {clash.Message}"];
        }
        return new ExpressionCheck(expected.Left, _comparison).Findings(line.Left, numbers);
    }
}
