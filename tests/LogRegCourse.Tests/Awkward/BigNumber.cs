using System.Numerics;

namespace LogRegCourse.Tests.Awkward;

/// <summary>A number of 100 digits with an exponent of any size: what the library's answers are held against.</summary>
internal readonly struct BigNumber(BigInteger mantissa, int exponent)
{
    private const int Bits = 336;
    private const int Halvings = 24;
    private const int ExpTerms = 13;
    private static readonly BigNumber Ln2 = 2 * ArtanhOfReciprocal(3);
    private static readonly BigNumber[] Reciprocals = [.. Enumerable.Range(0, ExpTerms + 1).Select(k => k == 0 ? Zero : 1.0 / (BigNumber)k)];
    private readonly BigInteger _mantissa = mantissa;
    private readonly int _exponent = exponent;

    public static BigNumber Zero => default;

    public bool IsZero => _mantissa.IsZero;

    public int Sign => _mantissa.Sign;

    public static implicit operator BigNumber(double value)
    {
        if (value == 0) return Zero;
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var fraction = bits & 0xFFFFFFFFFFFFF;
        var mantissa = exponent == 0 ? fraction : fraction | (1L << 52);
        return new(value < 0 ? -mantissa : mantissa, Math.Max(exponent, 1) - 1075);
    }

    public static BigNumber operator +(BigNumber a, BigNumber b)
    {
        if (a.IsZero) return b;
        if (b.IsZero) return a;
        if (a._exponent < b._exponent) (a, b) = (b, a);
        var shift = a._exponent - b._exponent;
        // What is too far below to matter would only make the sum long.
        if (shift > 3 * Bits) return a;
        return Rounded((a._mantissa << shift) + b._mantissa, b._exponent);
    }

    public static BigNumber operator -(BigNumber a) => new(-a._mantissa, a._exponent);

    public static BigNumber operator -(BigNumber a, BigNumber b) => a + -b;

    public static BigNumber operator *(BigNumber a, BigNumber b) => Rounded(a._mantissa * b._mantissa, a._exponent + b._exponent);

    public static BigNumber operator /(BigNumber a, BigNumber b)
    {
        var shift = Math.Max(0, Bits + (int)b._mantissa.GetBitLength() - (int)a._mantissa.GetBitLength());
        return Rounded((a._mantissa << shift) / b._mantissa, a._exponent - shift - b._exponent);
    }

    public static bool operator <(BigNumber a, BigNumber b) => (a - b).Sign < 0;

    public static bool operator >(BigNumber a, BigNumber b) => b < a;

    public static BigNumber Abs(BigNumber a) => a.Sign < 0 ? -a : a;

    public static BigNumber Exp(BigNumber a)
    {
        if (a.IsZero) return 1.0;
        var n = Math.Round(a.ToDouble() / Math.Log(2));
        if (n < -100_000) return Zero;
        // So large that nothing else matters.
        n = Math.Min(n, 1e8);
        var r = a - n * Ln2;
        r = n == 1e8 ? Zero : new(r._mantissa, r._exponent - Halvings);
        BigNumber sum = 1.0, term = 1.0;
        for (var k = 1; k <= ExpTerms; k++)
        {
            term = term * r * Reciprocals[k];
            sum += term;
        }
        for (var k = 0; k < Halvings; k++) sum *= sum;
        return new(sum._mantissa, sum._exponent + (int)n);
    }

    public static BigNumber Sqrt(BigNumber a)
    {
        if (a.IsZero) return a;
        // A start from the leading bits, and each step doubles its digits.
        var exponent = a.BinaryExponent / 2;
        var small = new BigNumber(a._mantissa, a._exponent - 2 * exponent);
        BigNumber root = Math.Sqrt(small.ToDouble());
        for (var k = 0; k < 4; k++) root = (root + small / root) / 2.0;
        return new(root._mantissa, root._exponent + exponent);
    }

    public static BigNumber Log(BigNumber a)
    {
        var exponent = a.BinaryExponent;
        var mantissa = new BigNumber(a._mantissa, a._exponent - exponent);
        BigNumber log = Math.Log(mantissa.ToDouble());
        // Halley's method: each step has three times the digits of the one before.
        for (var k = 0; k < 2; k++)
        {
            var power = Exp(log);
            log += 2.0 * (mantissa - power) / (mantissa + power);
        }
        return log + exponent * Ln2;
    }

    public double ToDouble()
    {
        if (IsZero) return 0;
        // The leading 54 bits, of which the last decides how the 53 of a double are rounded.
        var shift = Math.Max(0, (int)BigInteger.Abs(_mantissa).GetBitLength() - 54);
        var leading = (long)(BigInteger.Abs(_mantissa) >> shift);
        if (shift > 0) (leading, shift) = ((leading + 1) >> 1, shift + 1);
        return _mantissa.Sign * Math.ScaleB((double)leading, _exponent + shift);
    }

    public override string ToString() => ToDouble().ToString("R");

    private int BinaryExponent => (int)BigInteger.Abs(_mantissa).GetBitLength() + _exponent;

    private static BigNumber Rounded(BigInteger mantissa, int exponent)
    {
        var excess = (int)BigInteger.Abs(mantissa).GetBitLength() - Bits;
        return excess <= 0 ? new(mantissa, exponent) : new(mantissa >> excess, exponent + excess);
    }

    // Σ 1/((2k + 1)·n^(2k + 1)).
    private static BigNumber ArtanhOfReciprocal(double n)
    {
        BigNumber sum = 0.0, power = 1 / (BigNumber)n;
        for (var k = 0; k < 120; k++)
        {
            sum += power / (2.0 * k + 1);
            power = power / (n * n);
        }
        return sum;
    }
}
