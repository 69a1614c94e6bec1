using LogRegCourse.Checks.Derivations.Diagnosis;
using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations;

/// <summary>Whether two equations have the same solutions.</summary>
internal sealed class EquationCheck(Line before, EquationSolver solver, Setting setting)
{
    /// <summary>What is wrong with the equation; empty when it is right.</summary>
    public IReadOnlyList<string> Findings(Line equation, int numberBefore)
    {
        var solutions = solver.SolutionsOf(before);
        if (solutions.Count == 0) return ["No point of the domain was found where the line before holds, so nothing can be compared."];
        foreach (var point in solutions)
        {
            var holds = solver.Holds(equation, point);
            if (holds is null && solver.Holds(before, point) is not null) return [Undefined.Describe(new Apply(Operator.Subtract, [.. equation.Sides]), point, setting)];
            if (holds == false) return Explain(equation, point, numberBefore);
        }
        foreach (var point in TooMany(equation))
            return [$"At {point} line {numberBefore + 1} holds, but line {numberBefore} does not: a solution was added.", .. Repaired(equation)];
        return [];
    }

    private IEnumerable<Point> TooMany(Line equation)
    {
        foreach (var point in solver.Sampled)
            if (Compare(before, point) == Agreement.Different && Compare(equation, point) == Agreement.Same)
                yield return point;
        foreach (var point in solver.SolutionsOf(equation))
            if (solver.Holds(before, point) == false && solver.Holds(equation, point) == true)
                yield return point;
    }

    private Agreement Compare(Line line, Point point) => Comparison.At(line.Left, line.Right!, point, setting);

    private IReadOnlyList<string> Explain(Line equation, Point point, int numberBefore)
    {
        var (_, left, right) = Comparison.Values(equation.Left, equation.Right!, point, setting);
        var (a, b) = Counterexample.Show(left!, right!);
        var findings = new List<string>
        {
            $"At {point} line {numberBefore} holds, but line {numberBefore + 1} does not: its left side is {a}, its right side {b}.",
        };
        findings.AddRange(Repaired(equation));
        if (findings.Count == 1 && LostFactor(equation, point) is { } factor)
            findings.Add($"It looks as if both sides were divided by {factor}, which is 0 there.");
        return findings;
    }

    private IEnumerable<string> Repaired(Line equation)
    {
        var source = new Apply(Operator.Subtract, [.. before.Sides]);
        var left = Repairs.Of(equation.Left, source, setting).Select(repair => (Line: equation with { Left = repair.Line }, Message: Named(repair.Message, "left")));
        var right = Repairs.Of(equation.Right!, source, setting).Select(repair => (Line: equation with { Right = repair.Line }, Message: Named(repair.Message, "right")));
        return right.Concat(left).Where(repair => Accepts(repair.Line)).Select(repair => repair.Message).Take(1);
    }

    private static string Named(string message, string side) => message.Replace("whole line", $"{side} side", StringComparison.Ordinal);

    private bool Accepts(Line equation) =>
        solver.SolutionsOf(before).All(point => solver.Holds(equation, point) == true) &&
        !solver.Sampled.Any(point => Compare(before, point) == Agreement.Different && Compare(equation, point) == Agreement.Same);

    private Term? LostFactor(Line equation, Point point)
    {
        var evaluator = new Evaluator(point, setting.Shapes, 256);
        return before.Sides.Concat(equation.Sides).SelectMany(side => side.Everything()).Where(part => part is not Number)
            .FirstOrDefault(part => evaluator.Value(part).Entries[0].Value is { IsKnown: true, MayBeZero: true });
    }
}
