using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Precision;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations;

/// <summary>
/// Points at which an equation holds: the sampled points themselves where it is an identity, else roots in one symbol
/// with simple numbers for the others.
/// </summary>
internal sealed class EquationSolver(Comparison comparison)
{
    private const int PointsPerUnknown = 6;

    private readonly Dictionary<Line, IReadOnlyList<Point>> _known = [];
    private readonly Setting _setting = comparison.Setting;

    public Comparison Comparison => comparison;

    public IReadOnlyList<Point> SolutionsOf(Line equation) =>
        _known.TryGetValue(equation, out var points) ? points : _known[equation] = [.. Search(equation)];

    /// <summary>Whether the equation holds at a solution known to some hundred bits; null where it has no value.</summary>
    public bool? Holds(Line equation, Point point)
    {
        var left = comparison.Value(equation.Left, point, RootFinder.Bits).Entries[0].Value;
        var right = comparison.Value(equation.Right!, point, RootFinder.Bits).Entries[0].Value;
        if (!left.IsKnown || !right.IsKnown) return null;
        var difference = BigReal.Subtract(left.Middle, right.Middle, RootFinder.Bits);
        var scale = Math.Max(0, Math.Max(left.Middle.Magnitude, right.Middle.Magnitude));
        return difference.IsZero || difference.Magnitude < scale - 180;
    }

    private IEnumerable<Point> Search(Line equation)
    {
        var identities = comparison.Points.Take(4).Where(point => comparison.At(equation.Left, equation.Right!, point) == Agreement.Same).ToList();
        if (identities.Count > 2) return comparison.Points.Where(point => comparison.At(equation.Left, equation.Right!, point) == Agreement.Same);
        var unknowns = _setting.Names.Where(name => _setting.DomainOf(name).Values.Count == 0 && equation.Sides.Any(side => side.FreeSymbols().Contains(name)));
        return unknowns.SelectMany(unknown =>
        {
            var finder = new RootFinder(equation, unknown, comparison);
            return Frames(unknown).SelectMany(finder.Roots).Take(PointsPerUnknown);
        });
    }

    /// <summary>Simple values for all symbols but one.</summary>
    private IEnumerable<Point> Frames(string unknown) =>
        comparison.Points.DistinctBy(point => string.Join(";", _setting.Names.Where(name => name != unknown).Select(name => $"{point.Symbols[name][0]}"))).Take(2 * PointsPerUnknown);
}
