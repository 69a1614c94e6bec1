using LogRegCourse.Checks.Derivations.Diagnosis;
using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations;

/// <summary>Whether an expression is equal to the expected one wherever that is defined in its domain.</summary>
internal sealed class ExpressionCheck
{
    private const int LeastPoints = 3;

    private readonly Term _expected;
    private readonly bool _isDerivative;
    private readonly Comparison _comparison;
    private readonly Setting _setting;

    public ExpressionCheck(Term expected, Comparison comparison)
    {
        (_expected, _comparison, _setting) = (expected, comparison, comparison.Setting);
        _isDerivative = expected is Apply { Op: Operator.Derivative };
        comparison.Remember(expected);
    }

    /// <summary>Whether the line is right, and what is wrong with it.</summary>
    public Judgement Judge(Term line, (int Before, int Own) numbers)
    {
        _comparison.Begin();
        var (compared, undefined) = (0, new List<Point>());
        foreach (var point in _comparison.PointsFor(_expected, line))
        {
            switch (At(line, point))
            {
                case Agreement.Same:
                    compared++;
                    break;
                // A derivative may be written so that it has no value at a corner or a single point.
                case Agreement.RightUndefined when _isDerivative:
                    undefined.Add(point);
                    break;
                case Agreement.RightUndefined:
                    return new(Mark.Wrong, [Undefined.Describe(line, point, _setting), .. Named(line, point)]);
                case Agreement.Different:
                    return new(Mark.Wrong, Explain(line, point, numbers));
            }
            if (_comparison.IsExhausted) return Judgement.Open("it would take too long; write it in smaller steps.");
        }
        if (undefined.Count > compared / 2) return new(Mark.Wrong, [Undefined.Describe(line, undefined[0], _setting)]);
        return compared >= LeastPoints ? Judgement.Right : Judgement.Open("the line before is defined at too few points of the domain to compare with it.");
    }

    /// <summary>Whether the line is right.</summary>
    public bool Accepts(Term line)
    {
        if (!HasRightSize(line)) return false;
        _comparison.Begin();
        return IsSameAt(_comparison.Points.Concat(_comparison.Extremes), line);
    }

    private Agreement At(Term line, Point point) => _comparison.At(_expected, line, point);

    private bool IsSameAt(IEnumerable<Point> points, Term line)
    {
        var (compared, undefined) = (0, 0);
        foreach (var point in points)
        {
            var agreement = At(line, point);
            if (agreement == Agreement.Same) compared++;
            else if (agreement == Agreement.RightUndefined && _isDerivative) undefined++;
            else if (agreement == Agreement.Undecided && point.MostBits < Comparison.MostBits) continue;
            else if (agreement != Agreement.LeftUndefined) return false;
        }
        return compared >= LeastPoints && undefined <= compared / 2;
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

    private IEnumerable<string> Named(Term line, Point failure)
    {
        _comparison.BeginSentence();
        // What fails where the line fails needs no further point.
        List<Point> points = [failure, .. _comparison.Points.Reverse().Where(other => other != failure), .. _comparison.Extremes];
        return new ExpressionDiagnosis(_expected, line, _comparison, repaired => HasRightSize(repaired) && IsSameAt(points, repaired)).Name() is { } name ? [name] : [];
    }

    private IReadOnlyList<string> Explain(Term line, Point failure, (int Before, int Own) numbers)
    {
        _comparison.BeginSentence();
        var point = Shrinker.Shrink(failure, _setting, smaller => At(line, smaller) == Agreement.Different);
        _comparison.Begin();
        var (_, left, right) = _comparison.Values(_expected, line, point);
        var findings = new List<string> { Counterexample.Describe(point, left!, right!, numbers) };
        findings.AddRange(Named(line, failure));
        _comparison.BeginSentence();
        if (PartOfDomain.Describe(_comparison.Points, _setting, at => At(line, at)) is { } part) findings.Add(part);
        return findings;
    }
}
