using System.Numerics;
using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Precision;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations;

/// <summary>
/// The zeros of a formula in one symbol. Changes of sign and places where it touches zero are looked for in doubles, on
/// a grid that is fine near 0, reaches far out and to the ends of the domain; each is tried as the simple fraction
/// that it may be, and else refined by Newton's method to some hundred bits.
/// </summary>
internal sealed class RootFinder
{
    public const int Bits = 320;

    private const int FirstBits = 128;
    private const int BitsBeside = 192;
    private const int MostPerFrame = 6;
    private const int Halvings = 60;
    private const int NewtonSteps = 12;
    private const int LeastGain = 4;
    private const int LargestDenominator = 10_000;

    // A minimum of |f| below it, relative to f's size around it, may be a zero.
    private const double Touching = 1e-6;

    private readonly Term _formula;
    private readonly Term _slope;
    private readonly string _unknown;
    private readonly int _slot;
    private readonly Comparison _comparison;
    private readonly Domain _domain;
    private readonly QuickProgram _quick;
    private readonly IReadOnlyList<string> _names;
    private readonly double[] _grid;
    private readonly double[] _values;

    // The frame of the last look, in doubles.
    private Point? _frame;
    private double[] _at = [];

    public RootFinder(Term formula, string unknown, Comparison comparison)
    {
        (_formula, _unknown, _comparison) = (formula, unknown, comparison);
        _slope = Term.Of(Operator.Derivative, formula, new Symbol(unknown));
        _names = comparison.Setting.Names;
        _slot = _names.ToList().IndexOf(unknown);
        _domain = comparison.Setting.DomainOf(unknown);
        _quick = new QuickProgram(formula, _names);
        _grid = [.. Grid(_domain).Order()];
        _values = new double[_grid.Length];
    }

    /// <summary>The zeros, all other symbols having their values of the frame.</summary>
    public IEnumerable<Point> Roots(Point frame)
    {
        var found = new List<double>();
        foreach (var number in _domain.SimpleNumbers.Take(12))
        {
            if (Math.Abs(Quick(frame, number.ToDouble())) > 1e-9 || !IsZero(frame, number)) continue;
            found.Add(number.ToDouble());
            yield return frame.With(_unknown, [number]);
        }
        foreach (var start in Starts(frame).Take(4 * MostPerFrame))
        {
            if (_comparison.IsExhausted) yield break;
            if (found.Count >= MostPerFrame) yield break;
            if (found.Exists(root => Math.Abs(root - start) <= 1e-7 * Math.Max(1e-3, Math.Abs(start)))) continue;
            if ((Simple(frame, start) ?? Refine(frame, start)) is not { } point) continue;
            var at = point.Symbols[_unknown][0].ToDouble();
            if (found.Exists(root => Math.Abs(root - at) <= 1e-12 * Math.Abs(at))) continue;
            found.Add(at);
            yield return point;
        }
    }

    /// <summary>The zeros where the formula changes its sign: those that are simple fractions, found without Newton's method, and the others where they are asked for.</summary>
    public IEnumerable<Point> Crossings(Point frame, bool alsoRounded)
    {
        foreach (var number in _domain.SimpleNumbers.Take(12))
            if (Math.Abs(Quick(frame, number.ToDouble())) <= 1e-9 && RationalValue.Of(_formula, frame.With(_unknown, [number])) is { IsZero: true }) yield return frame.With(_unknown, [number]);
        for (var k = 0; k < _grid.Length; k++) _values[k] = Quick(frame, _grid[k]);
        for (var k = 1; k < _grid.Length; k++)
        {
            if (_values[k - 1] * _values[k] >= 0 || double.IsNaN(_values[k - 1] * _values[k])) continue;
            var start = Bisect(frame, _grid[k - 1], _grid[k], Math.Sign(_values[k - 1]));
            if (Simple(frame, start) is { } simple) yield return simple;
            else if (alsoRounded && Refine(frame, start) is { } rounded) yield return rounded with { IsAtZero = true };
        }
    }

