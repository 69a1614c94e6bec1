using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations.Diagnosis;

/// <summary>Tells in doubles, at a few points, which of many candidates may be equal to a formula; who passes is then checked.</summary>
internal sealed class Screen
{
    private const double Close = 1e-8;
    private const int FewestPoints = 2;
    private const int MostPoints = 5;

    private readonly List<(QuickEvaluator Quick, double[] Target)> _points = [];

    public Screen(IEnumerable<Point> points, Setting setting, Func<Point, double[]?> target)
    {
        foreach (var point in points)
        {
            if (target(point) is { } values && values.All(double.IsFinite)) _points.Add((new QuickEvaluator(point, setting.Shapes), values));
            if (_points.Count == MostPoints) break;
        }
    }

    public bool Passes(Term candidate) => _points.Count >= FewestPoints && _points.All(point => IsClose(point.Quick.At(candidate), point.Target));

    private static bool IsClose(double[]? values, double[] target)
    {
        if (values is null || values.Length != target.Length) return false;
        for (var i = 0; i < values.Length; i++)
            if (!(Math.Abs(values[i] - target[i]) <= Close * (1e-4 + Math.Abs(target[i])))) return false;
        return true;
    }
}
