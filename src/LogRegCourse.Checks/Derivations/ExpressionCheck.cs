using LogRegCourse.Checks.Derivations.Diagnosis;
using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations;

/// <summary>Whether an expression is equal to the expected one wherever that is defined in its domain.</summary>
internal sealed class ExpressionCheck
{
    private const int LeastPoints = 3;

    private readonly Term _expected;
    private readonly Comparison _comparison;
    private readonly Setting _setting;

    public ExpressionCheck(Term expected, Comparison comparison)
    {
        (_expected, _comparison, _setting) = (expected, comparison, comparison.Setting);
        comparison.Remember(expected);
    }

    /// <summary>What is wrong with the line; empty when it is right.</summary>
    public IReadOnlyList<string> Findings(Term line, (int Before, int Own) numbers)
    {
        var compared = 0;
        foreach (var point in _comparison.Points)
        {
            switch (At(line, point))
            {
                case Agreement.Same:
                    compared++;
                    break;
                case Agreement.RightUndefined:
                    return [Undefined.Describe(line, point, _setting)];
                case Agreement.Different:
                    return Explain(line, point, numbers);
            }
        }
        return compared >= LeastPoints ? [] : ["The line before is defined at too few points of the domain to compare with it."];
    }

    /// <summary>Whether the line is right.</summary>
    public bool Accepts(Term line) => HasRightSize(line) && IsSameAt(_comparison.Points, line);

    private Agreement At(Term line, Point point) => _comparison.At(_expected, line, point);

    private bool IsSameAt(IEnumerable<Point> points, Term line)
    {
        var compared = 0;
        foreach (var point in points)
        {
            var agreement = At(line, point);
            if (agreement is not (Agreement.Same or Agreement.LeftUndefined)) return false;
            if (agreement == Agreement.Same) compared++;
        }
        return compared >= LeastPoints;
    }

    private bool HasRightSize(Term line)
    {
        try
        {
            var checker = _setting.NewShapeChecker();
            return checker.ShapeOf(line) == checker.ShapeOf(_expected);
        }
        catch (ShapeException)
        {
            return false;
        }
    }

    private IReadOnlyList<string> Explain(Term line, Point failure, (int Before, int Own) numbers)
    {
        var point = Shrinker.Shrink(failure, _setting, smaller => At(line, smaller) == Agreement.Different);
        var (_, left, right) = _comparison.Values(_expected, line, point);
        var findings = new List<string> { Counterexample.Describe(point, left!, right!, numbers) };
        // What fails where the line fails needs no further point.
        List<Point> points = [failure, .. _comparison.Points.Reverse().Where(other => other != failure)];
        var repair = Repairs.Of(line, _expected, _setting).FirstOrDefault(repair => HasRightSize(repair.Line) && IsSameAt(points, repair.Line));
        if (repair is not null) findings.Add(repair.Message);
        if (PartOfDomain.Describe(_comparison.Points, _setting, at => At(line, at)) is { } part) findings.Add(part);
        return findings;
    }
}
