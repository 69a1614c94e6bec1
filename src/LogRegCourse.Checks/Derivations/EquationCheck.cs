using LogRegCourse.Checks.Derivations.Diagnosis;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations;

/// <summary>Whether two equations have the same solutions.</summary>
internal sealed class EquationCheck
{
    // Solutions of an equation with a double of few known digits are known to as many.
    private const int LooselyAgreeingBits = 36;

    private readonly Line _before;
    private readonly EquationSolver _solver;
    private readonly Comparison _comparison;
    private bool _isLoose;

    public EquationCheck(Line before, EquationSolver solver)
    {
        (_before, _solver, _comparison) = (before, solver, solver.Comparison);
        foreach (var side in before.Sides) _comparison.Remember(side);
    }

    /// <summary>Whether the equation is right, and what is wrong with it.</summary>
    public Judgement Judge(Line equation, (int Before, int Own) numbers)
    {
        _comparison.Begin();
        _isLoose = _before.Sides.Concat(equation.Sides).Any(Comparison.IsApproximate);
        foreach (var side in equation.Sides) _comparison.Remember(side);
        var (solutions, own) = (_solver.SolutionsOf(_before), _solver.SolutionsOf(equation));
        foreach (var point in solutions)
        {
            var holds = Holds(equation, point);
            if (holds is null && Holds(_before, point) is not null)
                return new(Mark.Wrong, [Undefined.Describe(new Apply(Operator.Subtract, [.. equation.Sides]), point, _comparison.Setting)]);
            if (holds == false) return new(Mark.Wrong, Explain(equation, point, numbers));
        }
        if (own.FirstOrDefault(point => IsAdded(equation, point)) is { } added)
            return new(Mark.Wrong, [$"At {added} line {numbers.Own} holds, but line {numbers.Before} does not: a solution was added.", .. Repaired(equation)]);
        if (solutions.Count == 0)
            return Judgement.Open(own.Count == 0 ? "no point of the domain was found at which the line before holds." : "no point of the domain was found at which the line before holds, so nothing can be compared.");
        return Judgement.Right;
    }

    private bool? Holds(Line line, Point point) => _isLoose ? _solver.Holds(line, point, LooselyAgreeingBits) : _solver.Holds(line, point);

    private bool IsAdded(Line equation, Point point)
    {
        if (Holds(equation, point) != true) return false;
        // With one symbol a point where the line before has no value is a solution that it does not have.
        return Holds(_before, point) is { } holds ? !holds : _comparison.Setting.Names.Count == 1;
    }

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
        _solver.SolutionsOf(_before).All(point => Holds(equation, point) == true) && !_solver.SolutionsOf(equation).Any(point => IsAdded(equation, point));

    private Term? LostFactor(Line equation, Point point) =>
        _before.Sides.Concat(equation.Sides).SelectMany(side => side.Everything()).Where(part => part is not Number)
            .OrderBy(part => part.Everything().Count()).FirstOrDefault(part => _comparison.Value(part, point, 256).Entries[0].Value is { IsKnown: true, MayBeZero: true });
}
