using System.Numerics;

namespace LogRegCourse.Checks.Precision;

/// <summary>How far a value can be trusted.</summary>
internal enum Certainty
{
    /// <summary>The true value lies in the ball.</summary>
    Known,

    /// <summary>More bits may tell: the ball of a divisor or of a logarithm's argument contains zero.</summary>
    Open,

    /// <summary>There is no value: a division by exactly zero, the logarithm of a number that is not positive.</summary>
    Undefined,
}

/// <summary>
/// A midpoint and a bound of its error: the true value lies within 2^Error of it. Two balls that do not meet are two
/// different numbers, whatever was rounded on the way. The exponent is a fraction, so that a sum of a thousand terms
/// loses the ten bits that a thousand errors make, not one or two for every term.
/// </summary>
internal readonly record struct Ball(BigReal Middle, double Error, Certainty Certainty = Certainty.Known)
{
    /// <summary>The error exponent of an exact value.</summary>
    public const double Exactly = double.NegativeInfinity;

    // Above what the exponent of a bound is rounded by, up to exponents of a billion.
    private const double Above = 1e-6;

    // 2^Smallest is more than the exponential of anything below the least number that has one.
    private const double Smallest = -(1 << 26);

    public static Ball Zero { get; } = new(BigReal.Zero, Exactly);
    public static Ball One { get; } = new(BigReal.One, Exactly);
    public static Ball Undefined { get; } = new(BigReal.Undefined, Exactly, Certainty.Undefined);
    public static Ball Open { get; } = new(BigReal.Undefined, Exactly, Certainty.Open);

    public bool IsKnown => Certainty == Certainty.Known;
    public bool IsExact => Error == Exactly;
    public bool IsZero => IsKnown && IsExact && Middle.IsZero;

    /// <summary>The bound 2^Size above the absolute value of everything in the ball.</summary>
    public double Size => Math.Max(Middle.Magnitude, Error) + (IsExact ? 0 : 1);

    public bool MayBeZero => Middle.IsZero || Error >= Middle.Magnitude - 1;

    public static Ball Ratio(BigInteger numerator, BigInteger denominator, int bits) => denominator.IsPowerOfTwo
        ? new(BigReal.Dyadic(numerator, 1 - (long)denominator.GetBitLength()), Exactly)
        : Rounded(BigReal.FromRatio(numerator, denominator, bits), Exactly, bits);

    /// <summary>The ball of a computed value: the error carried over, and the rounding of the last bits.</summary>
    public static Ball Rounded(BigReal value, double error, int bits)
    {
        // Too large to be written down.
        if (value.IsUndefined) return Open;
        var rounding = value.IsZero ? Exactly : value.Magnitude - bits + 3;
        return new(value, Both(error, rounding));
    }

    public static Ball operator -(Ball a) => a with { Middle = -a.Middle };

    public static Ball Add(Ball a, Ball b, int bits)
    {
        if (!a.IsKnown || !b.IsKnown) return Worse(a, b);
        var sum = BigReal.Add(a.Middle, b.Middle, bits);
        // The difference of numbers with few bits is exact.
        if (a.IsExact && b.IsExact && sum.Mantissa.GetBitLength() < bits && Math.Abs(a.Middle.Exponent - b.Middle.Exponent) < bits)
            return new(sum, Exactly);
        var kept = Math.Max(a.Middle.Magnitude, b.Middle.Magnitude) - bits + 3;
        return new(sum, Both(Both(a.Error, b.Error), kept));
    }

    public static Ball Multiply(Ball a, Ball b, int bits)
    {
        if (a.IsZero || b.IsZero) return a.IsKnown && b.IsKnown ? Zero : Worse(a, b);
        if (!a.IsKnown || !b.IsKnown) return Worse(a, b);
        var product = BigReal.Multiply(a.Middle, b.Middle, bits);
        if (a.IsExact && b.IsExact && product.Mantissa.GetBitLength() < bits) return new(product, Exactly);
        return Rounded(product, Both(a.Size + b.Error, b.Size + a.Error), bits);
    }

    public static Ball Divide(Ball a, Ball b, int bits)
    {
        if (!a.IsKnown || !b.IsKnown) return Worse(a, b);
        if (b.MayBeZero) return b.IsExact ? Undefined : Open;
        var quotient = BigReal.Divide(a.Middle, b.Middle, bits);
        if (a.IsZero) return Zero;
        var error = Both(a.Error, quotient.Magnitude + b.Error) - (b.Middle.Magnitude - 2);
        var rounded = Rounded(quotient, error, bits);
        var isExact = a.IsExact && b.IsExact && BigInteger.Abs(b.Middle.Mantissa).IsPowerOfTwo;
        return isExact ? rounded with { Error = Exactly } : rounded;
    }

    public static Ball Exp(Ball a, int bits)
    {
        if (!a.IsKnown) return a;
        if (a.IsZero) return One;
        if (a.Error > -2) return Open;
        if (a.Middle.Sign < 0 && a.Middle.Magnitude > Elementary.LargestMagnitude) return new(BigReal.Zero, Smallest);
        var value = Elementary.Exp(a.Middle, bits);
        return value.IsUndefined ? Open : Rounded(value, value.Magnitude + a.Error + 2, bits);
    }

    public static Ball Log(Ball a, int bits)
    {
        if (!a.IsKnown) return a;
        if (a.IsExact && a.Middle.Sign <= 0) return Undefined;
        if (a.MayBeZero) return Open;
        if (a.Middle.Sign < 0) return Undefined;
        if (a.IsExact && a.Middle.Mantissa.IsOne && a.Middle.Exponent == 0) return Zero;
        return Rounded(Elementary.Log(a.Middle, bits), a.Error - (a.Middle.Magnitude - 2) + 1, bits);
    }

    public static Ball Sqrt(Ball a, int bits)
    {
        if (!a.IsKnown || a.IsZero) return a;
        if (a.MayBeZero) return Open;
        if (a.Middle.Sign < 0) return Undefined;
        return Rounded(Elementary.Sqrt(a.Middle, bits), a.Error - (a.Middle.Magnitude - 2) / 2 + 1, bits);
    }

    public static Ball Power(Ball a, Ball b, int bits)
    {
        if (!a.IsKnown || !b.IsKnown) return Worse(a, b);
        if (b.IsZero) return One;
        if (b.IsExact && b.Middle.IsInteger && b.Middle.Magnitude <= 12)
        {
            var n = (int)b.Middle.ToDouble();
            var power = Repeated(a, Math.Abs(n), bits);
            return n < 0 ? Divide(One, power, bits) : power;
        }
        if (a.IsZero) return b.MayBeZero ? Open : b.Middle.Sign > 0 ? Zero : Undefined;
        return Exp(Multiply(b, Log(a, bits), bits), bits);
    }

    /// <summary>-1 or 1 where a is surely less or more than b, 0 where the balls meet.</summary>
    public static int Compare(Ball a, Ball b, int bits)
    {
        var difference = Add(a, -b, bits);
        return difference.MayBeZero ? 0 : difference.Middle.Sign;
    }

    public double ToDouble() => IsKnown ? Middle.ToDouble() : double.NaN;

    private static Ball Repeated(Ball a, int n, int bits)
    {
        var result = One;
        for (; n > 0; n >>= 1, a = Multiply(a, a, bits))
            if ((n & 1) == 1) result = Multiply(result, a, bits);
        return result;
    }

    /// <summary>The exponent of the sum of two bounds.</summary>
    private static double Both(double a, double b)
    {
        var (large, small) = a < b ? (b, a) : (a, b);
        return small == Exactly ? large : large + Math.Log2(1 + Math.Pow(2, small - large)) + Above;
    }

    public static Ball Worse(Ball a, Ball b) => a.Certainty >= b.Certainty ? a : b;
}
