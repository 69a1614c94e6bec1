using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Precision;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations;

/// <summary>
/// The solutions of an equation in one symbol: changes of sign are looked for in doubles, bisected, and refined by
/// Newton's method to some hundred bits.
/// </summary>
internal sealed class RootFinder(Line equation, string unknown, Comparison comparison)
{
    public const int Bits = 320;

    private const int Halvings = 46;
    private const int NewtonSteps = 9;

    // Below it, relative to the sides, the sign of a difference of doubles may be rounding.
    private const double Noise = 1e-9;

    private readonly Term _difference = Term.Of(Operator.Subtract, equation.Left, equation.Right!);
    private readonly Term _slope = Term.Of(Operator.Derivative, Term.Of(Operator.Subtract, equation.Left, equation.Right!), new Symbol(unknown));
    private readonly Domain _domain = comparison.Setting.DomainOf(unknown);

    private readonly List<(Number Number, double Double)> _grid =
        [.. comparison.Setting.DomainOf(unknown).SimpleNumbers.Select(number => (number, number.ToDouble())).OrderBy(pair => pair.Item2)];

    /// <summary>The roots between and at the simple numbers, all other symbols having their values of the frame.</summary>
    public IEnumerable<Point> Roots(Point frame)
    {
        var others = frame.Symbols.ToDictionary(pair => pair.Key, pair => pair.Value[0].ToDouble());
        (double At, int Sign)? last = null;
        foreach (var (number, at) in _grid)
        {
            var sign = QuickSign(others, at) ?? Sign(With(frame, number));
            if (sign == 0) yield return With(frame, number);
            else if (sign is { } after && last is { } before && before.Sign == -after && Refine(frame, Bisect(others, before.At, at, before.Sign)) is { } root)
                yield return root;
            last = sign is null or 0 ? null : (at, sign.Value);
        }
    }

    private int? QuickSign(Dictionary<string, double> others, double at)
    {
        others[unknown] = at;
        var (left, right) = (QuickValue.Of(equation.Left, name => others[name]), QuickValue.Of(equation.Right!, name => others[name]));
        var difference = left - right;
        return Math.Abs(difference) > Noise * (Math.Abs(left) + Math.Abs(right)) && double.IsFinite(difference) ? Math.Sign(difference) : null;
    }

    /// <summary>The sign, 0 where it is zero as far as can be seen, null where the equation has no value.</summary>
    private int? Sign(Point point)
    {
        var value = Value(_difference, point, Bits);
        return !value.IsKnown ? null : value.MayBeZero ? 0 : value.Middle.Sign;
    }

    private double Bisect(Dictionary<string, double> others, double low, double high, int lowSign)
    {
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (QuickSign(others, middle) is not { } sign) return middle;
            if (sign == lowSign) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    private Point? Refine(Point frame, double start)
    {
        var at = BigReal.FromDouble(start);
        // Newton doubles the digits that are right: the first steps need few.
        for (var (i, bits) = (0, 128); i < NewtonSteps; i++, bits = Math.Min(2 * bits, Bits))
        {
            var point = With(frame, Rational(at));
            var value = Value(_difference, point, bits);
            var slope = Value(_slope, point, bits);
            if (!value.IsKnown || !slope.IsKnown || slope.MayBeZero) return null;
            if (bits == Bits && (value.Middle.IsZero || value.Middle.Magnitude < -280)) return point;
            at = BigReal.Subtract(at, BigReal.Divide(value.Middle, slope.Middle, bits), bits);
            if (!_domain.Contains(Rational(at))) return null;
        }
        var root = With(frame, Rational(at));
        var rest = Value(_difference, root, Bits);
        // A change of sign at a pole is no root.
        return rest.IsKnown && (rest.Middle.IsZero || rest.Middle.Magnitude < -230) ? root : null;
    }

    private Ball Value(Term term, Point point, int bits) => comparison.Value(term, point, bits).Entries[0].Value;

    private static Number Rational(BigReal value) => value.Exponent >= 0
        ? new Number(value.Mantissa << value.Exponent, 1)
        : new Number(value.Mantissa, System.Numerics.BigInteger.One << -value.Exponent);

    private Point With(Point frame, Number value)
    {
        var symbols = new Dictionary<string, Number[]>(frame.Symbols) { [unknown] = [value] };
        return frame with { Symbols = symbols };
    }
}
