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
        return Undone(Repairs.Habits) ?? Made() ?? Undone(line => Repairs.Small(line, solver.Comparison.Setting))
            ?? Undone(line => Repairs.Larger(line, Term.Of(Operator.Subtract, before.Left, before.Right!), solver.Comparison.Setting));
    }

    private string? Made()
    {
        var own = Quick(solver.SolutionsOf(written));
        if (own.Count == 0) return null;
        return EquationMistakes.On(before).FirstOrDefault(mistake => Holds(mistake.Line, own) && IsEquivalent(mistake.Line))?.Message;
    }

    /// <summary>The mistaken equation and the written one have the same solutions, and are not true everywhere.</summary>
    private bool IsEquivalent(Line mistaken)
    {
        if (!solver.SolutionsOf(written).All(point => solver.Holds(mistaken, point) == true)) return false;
        var other = solver.SolutionsOf(mistaken);
        return other.Count > 0 && other.All(point => solver.Holds(written, point) != false);
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
            if (found.Exists(one => one.Kind == candidate.Kind) || !Holds(candidate.Line, points) || !isRight(candidate.Line)) continue;
            found.Add(candidate);
            if (found.Count == 2) return $"Either: {found[0].Message} Or: {found[1].Message}";
        }
        return found.Count == 1 ? found[0].Message : null;
    }

    private static string Named(string message, string side) => message.Replace("whole line", $"{side} side", StringComparison.Ordinal);

    /// <summary>Some of the points with generic values, for a first look in doubles.</summary>
    private List<QuickEvaluator> Quick(IReadOnlyList<Point> points) => [.. points.Reverse().Take(MostPoints).Select(point => new QuickEvaluator(point, solver.Comparison.Setting.Shapes))];

    private static bool Holds(Line line, List<QuickEvaluator> points) => points.TrueForAll(point => point.At(line.Left) is [var left] && point.At(line.Right!) is [var right]
        && Math.Abs(left - right) <= Close * (1e-6 + Math.Abs(left) + Math.Abs(right)));
}
