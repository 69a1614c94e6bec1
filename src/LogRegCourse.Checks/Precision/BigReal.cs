using System.Numerics;

namespace LogRegCourse.Checks.Precision;

/// <summary>
/// A real number mantissa * 2^exponent of as many bits as asked for, or undefined (a division by zero, the
/// logarithm of a negative number). The operations round to the precision that they are given.
/// </summary>
internal readonly struct BigReal
{
    private BigReal(BigInteger mantissa, int exponent, bool isUndefined = false)
    {
        Mantissa = mantissa;
        Exponent = mantissa.IsZero ? 0 : exponent;
        IsUndefined = isUndefined;
    }

    public BigInteger Mantissa { get; }
    public int Exponent { get; }
    public bool IsUndefined { get; }

    public static BigReal Zero => default;
    public static BigReal One { get; } = new(BigInteger.One, 0);
    public static BigReal Undefined { get; } = new(BigInteger.Zero, 0, true);

    public bool IsZero => !IsUndefined && Mantissa.IsZero;
    public int Sign => Mantissa.Sign;

    /// <summary>The power of two just above the absolute value: 2^(Magnitude-1) &lt;= |x| &lt; 2^Magnitude.</summary>
    public long Magnitude => Mantissa.IsZero ? long.MinValue / 4 : Exponent + Length(Mantissa);

    public bool IsInteger => !IsUndefined && (Exponent >= 0 || Mantissa.IsZero || ((Mantissa >> -Exponent) << -Exponent) == Mantissa);

    public static BigReal FromInteger(BigInteger value) => new(value, 0);

    /// <summary>mantissa * 2^exponent, exactly.</summary>
    public static BigReal Dyadic(BigInteger mantissa, long exponent) => new(mantissa, checked((int)exponent));

    /// <summary>mantissa * 2^exponent, rounded to nearest.</summary>
    public static BigReal Scaled(BigInteger mantissa, long exponent, int bits)
    {
        var surplus = Length(mantissa) - bits;
        if (surplus > 0)
        {
            mantissa = ((mantissa >> (int)(surplus - 1)) + 1) >> 1;
            exponent += surplus;
        }
        return exponent is < int.MinValue / 2 or > int.MaxValue / 2 ? Undefined : new BigReal(mantissa, (int)exponent);
    }

    public static BigReal FromRatio(BigInteger numerator, BigInteger denominator, int bits) =>
        Divide(FromInteger(numerator), FromInteger(denominator), bits);

    /// <summary>The double itself, exactly.</summary>
    public static BigReal FromDouble(double value)
    {
        if (!double.IsFinite(value)) return Undefined;
        if (value == 0) return Zero;
        var raw = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((raw >> 52) & 0x7FF);
        var fraction = raw & 0xFFFFFFFFFFFFFL;
        if (exponent == 0) exponent = 1;
        else fraction |= 1L << 52;
        return new BigReal(value < 0 ? -fraction : fraction, exponent - 1075);
    }

    public double ToDouble()
    {
        if (IsUndefined) return double.NaN;
        if (Mantissa.IsZero) return 0;
        var surplus = (int)Math.Max(0, Length(Mantissa) - 62);
        var exponent = Exponent + surplus;
        var leading = (double)(long)(Mantissa >> surplus);
        return exponent < -1000 ? Math.ScaleB(Math.ScaleB(leading, -900), exponent + 900) : Math.ScaleB(leading, exponent);
    }

    public static BigReal operator -(BigReal a) => a.IsUndefined ? a : new BigReal(-a.Mantissa, a.Exponent);

    public static BigReal Add(BigReal a, BigReal b, int bits)
    {
        if (a.IsUndefined || b.IsUndefined) return Undefined;
        if (a.IsZero) return Scaled(b.Mantissa, b.Exponent, bits);
        if (b.IsZero) return Scaled(a.Mantissa, a.Exponent, bits);
        // A summand too small to be seen would only cost a shift by thousands of bits.
        if (a.Magnitude - b.Magnitude > bits + 4) return Scaled(a.Mantissa, a.Exponent, bits);
        if (b.Magnitude - a.Magnitude > bits + 4) return Scaled(b.Mantissa, b.Exponent, bits);
        var exponent = Math.Min(a.Exponent, b.Exponent);
        return Scaled((a.Mantissa << (a.Exponent - exponent)) + (b.Mantissa << (b.Exponent - exponent)), exponent, bits);
    }

    public static BigReal Subtract(BigReal a, BigReal b, int bits) => Add(a, -b, bits);

    public static BigReal Multiply(BigReal a, BigReal b, int bits) =>
        a.IsUndefined || b.IsUndefined ? Undefined : Scaled(a.Mantissa * b.Mantissa, (long)a.Exponent + b.Exponent, bits);

    public static BigReal Divide(BigReal a, BigReal b, int bits)
    {
        if (a.IsUndefined || b.IsUndefined || b.IsZero) return Undefined;
        var shift = (int)Math.Max(0, bits + 2 + Length(b.Mantissa) - Length(a.Mantissa));
        return Scaled((a.Mantissa << shift) / b.Mantissa, (long)a.Exponent - b.Exponent - shift, bits);
    }

    /// <summary>The sign of a - b for defined numbers.</summary>
    public static int Compare(BigReal a, BigReal b)
    {
        if (a.Sign != b.Sign) return a.Sign.CompareTo(b.Sign);
        var exponent = Math.Min(a.Exponent, b.Exponent);
        if (a.Magnitude != b.Magnitude) return a.Magnitude.CompareTo(b.Magnitude) * a.Sign;
        return (a.Mantissa << (a.Exponent - exponent)).CompareTo(b.Mantissa << (b.Exponent - exponent));
    }

    /// <summary>The value times 2^places, cut to an integer: fixed-point arithmetic for the series.</summary>
    public BigInteger ToFixed(int places)
    {
        var shift = (long)Exponent + places;
        if (shift >= 0) return Mantissa << (int)shift;
        return -shift > Length(Mantissa) + 1 ? BigInteger.Zero : Mantissa >> (int)-shift;
    }

    private static long Length(BigInteger value) => BigInteger.Abs(value).GetBitLength();
}
