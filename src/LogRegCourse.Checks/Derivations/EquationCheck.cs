using LogRegCourse.Checks.Derivations.Diagnosis;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations;

/// <summary>Whether two equations have the same solutions.</summary>
internal sealed class EquationCheck
{
    public const int AgreeingBits = 180;

    // Each candidate is an equation to be solved: half a second for all.
    private const long EffortOfNames = 160_000;

    private readonly Line _before;
    private readonly EquationSolver _solver;
    private readonly Comparison _comparison;
    private IReadOnlyList<Point> _lost = [];
    private IReadOnlyList<Point> _added = [];
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
        if (Refused(equation, solutions, own, numbers) is { } refused) return refused;
        if (solutions.Count == 0)
            return Judgement.Open(own.Count == 0 ? "no point of the domain was found at which the line before holds." : "no point of the domain was found at which the line before holds, so nothing can be compared.");
        // Looked for only where all others agree.
        var frames = _solver.FramesOf(_before, equation);
        (_lost, _added) = (_solver.SolutionsInPieces(_before, equation, frames), _solver.SolutionsInPieces(equation, _before, frames));
        return Refused(equation, _lost, _added, numbers) ?? Judgement.Right;
    }

    private Judgement? Refused(Line equation, IReadOnlyList<Point> solutions, IReadOnlyList<Point> own, (int Before, int Own) numbers)
    {
        foreach (var point in solutions)
        {
            var holds = Holds(equation, point);
            if (holds is null && _solver.IsUndefined(equation, point) && Holds(_before, point) is not null)
                return new(Mark.Wrong, [Undefined.Describe(new Apply(Operator.Subtract, [.. equation.Sides]), point, _comparison.Setting), .. Repaired(equation)]);
            if (holds == false) return new(Mark.Wrong, Explain(equation, point, numbers));
        }
        return own.FirstOrDefault(point => IsAdded(equation, point)) is { } added
            ? new(Mark.Wrong, [$"At {added} line {numbers.Own} holds, but line {numbers.Before} does not: a solution was added.", .. Repaired(equation)]) : null;
    }

    private bool? Holds(Line line, Point point) => _isLoose ? _solver.HoldsLoosely(line, point) : _solver.Holds(line, point, AgreeingBits);

    private bool IsAdded(Line equation, Point point)
    {
        if (Holds(equation, point) != true) return false;
        // A point where the line before has no value is a solution that it does not have; in several symbols a single one, as 0 / 0, is passed over.
        return Holds(_before, point) is { } holds ? !holds : _comparison.Setting.Names.Count == 1 ? _solver.IsUndefined(_before, point) : _solver.IsUndefinedAround(_before, point);
    }

    private IReadOnlyList<string> Explain(Line equation, Point point, (int Before, int Own) numbers)
    {
        _comparison.Begin();
        var (_, left, right) = _comparison.Values(equation.Left, equation.Right!, point);
        var (a, b) = Counterexample.Show(left!, right!);
        var findings = new List<string>
        {
            $"At {point} line {numbers.Before} holds, but line {numbers.Own} does not: its left side is {a}, its right side {b}.",
        };
        if (LostFactor(equation, point) is { } factor) return [findings[0], $"It looks as if both sides were divided by {factor}, which is 0 there."];
        findings.AddRange(Repaired(equation));
        return findings;
    }

    private IEnumerable<string> Repaired(Line equation)
    {
        _comparison.BeginSentence(EffortOfNames);
        return new EquationDiagnosis(_before, equation, _solver, Accepts).Name() is { } name ? [name] : [];
    }

    private bool Accepts(Line equation) =>
        _solver.SolutionsOf(_before).Concat(_lost).All(point => Holds(equation, point) == true) && !_solver.SolutionsOf(equation).Concat(_added).Any(point => IsAdded(equation, point));

    /// <summary>A factor of both sides of the line before that the line does not have any more.</summary>
    private Term? LostFactor(Line equation, Point point)
    {
        if (_before.Right is not { } right) return null;
        var zero = right is Number { IsZero: true } ? FactorsOf(_before.Left).ToList() : _before.Left is Number { IsZero: true } ? FactorsOf(right).ToList() : [];
        var both = zero.Count > 1 ? zero : FactorsOf(_before.Left).Intersect(FactorsOf(right));
        var common = both.Where(factor => factor.FreeSymbols().Any()).Distinct().ToList();
        if (common.Count > 1) common.Add(common.Aggregate((a, b) => Term.Of(Operator.Multiply, a, b)));
        return common.Find(factor => _comparison.Value(factor, point, 256).Entries[0].Value is { IsKnown: true, MayBeZero: true }
            && Accepts(equation with { Left = Term.Of(Operator.Multiply, Term.Of(Operator.Subtract, equation.Left, equation.Right!), factor), Right = Term.Whole(0) }));
    }

    private static IEnumerable<Term> FactorsOf(Term term) => term switch
    {
        Apply { Op: Operator.Multiply } product => product.Operands.SelectMany(FactorsOf),
        Apply { Op: Operator.Divide } quotient => FactorsOf(quotient[0]),
        Apply { Op: Operator.Negate } negative => FactorsOf(negative[0]),
        Apply { Op: Operator.Power } power => FactorsOf(power[0]),
        _ => [term],
    };
}
