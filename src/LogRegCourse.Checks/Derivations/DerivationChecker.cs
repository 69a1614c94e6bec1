using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations;

/// <summary>
/// Checks every line against the one before it. Behind a gap, the next line is checked against the last one that is
/// written; behind a wrong line, against that wrong line, so that one mistake is reported once.
/// </summary>
internal sealed class DerivationChecker
{
    // A longer left side would push its line off a narrow page.
    private const int LongestLeftSide = 18;

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
        Written? before = null;
        var skipped = new List<DerivationStep>();
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            var (line, problem) = Sized(step);
            var since = step.Kind == StepKind.Derivative && step.By is null ? skipped : [.. skipped, step];
            var left = step.Kind is StepKind.From or StepKind.Rewrite || before is null ? null : LeftSide(before, since);
            var (mark, findings) = problem is not null ? (step.IsUnreadable ? Mark.Unchecked : Mark.Wrong, [problem])
                : line!.HasGap ? (Mark.Gap, [])
                : before is null ? i == 0 ? (Mark.Given, []) : steps[0].IsUnreadable ? (Mark.Unchecked, ["It can be checked as soon as the first line can be read."]) : (Mark.Gap, ["It can be checked as soon as the first line is written."])
                : Judge(before, since, line, i + 1) is var judged ? (judged.Mark, judged.Findings) : default;
            yield return new(i + 1, step.Why, line, left, mark, findings);
            if (line is null || (mark == Mark.Gap && line.HasGap))
            {
                skipped = since;
                continue;
            }
            before = new(line, i + 1, problem);
            skipped = [];
        }
    }

    private Judgement Judge(Written before, List<DerivationStep> since, Line line, int number)
    {
        if (before.Problem is { } problem) return new(Mark.Wrong, [$"Nothing can follow from line {before.Number}: {problem}"]);
        var expected = Expected(before.Line, since);
        if (IsSecondDerivative(expected.Left))
            return new(Mark.Gap, ["It is the derivative of a derivative that is still to be written: it can be checked as soon as that line is."]);
        return Compare(expected, line, (before.Number, number));
    }

    /// <summary>What the last step must be equal to; a derivative or logarithm behind a gap counts.</summary>
    private static Line Expected(Line before, IReadOnlyList<DerivationStep> steps) =>
        before.IsEquation ? before : new(steps.Aggregate(before.Left, (term, step) => step.Expected(term)));

    private static Term? LeftSide(Written before, IReadOnlyList<DerivationStep> steps)
    {
        if (before.Line.IsEquation) return null;
        var full = Expected(before.Line, steps).Left;
        return PlainWriter.Write(full).Length <= LongestLeftSide ? full : Expected(new(new LineReference(before.Number, before.Line.Left)), steps).Left;
    }

    private static bool IsSecondDerivative(Term term) => term.Everything().Count(part => part is Apply { Op: Operator.Derivative }) > 1;

    private (Line? Line, string? Problem) Sized(DerivationStep step)
    {
        if (step.Line is null) return (null, step.Problem);
        try
        {
            var checker = _setting.NewShapeChecker();
            var sized = new Line(checker.WithSizes(step.Line.Left), step.Line.Right is { } right ? checker.WithSizes(right) : null);
            if (sized is { IsEquation: true, Right: { } other })
            {
                var (one, two) = (checker.ShapeOf(sized.Left), checker.ShapeOf(other));
                if (one != two && !one.IsScalar && !two.IsScalar) throw new ShapeException($"The sides of the equation differ in size: {sized.Left} is {one}, {other} is {two}.");
            }
            else checker.ShapeOf(sized.Left);
            return (sized, null);
        }
        catch (ShapeException clash)
        {
            return (step.Line, clash.Message);
        }
    }

    private Judgement Compare(Line expected, Line line, (int Before, int Own) numbers)
    {
        if (expected.IsEquation != line.IsEquation)
            return new(Mark.Wrong, [line.IsEquation ? "This is an equation, the line before an expression." : "This is an expression, the line before an equation: write both sides, joined by ==."]);
        if (line.IsEquation && _setting.HasMatrices) return new MatrixEquationCheck(expected, _comparison).Judge(line, numbers);
        if (line.IsEquation) return new EquationCheck(expected, _solver.Value).Judge(line, numbers);
        try
        {
            var checker = _setting.NewShapeChecker();
            var (was, now) = (checker.ShapeOf(expected.Left), checker.ShapeOf(line.Left));
            var check = new ExpressionCheck(expected.Left, _comparison);
            if (was == now) return check.Judge(line.Left, numbers);
            var turned = Term.Of(Operator.Transpose, line.Left);
            return new(Mark.Wrong, [$"The sizes differ: this line is {now}, but {expected.Left} is {was}.", .. was == now.Transposed && check.Accepts(turned) ? [$"Transposed it is right: {turned}."] : (string[])[]]);
        }
        catch (ShapeException clash)
        {
            return new(Mark.Wrong, [clash.Message]);
        }
    }

    /// <summary>The last line that is written, with what makes it useless for the next one.</summary>
    private sealed record Written(Line Line, int Number, string? Problem);
}