    private static IEnumerable<double> Grid(Domain domain)
    {
        const int Steps = 240;
        var (low, high) = (domain.Low?.ToDouble(), domain.High?.ToDouble());
        // No point at a round number, where zeros are: they are tried exactly.
        if (low is { } from && high is { } to)
        {
            for (var k = 1; k < Steps; k++) yield return from + (to - from) * (k + 0.137) / (Steps + 0.3);
            for (var size = 1e-2; size > 1e-16; size *= 0.31)
            {
                yield return from + (to - from) * size;
                yield return to - (to - from) * size;
            }
            yield break;
        }
        var origin = low ?? high ?? 0;
        foreach (var sign in new[] { 1, -1 })
        {
            if ((sign > 0 && high is not null) || (sign < 0 && low is not null)) continue;
            for (var k = 0; k < Steps; k++) yield return origin + sign * (k + 0.437) * 0.05;
            for (var size = 12.3; size < 2e6; size *= 1.17) yield return origin + sign * size;
            for (var size = 2.3e6; size < 1e15; size *= 3.1) yield return origin + sign * size;
            for (var size = 0.017; size > 1e-12; size *= 0.23) yield return origin + sign * size;
        }
    }

    /// <summary>Doubles near zeros: between changes of sign, and where the size has a small minimum.</summary>
    private IEnumerable<double> Starts(Point frame)
    {
        for (var k = 0; k < _grid.Length; k++) _values[k] = Quick(frame, _grid[k]);
        for (var k = 1; k < _grid.Length; k++)
        {
            var (before, here) = (_values[k - 1], _values[k]);
            if (double.IsFinite(before) && double.IsFinite(here) && Math.Sign(before) * Math.Sign(here) < 0)
            {
                // At a pole the sign changes too.
                var between = Bisect(frame, _grid[k - 1], _grid[k], Math.Sign(before));
                if (Math.Abs(Quick(frame, between)) <= Math.Max(Math.Abs(before), Math.Abs(here))) yield return between;
            }
            else if (here == 0) yield return _grid[k];
            if (k + 1 < _grid.Length && Touch(frame, k) is { } touch) yield return touch;
        }
    }

