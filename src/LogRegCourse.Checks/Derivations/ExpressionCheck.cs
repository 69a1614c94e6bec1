using LogRegCourse.Checks.Derivations.Diagnosis;
using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations;

/// <summary>Whether an expression is equal to the expected one wherever that is defined in its domain.</summary>
internal sealed class ExpressionCheck(Term expected, Setting setting)
{
    private const int LeastPoints = 3;

    private readonly List<Point> _points = [.. PointSource.For(setting)];

    /// <summary>What is wrong with the line; empty when it is right.</summary>
    public IReadOnlyList<string> Findings(Term line, int before)
    {
        var compared = 0;
        foreach (var point in _points)
        {
            switch (Comparison.At(expected, line, point, setting))
            {
                case Agreement.Same:
                    compared++;
                    break;
                case Agreement.RightUndefined:
                    return [Undefined.Describe(line, point, setting)];
                case Agreement.Different:
                    return Explain(line, Shrinker.Shrink(point, setting, smaller => Comparison.At(expected, line, smaller, setting) == Agreement.Different), before);
            }
        }
        return compared >= LeastPoints ? [] : ["The line before is defined at too few points of the domain to compare with it."];
    }

    /// <summary>Whether the line is right; what a repair is tried with.</summary>
    public bool Accepts(Term line)
    {
        if (!IndicesFit(line) || !HasRightSize(line)) return false;
        var compared = 0;
        foreach (var point in _points)
        {
            var agreement = Comparison.At(expected, line, point, setting);
            if (agreement is Agreement.Different or Agreement.RightUndefined) return false;
            if (agreement == Agreement.Same) compared++;
        }
        return compared >= LeastPoints;
    }

    /// <summary>A repair may have carried a sum's index out of its sum, or a number into its place: no such line can be right.</summary>
    private bool IndicesFit(Term line)
    {
        var counted = line.Everything().OfType<Sum>().Select(sum => sum.Index).Concat(setting.Indices.Keys).ToList();
        return !line.FreeSymbols().Except(setting.Names).Any() && line.Everything().OfType<Apply>()
            .Where(part => part.Op is Operator.Row or Operator.Entry)
            .All(part => part.Operands.Skip(1).All(index => index is Symbol { Name: var name } && counted.Contains(name)));
    }

    private bool HasRightSize(Term line)
    {
        if (!setting.HasMatrices) return true;
        try
        {
            var checker = new ShapeChecker(setting.Shapes);
            return checker.ShapeOf(line) == checker.ShapeOf(expected);
        }
        catch (ShapeException)
        {
            return false;
        }
    }

    private IReadOnlyList<string> Explain(Term line, Point point, int before)
    {
        var (_, left, right) = Comparison.Values(expected, line, point, setting);
        var findings = new List<string> { Counterexample.Describe(point, left!, right!, before) };
        var repair = Repairs.Of(line, expected, setting).Where(repair => Accepts(repair.Line)).Select(repair => repair.Message).FirstOrDefault();
        if (repair is not null) findings.Add(repair);
        if (PartOfDomain.Describe(_points, setting, at => Comparison.At(expected, line, at, setting)) is { } part) findings.Add(part);
        return findings;
    }
}
