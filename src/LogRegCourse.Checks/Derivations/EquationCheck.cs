using LogRegCourse.Checks.Derivations.Diagnosis;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations;

/// <summary>Whether two equations have the same solutions.</summary>
internal sealed class EquationCheck
{
    private readonly Line _before;
    private readonly EquationSolver _solver;
    private readonly Comparison _comparison;

    public EquationCheck(Line before, EquationSolver solver)
    {
        (_before, _solver, _comparison) = (before, solver, solver.Comparison);
        foreach (var side in before.Sides) _comparison.Remember(side);
    }

    /// <summary>What is wrong with the equation; empty when it is right.</summary>
    public IReadOnlyList<string> Findings(Line equation, (int Before, int Own) numbers)
    {
        foreach (var side in equation.Sides) _comparison.Remember(side);
        var solutions = _solver.SolutionsOf(_before);
        if (solutions.Count == 0) return ["No point of the domain was found where the line before holds, so nothing can be compared."];
        foreach (var point in solutions)
        {
            var holds = _solver.Holds(equation, point);
            if (holds is null && _solver.Holds(_before, point) is not null)
                return [Undefined.Describe(new Apply(Operator.Subtract, [.. equation.Sides]), point, _comparison.Setting)];
            if (holds == false) return Explain(equation, point, numbers);
        }
        foreach (var point in TooMany(equation))
            return [$"At {point} line {numbers.Own} holds, but line {numbers.Before} does not: a solution was added.", .. Repaired(equation)];
        return [];
    }

    private IEnumerable<Point> TooMany(Line equation) =>
        _comparison.Points.Where(point => IsAdded(equation, point)).Concat(
            _solver.SolutionsOf(equation).Where(point => _solver.Holds(_before, point) == false && _solver.Holds(equation, point) == true));

    private bool IsAdded(Line equation, Point point) =>
        Compare(equation, point) == Agreement.Same && Compare(_before, point) == Agreement.Different;

    private Agreement Compare(Line line, Point point) => _comparison.At(line.Left, line.Right!, point);

    private IReadOnlyList<string> Explain(Line equation, Point point, (int Before, int Own) numbers)
    {
        var (_, left, right) = _comparison.Values(equation.Left, equation.Right!, point);
        var (a, b) = Counterexample.Show(left!, right!);
        var findings = new List<string>
        {
            $"At {point} line {numbers.Before} holds, but line {numbers.Own} does not: its left side is {a}, its right side {b}.",
        };
        findings.AddRange(Repaired(equation));
        if (findings.Count == 1 && LostFactor(equation, point) is { } factor)
            findings.Add($"It looks as if both sides were divided by {factor}, which is 0 there.");
        return findings;
    }

    private IEnumerable<string> Repaired(Line equation)
    {
        var source = new Apply(Operator.Subtract, [.. _before.Sides]);
        var left = Repairs.Of(equation.Left, source, _comparison.Setting).Select(repair => (Line: equation with { Left = repair.Line }, Message: Named(repair.Message, "left")));
        var right = Repairs.Of(equation.Right!, source, _comparison.Setting).Select(repair => (Line: equation with { Right = repair.Line }, Message: Named(repair.Message, "right")));
        return right.Concat(left).Where(repair => Accepts(repair.Line)).Select(repair => repair.Message).Take(1);
    }

    private static string Named(string message, string side) => message.Replace("whole line", $"{side} side", StringComparison.Ordinal);

    private bool Accepts(Line equation) =>
        _solver.SolutionsOf(_before).All(point => _solver.Holds(equation, point) == true) && !_comparison.Points.Any(point => IsAdded(equation, point));

    private Term? LostFactor(Line equation, Point point) =>
        _before.Sides.Concat(equation.Sides).SelectMany(side => side.Everything()).Where(part => part is not Number)
            .OrderBy(part => part.Everything().Count()).FirstOrDefault(part => _comparison.Value(part, point, 256).Entries[0].Value is { IsKnown: true, MayBeZero: true });
}