    private double Bisect(Point frame, double low, double high, int lowSign)
    {
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            var sign = Math.Sign(Quick(frame, middle) is var value && double.IsNaN(value) ? 0 : value);
            if (sign == 0) return middle;
            if (sign == lowSign) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    /// <summary>Two zeros that the grid steps over, or one that is only touched.</summary>
    private double? Touch(Point frame, int k)
    {
        var (a, b, c) = (_values[k - 1], _values[k], _values[k + 1]);
        if (!double.IsFinite(a) || !double.IsFinite(c) || Math.Sign(a) != Math.Sign(b) || Math.Sign(c) != Math.Sign(b)) return null;
        // Nor is one where the formula stays as it is.
        if (Math.Abs(b) > Math.Abs(a) || Math.Abs(b) > Math.Abs(c) || (a == b && b == c)) return null;
        var (low, high) = (_grid[k - 1], _grid[k + 1]);
        for (var i = 0; i < 80; i++)
        {
            var (left, right) = (low + 0.382 * (high - low), low + 0.618 * (high - low));
            var (atLeft, atRight) = (Quick(frame, left), Quick(frame, right));
            if (double.IsNaN(atLeft) || double.IsNaN(atRight)) return null;
            // Below zero between the two: there are two zeros, of which the nearer one is taken here.
            if (Math.Sign(atLeft) != Math.Sign(a)) return Bisect(frame, low, left, Math.Sign(a));
            if (Math.Sign(atRight) != Math.Sign(a)) return Bisect(frame, low, right, Math.Sign(a));
            if (Math.Abs(atLeft) < Math.Abs(atRight)) high = right;
            else low = left;
        }
        var lowest = (low + high) / 2;
        return Math.Abs(Quick(frame, lowest)) <= Touching * Math.Max(Math.Abs(a), Math.Abs(c)) ? lowest : null;
    }

    private double Quick(Point frame, double value)
    {
        if (!ReferenceEquals(frame, _frame)) (_frame, _at) = (frame, [.. _names.Select(name => frame.Symbols[name][0].ToDouble())]);
        _at[_slot] = value;
        return _quick.At(_at);
    }

    /// <summary>A fraction with a small denominator that is a zero exactly: what a multiple zero is found by.</summary>
    private Point? Simple(Point frame, double near)
    {
        foreach (var candidate in Convergents(near))
            if (Math.Abs(candidate.ToDouble() - near) <= 1e-4 * Math.Max(1e-6, Math.Abs(near)) && Math.Abs(Quick(frame, candidate.ToDouble())) <= Touching
                && _domain.Contains(candidate) && IsZero(frame, candidate)) return frame.With(_unknown, [candidate]);
        return null;
    }

    private static IEnumerable<Number> Convergents(double value)
    {
        var (p0, q0, p1, q1) = (BigInteger.Zero, BigInteger.One, BigInteger.One, BigInteger.Zero);
        for (var (rest, i) = (value, 0); i < 12 && Math.Abs(rest) < 1e12; i++)
        {
            var whole = Math.Floor(rest);
            (p0, q0, p1, q1) = (p1, q1, (BigInteger)whole * p1 + p0, (BigInteger)whole * q1 + q0);
            if (q1 > LargestDenominator) yield break;
            yield return Number.Ratio(p1, q1);
            if (rest == whole) yield break;
            rest = 1 / (rest - whole);
        }
    }

    private bool IsZero(Point frame, Number number)
    {
        if (!_domain.Contains(number)) return false;
        var point = frame.With(_unknown, [number]);
        var value = Value(_formula, point, Bits);
        return value.IsKnown && (value.IsZero || (value.MayBeZero && value.Error < -Bits + 80 && IsIsolated(point)));
    }

    private Point? Refine(Point frame, double start) => Refine(frame, start, 1, Bits) ?? Refine(frame, start, 2, 3 * Bits);

    /// <summary>Newton's method; with the multiplicity of the zero it doubles the digits at a multiple one as well.</summary>
    private Point? Refine(Point frame, double start, int multiplicity, int most)
    {
        var at = BigReal.FromDouble(start);
        var slope = Ball.Zero;
        var before = long.MaxValue;
        // The first steps need few bits.
        for (var (i, bits) = (0, Math.Min(FirstBits * multiplicity, most)); i < NewtonSteps; i++, bits = Math.Min(2 * bits, most))
        {
            var point = frame.With(_unknown, [Rational(at)]);
            var value = Value(_formula, point, bits);
            if (value.IsKnown && bits == most && (value.Middle.IsZero || value.Middle.Magnitude < 40 - Bits * multiplicity)) return Accurate(point, value);
            // A step has as many right digits as its slope, and the last steps are small.
            if (i <= 1 || multiplicity > 1) slope = Value(_slope, point, multiplicity > 1 ? bits : FirstBits);
            if (!value.IsKnown || !slope.IsKnown || slope.MayBeZero) return null;
            var step = BigReal.Divide(value.Middle, slope.Middle, bits);
            // From this near every step is far smaller than the one before it, or there is no zero of this multiplicity.
            if (i > 1 && step.Magnitude > before - LeastGain) return null;
            before = step.Magnitude;
            at = BigReal.Subtract(at, multiplicity == 1 ? step : BigReal.Add(step, step, bits), bits);
            if (!_domain.Contains(Rational(at))) return null;
        }
        var last = frame.With(_unknown, [Rational(at)]);
        return Accurate(last, Value(_formula, last, Bits));
    }

    /// <summary>A change of sign at a pole is no zero.</summary>
    private Point? Accurate(Point root, Ball rest)
    {
        var isFar = Math.Abs(root.Symbols[_unknown][0].ToDouble()) > 1e-12;
        return rest.IsKnown && (rest.Middle.IsZero || rest.Middle.Magnitude < -230) && isFar && IsIsolated(root) ? root : null;
    }

    /// <summary>Two sides that only come near each other, as sigmoids far out, are no zero: beside a zero the formula has a value that can be told from 0.</summary>
    private bool IsIsolated(Point root)
    {
        var at = root.Symbols[_unknown][0];
        var away = Number.Exactly(Math.ScaleB(Math.Max(1e-3, Math.Abs(at.ToDouble())), -16));
        foreach (var sign in new[] { 1, -1 })
        {
            var beside = Number.Ratio(at.Numerator * away.Denominator + sign * away.Numerator * at.Denominator, at.Denominator * away.Denominator);
            if (!_domain.Contains(beside)) continue;
            var value = Value(_formula, root.With(_unknown, [beside]), BitsBeside);
            if (value.IsKnown && !value.MayBeZero && value.Middle.Magnitude > -120) return true;
        }
        return false;
    }

    private Ball Value(Term term, Point point, int bits) => _comparison.Value(term, point, bits).Entries[0].Value;

    public static Number Rational(BigReal value) => value.Exponent >= 0
        ? new Number(value.Mantissa << value.Exponent, 1)
        : Number.Ratio(value.Mantissa, BigInteger.One << -value.Exponent);
}
