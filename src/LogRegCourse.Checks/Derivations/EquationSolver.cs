using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Precision;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations;

/// <summary>
/// Points at which an equation holds: the sampled points themselves where it is an identity, else roots in one symbol
/// with simple numbers for the others, refined by Newton's method to some hundred bits.
/// </summary>
internal sealed class EquationSolver(Comparison comparison)
{
    private const int PointsPerUnknown = 6;
    private const int ScanBits = 64;
    private const int RootBits = 512;
    private const int Halvings = 14;

    private readonly Dictionary<Line, IReadOnlyList<Point>> _known = [];
    private readonly Setting _setting = comparison.Setting;

    public Comparison Comparison => comparison;

    public IReadOnlyList<Point> SolutionsOf(Line equation) =>
        _known.TryGetValue(equation, out var points) ? points : _known[equation] = [.. Search(equation)];

    /// <summary>Whether the equation holds at a solution known to some hundred bits; null where it has no value.</summary>
    public bool? Holds(Line equation, Point point)
    {
        var left = Value(equation.Left, point, RootBits);
        var right = Value(equation.Right!, point, RootBits);
        if (!left.IsKnown || !right.IsKnown) return null;
        var difference = BigReal.Subtract(left.Middle, right.Middle, RootBits);
        var scale = Math.Max(0, Math.Max(left.Middle.Magnitude, right.Middle.Magnitude));
        return difference.IsZero || difference.Magnitude < scale - 180;
    }

    private IEnumerable<Point> Search(Line equation)
    {
        var identities = comparison.Points.Take(4).Where(point => comparison.At(equation.Left, equation.Right!, point) == Agreement.Same).ToList();
        if (identities.Count > 2) return comparison.Points.Where(point => comparison.At(equation.Left, equation.Right!, point) == Agreement.Same);
        var unknowns = _setting.Names.Where(name => _setting.DomainOf(name).Values.Count == 0 && equation.Sides.Any(side => side.FreeSymbols().Contains(name)));
        var difference = Term.Of(Operator.Subtract, equation.Left, equation.Right!);
        return unknowns.SelectMany(unknown => Frames(unknown).SelectMany(frame => Roots(difference, unknown, frame)).Take(PointsPerUnknown));
    }

    /// <summary>Simple values for all symbols but one.</summary>
    private IEnumerable<Point> Frames(string unknown) =>
        comparison.Points.DistinctBy(point => string.Join(";", _setting.Names.Where(name => name != unknown).Select(name => $"{point.Symbols[name][0]}"))).Take(2 * PointsPerUnknown);

    private IEnumerable<Point> Roots(Term difference, string unknown, Point frame)
    {
        var grid = _setting.DomainOf(unknown).SimpleNumbers.OrderBy(number => (double)number.Numerator / (double)number.Denominator).ToList();
        var derivative = Term.Of(Operator.Derivative, difference, new Symbol(unknown));
        (Number At, int Sign)? last = null;
        foreach (var at in grid)
        {
            var value = Value(difference, With(frame, unknown, at), ScanBits);
            // Nearly zero is not zero: 1 - e^-40 looks like 1 in the few bits of the scan.
            if (value is { IsKnown: true, MayBeZero: true }) value = Value(difference, With(frame, unknown, at), RootBits);
            if (!value.IsKnown)
            {
                last = null;
                continue;
            }
            var sign = value.MayBeZero ? 0 : value.Middle.Sign;
            if (sign == 0) yield return With(frame, unknown, at);
            else if (last is { } before && before.Sign == -sign && Refine(difference, derivative, unknown, frame, before.At, at, before.Sign) is { } root)
                yield return root;
            last = sign == 0 ? null : (at, sign);
        }
    }

    private Point? Refine(Term difference, Term derivative, string unknown, Point frame, Number low, Number high, int lowSign)
    {
        for (var i = 0; i < Halvings; i++)
        {
            var middle = Number.Ratio(low.Numerator * high.Denominator + high.Numerator * low.Denominator, 2 * low.Denominator * high.Denominator);
            var value = Value(difference, With(frame, unknown, middle), ScanBits);
            if (!value.IsKnown) return null;
            if (value.Middle.Sign == lowSign) low = middle;
            else high = middle;
        }
        var at = low;
        for (var i = 0; i < 9; i++)
        {
            var point = With(frame, unknown, at);
            var value = Value(difference, point, RootBits);
            var slope = Value(derivative, point, RootBits);
            if (!value.IsKnown || !slope.IsKnown || slope.MayBeZero) return null;
            if (value.Middle.IsZero) return point;
            var step = BigReal.Divide(value.Middle, slope.Middle, RootBits);
            at = Rational(BigReal.Subtract(Ball.Ratio(at.Numerator, at.Denominator, RootBits).Middle, step, RootBits));
            if (!_setting.DomainOf(unknown).Contains(at)) return null;
        }
        var root = With(frame, unknown, at);
        var rest = Value(difference, root, RootBits);
        // A change of sign at a pole is no root.
        return rest.IsKnown && (rest.Middle.IsZero || rest.Middle.Magnitude < -300) ? root : null;
    }

    private Ball Value(Term term, Point point, int bits) => comparison.Value(term, point, bits).Entries[0].Value;

    private static Number Rational(BigReal value) => value.Exponent >= 0
        ? Number.Ratio(value.Mantissa << value.Exponent, 1)
        : Number.Ratio(value.Mantissa, System.Numerics.BigInteger.One << -value.Exponent);

    private static Point With(Point frame, string name, Number value)
    {
        var symbols = new Dictionary<string, Number[]>(frame.Symbols) { [name] = [value] };
        return frame with { Symbols = symbols };
    }
}
