using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations.Diagnosis;

/// <summary>
/// Names the mistake of a wrong equation, or says nothing: a mistake made on the line before that gives an equation
/// with the same solutions as the one written, or an edit of what was written that makes it right.
/// </summary>
internal sealed class EquationDiagnosis(Line before, Line written, EquationSolver solver, Func<Line, bool> isRight)
{
    private const int LongestLine = 100;
    private const int MostPoints = 8;
    private const double Close = 1e-8;

    public string? Name()
    {
        if (before.Sides.Concat(written.Sides).Sum(side => side.Everything().Count()) > LongestLine) return null;
        if (Undone(Repairs.Habits) is { } habit) return habit;
        // What is solved for a symbol and says 0 is made by any law that gives 0.
        if (!before.Sides.Any(Zeros.IsZero) && (written.Left is Symbol && Zeros.IsZero(written.Right!))) return Zeros.Sentence(written.Right!).Replace("whole line", "right side", StringComparison.Ordinal);
        if (IsIdentity()) return "This line holds whatever the numbers are: nothing is left of the line before.";
        // Solutions that are lost or added are no slip of the pen: another number that has the right ones explains nothing.
        var (wanted, own) = (solver.SolutionsOf(before), solver.SolutionsOf(written));
        if (own.Count > 0 && own.All(point => Holds(before, point) == true)) return Made(mistake => mistake.Kind == EquationMistakes.LostRoot);
        if (wanted.Count > 0 && wanted.All(point => Holds(written, point) == true)) return Squared();
        return Made(mistake => !mistake.IsVague && mistake.Kind != EquationMistakes.OneSided && IsPlain(mistake)) ?? Undone(line => Repairs.Small(line, solver.Comparison.Setting).Where(IsTelling))
            ?? Made(mistake => mistake.Kind == EquationMistakes.OneSided)
            ?? Undone(Repairs.Unlikely) ?? (IsInOneSymbol ? null : Undone(line => Repairs.Larger(line, Term.Of(Operator.Subtract, before.Left, before.Right!), solver.Comparison.Setting))) ?? (IsInOneSymbol ? null : Made(mistake => mistake.IsVague));
    }

    // What went to the other side is to be seen in the line, and where nothing stands nothing went.
    private bool IsPlain(EquationRepair mistake) => mistake.Moved is null
        || !(IsZero(before) && IsZero(written)) && (mistake.Moved is Number or Approximate || written.Sides.Any(side => side.Everything().Contains(mistake.Moved)));

    private static bool IsZero(Line line) => line.Right is Number { IsZero: true };

    private bool IsInOneSymbol => solver.Comparison.Setting.Names.Count == 1;

    // Where one number is all that is asked for, some other number in the line always gives it.
    private bool IsTelling(Repair repair) => !IsInOneSymbol || repair.Kind is not ("number" or "exponent" or "operation");

    private bool IsIdentity() => solver.Comparison.Points.Count(point => solver.Comparison.At(written.Left, written.Right!, point) == Agreement.Same) > solver.Comparison.Points.Count / 2;

    private string? Squared()
    {
        var sides = Term.Of(Operator.Multiply, Term.Of(Operator.Subtract, before.Left, before.Right!), Term.Of(Operator.Add, before.Left, before.Right!));
        var both = solver.SolutionsOf(new(sides, Term.Whole(0)));
        return both.Count > 0 && both.All(point => Holds(written, point) != false) && solver.SolutionsOf(written).All(point => Holds(new(sides, Term.Whole(0)), point) != false)
            ? $"{(written.Sides.Any(side => side is Apply { Op: Operator.Abs }) ? "Absolute values of both sides were taken" : "Both sides were squared")}: that adds the solutions for which one side is minus the other." : null;
    }

    // A double of few known digits makes solutions of as few.
    private bool? Holds(Line line, Point point) => IsLoose ? solver.HoldsLoosely(line, point) : solver.Holds(line, point);

    private bool IsLoose => before.Sides.Concat(written.Sides).Any(Comparison.IsApproximate);

    private string? Made(Func<EquationRepair, bool> which)
    {
        var own = Quick(solver.SolutionsOf(written));
        if (own.Count == 0) return null;
        return EquationMistakes.On(before).Where(which).TakeWhile(_ => !solver.Comparison.IsExhausted).FirstOrDefault(mistake => Holds(mistake.Line, own) && IsEquivalent(mistake.Line))?.Message;
    }

    /// <summary>The mistaken equation and the written one have the same solutions, and are not true everywhere.</summary>
    private bool IsEquivalent(Line mistaken)
    {
        if (!solver.SolutionsOf(written).All(point => Holds(mistaken, point) == true)) return false;
        var other = solver.SolutionsOf(mistaken);
        return other.Count > 0 && other.All(point => Holds(written, point) != false);
    }

    private string? Undone(Func<Term, IEnumerable<Repair>> edits)
    {
        var points = Quick(solver.SolutionsOf(before));
        if (points.Count == 0) return null;
        var candidates = edits(written.Right!).Select(edit => new EquationRepair(written with { Right = edit.Line }, Named(edit.Message, "right"), edit.Kind))
            .Concat(edits(written.Left).Select(edit => new EquationRepair(written with { Left = edit.Line }, Named(edit.Message, "left"), edit.Kind)));
        var found = new List<EquationRepair>();
        foreach (var candidate in candidates)
        {
            // One of two that might have been meant is no more than half the truth.
            if (solver.Comparison.IsExhausted) return null;
            if (found.Exists(one => one.Kind == candidate.Kind) || !StaysSolved(candidate.Line) || !Holds(candidate.Line, points) || !isRight(candidate.Line)) continue;
            found.Add(candidate);
            if (found.Count == 2) return $"Either: {found[0].Message} Or: {found[1].Message}";
        }
        return found.Count == 1 ? found[0].Message : null;
    }

    /// <summary>What says what a symbol is was meant to say it: the mistake is on the other side.</summary>
    private bool StaysSolved(Line edited) => !IsSolved(written.Left, written.Right!) && !IsSolved(written.Right!, written.Left)
        || IsSolved(edited.Left, edited.Right!) && edited.Left.Equals(written.Left) || IsSolved(edited.Right!, edited.Left) && edited.Right!.Equals(written.Right);

    private static bool IsSolved(Term side, Term other) => side is Symbol { Name: var name } && !other.FreeSymbols().Contains(name);

    private static string Named(string message, string side) => message.Replace("whole line", $"{side} side", StringComparison.Ordinal);

    /// <summary>Some of the points with generic values, for a first look in doubles.</summary>
    private List<QuickEvaluator> Quick(IReadOnlyList<Point> points) => [.. points.Reverse().Take(MostPoints).Select(point => new QuickEvaluator(point, solver.Comparison.Setting.Shapes))];

    private static bool Holds(Line line, List<QuickEvaluator> points) => points.TrueForAll(point => point.At(line.Left) is [var left] && point.At(line.Right!) is [var right]
        && Math.Abs(left - right) <= Close * (1e-6 + Math.Abs(left) + Math.Abs(right)));
}
