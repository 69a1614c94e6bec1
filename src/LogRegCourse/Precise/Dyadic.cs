using System.Numerics;

namespace LogRegCourse;

/// <summary>A whole number times a power of two, as every double is: sums and products of these are exact, whatever their sizes.</summary>
internal readonly record struct Dyadic(BigInteger Mantissa, int Exponent)
{
    private const int FractionBits = 52;
    private const int LeastExponent = -1074;

    public int Sign => Mantissa.Sign;

    public static implicit operator Dyadic(double value)
    {
        if (value == 0) return default;
        var exponent = Math.Max(Math.ILogB(value) - FractionBits, LeastExponent);
        // In two steps, as the power of two alone may be no double.
        return new(new BigInteger(Math.ScaleB(Math.ScaleB(value, -exponent / 2), -exponent - -exponent / 2)), exponent);
    }

    public static Dyadic From(DoubleDouble value) => (Dyadic)value.Hi + value.Lo;

    public static Dyadic operator +(Dyadic a, Dyadic b)
    {
        if (a.Mantissa.IsZero) return b;
        if (b.Mantissa.IsZero) return a;
        return a.Exponent >= b.Exponent ? new((a.Mantissa << (a.Exponent - b.Exponent)) + b.Mantissa, b.Exponent) : b + a;
    }

    public static Dyadic operator -(Dyadic a) => new(-a.Mantissa, a.Exponent);

    public static Dyadic operator -(Dyadic a, Dyadic b) => a + -b;

    public static Dyadic operator *(Dyadic a, Dyadic b) => new(a.Mantissa * b.Mantissa, a.Mantissa.IsZero || b.Mantissa.IsZero ? 0 : a.Exponent + b.Exponent);

    public static Dyadic Abs(Dyadic a) => new(BigInteger.Abs(a.Mantissa), a.Exponent);

    public static Dyadic Dot(Dyadic[] a, Dyadic[] b)
    {
        Dyadic sum = default;
        for (var j = 0; j < a.Length; j++) sum += a[j] * b[j];
        return sum;
    }

    /// <summary>The binary exponent of the number.</summary>
    public int Size => (int)BigInteger.Abs(Mantissa).GetBitLength() + Exponent;

    /// <summary>The number times a power of two, rounded to 32 digits.</summary>
    public DoubleDouble Scaled(int power)
    {
        var high = Leading(power);
        return new DoubleDouble(high, (this - Unscaled(high, power)).Leading(power));

        static Dyadic Unscaled(double value, int power) => (Dyadic)value is var exact ? exact with { Exponent = exact.Exponent - power } : default;
    }

    // The first 53 bits, the rest cut off.
    private double Leading(int power)
    {
        var shift = Math.Max(0, (int)BigInteger.Abs(Mantissa).GetBitLength() - FractionBits - 1);
        return Math.ScaleB((double)(Mantissa.Sign * (BigInteger.Abs(Mantissa) >> shift)), Exponent + shift + power);
    }
}
