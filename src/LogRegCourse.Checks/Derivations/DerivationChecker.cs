using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations;

/// <summary>
/// Checks every line against the one before it. Behind a gap, the next line is checked against the last one that is
/// written; behind a wrong line, against that wrong line, so that one mistake is reported once.
/// </summary>
internal static class DerivationChecker
{
    public static IEnumerable<CheckedLine> Check(IReadOnlyList<DerivationStep> steps, Setting setting)
    {
        Line? before = null;
        DerivationStep? skipped = null;
        var solver = new Lazy<EquationSolver>(() => new EquationSolver(setting));
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            var (line, findings) = Sized(step, setting);
            var expected = before is null ? null : Expected(step, before, skipped);
            var shown = step.Kind is StepKind.From or StepKind.Rewrite ? null : expected?.Left;
            if (line is { HasGap: true } && findings.Count == 0)
            {
                yield return new(i + 1, step.Why, line, shown, Mark.Gap, []);
                skipped ??= step.Kind == StepKind.Rewrite ? null : step;
                continue;
            }
            if (findings.Count == 0 && expected is not null && line is not null) findings = Compare(expected, line, solver, setting, i);
            var mark = findings.Count > 0 ? Mark.Wrong : i == 0 ? Mark.Given : Mark.Right;
            yield return new(i + 1, step.Why, line, shown, mark, findings);
            if (line is null) continue;
            before = line;
            skipped = null;
        }
    }

    /// <summary>What the step must be equal to, a gap's derivative or logarithm included.</summary>
    private static Line Expected(DerivationStep step, Line before, DerivationStep? skipped)
    {
        if (before.IsEquation) return before;
        var source = skipped is null ? before.Left : skipped.Expected(before.Left);
        return new Line(step.Expected(source));
    }

    private static (Line? Line, IReadOnlyList<string> Findings) Sized(DerivationStep step, Setting setting)
    {
        if (step.Line is null) return (null, [step.Problem!]);
        try
        {
            var checker = new ShapeChecker(setting.Shapes);
            var sized = new Line(checker.WithSizes(step.Line.Left), step.Line.Right is { } right ? checker.WithSizes(right) : null);
            foreach (var side in sized.Sides) checker.ShapeOf(side);
            return (sized, []);
        }
        catch (ShapeException clash)
        {
            return (step.Line, [clash.Message]);
        }
    }

    private static IReadOnlyList<string> Compare(Line expected, Line line, Lazy<EquationSolver> solver, Setting setting, int before)
    {
        if (expected.IsEquation != line.IsEquation)
            return [line.IsEquation ? "This is an equation, the line before an expression." : "This is an expression, the line before an equation: write both sides, joined by ==."];
        if (line.IsEquation) return new EquationCheck(expected, solver.Value, setting).Findings(line, before);
        try
        {
            var checker = new ShapeChecker(setting.Shapes);
            var (was, now) = (checker.ShapeOf(expected.Left), checker.ShapeOf(line.Left));
            if (was != now) return [$"The sizes differ: this line is {now}, but {expected.Left} is {was}."];
        }
        catch (ShapeException)
        {
            return ["The line before has sizes that clash, so nothing can follow from it."];
        }
        return new ExpressionCheck(expected.Left, setting).Findings(line.Left, before);
    }
}
