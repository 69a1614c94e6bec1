namespace LogRegCourse;

/// <summary>
/// A number as the unevaluated sum of two doubles, about 32 digits: what a fit computes with where columns nearly repeat
/// each other, so that the answer still has its 16.
/// </summary>
/// <remarks>Source: T. Dekker, Numerische Mathematik 18 (1971); Y. Hida, X. Li, D. Bailey, the QD library (2001).</remarks>
/// <param name="Hi">The number, rounded.</param>
/// <param name="Lo">What rounding took from it.</param>
internal readonly record struct DoubleDouble(double Hi, double Lo)
{
    // e^a for a up to log(2)/2 on either side is looked up in steps of 1/4096.
    private const int Parts = 4096;
    private const int FineParts = 64;
    private const int FirstPart = 23 * FineParts;
    private const int TaylorTerms = 30;
    private const int MostInverted = 9;
    private const int LargestPower = 1000;
    private const int ExponentBias = 1023;
    private const int FractionBits = 52;

    // log(1 + x) by its series below this, where the general way would lose digits of a small result.
    private const double SmallForLog = 1e-4;
    private const int LogTerms = 9;
    private static readonly DoubleDouble Ln2 = new(0.69314718055994529, 2.3190468138462996e-17);
    private static readonly DoubleDouble[] Inverses = [.. Enumerable.Range(0, MostInverted + 1).Select(n => n == 0 ? default : (DoubleDouble)1 / n)];

    private static readonly DoubleDouble[] Coarse = [.. Enumerable.Range(0, 2 * FirstPart / FineParts).Select(k => ByTaylor((k * FineParts - FirstPart) / (double)Parts))];
    private static readonly DoubleDouble[] Fine = [.. Enumerable.Range(0, FineParts).Select(k => ByTaylor(k / (double)Parts))];

    public static DoubleDouble Zero => default;

    public static DoubleDouble One => new(1, 0);

    public static DoubleDouble TwoPi => new(2 * Math.PI, 2.4492935982947064e-16);

    public static implicit operator DoubleDouble(double value) => new(value, 0);

    public static explicit operator double(DoubleDouble value) => double.IsFinite(value.Hi) ? value.Hi + value.Lo : value.Hi;

    public static DoubleDouble operator -(DoubleDouble a) => new(-a.Hi, -a.Lo);

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        var (high, lost) = TwoSum(a.Hi, b.Hi);
        var (low, lostBelow) = TwoSum(a.Lo, b.Lo);
        (high, lost) = QuickTwoSum(high, lost + low);
        return Normal(high, lost + lostBelow);
    }

    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + -b;

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        var high = a.Hi * b.Hi;
        return Normal(high, Math.FusedMultiplyAdd(a.Hi, b.Hi, -high) + (a.Hi * b.Lo + a.Lo * b.Hi));
    }

    public static DoubleDouble operator *(DoubleDouble a, double b)
    {
        var high = a.Hi * b;
        return Normal(high, Math.FusedMultiplyAdd(a.Hi, b, -high) + a.Lo * b);
    }

    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        var first = a.Hi / b.Hi;
        if (!double.IsFinite(first) || first == 0) return first;
        var rest = a - b * first;
        var second = rest.Hi / b.Hi;
        rest -= b * second;
        return Normal(first, second) + rest.Hi / b.Hi;
    }

    /// <summary>a − b, exactly.</summary>
    public static DoubleDouble Difference(double a, double b)
    {
        var (high, lost) = TwoSum(a, -b);
        return new(high, lost);
    }

    /// <summary>a·b, exactly.</summary>
    public static DoubleDouble Product(double a, double b)
    {
        var high = a * b;
        return new(high, Math.FusedMultiplyAdd(a, b, -high));
    }

    public static DoubleDouble Abs(DoubleDouble a) => a.Hi < 0 ? -a : a;

    public static DoubleDouble Sqrt(DoubleDouble a)
    {
        if (!(a.Hi > 0)) return Math.Sqrt(a.Hi);
        var root = Math.Sqrt(a.Hi);
        return Normal(root, (a - Product(root, root)).Hi / (2 * root));
    }

    /// <summary>a·2^exponent.</summary>
    public static DoubleDouble Scale(DoubleDouble a, int exponent)
    {
        if (Math.Abs(exponent) > LargestPower) return new(Math.ScaleB(a.Hi, exponent), Math.ScaleB(a.Lo, exponent));
        // The power of two itself is a double: one product instead of a call.
        var power = BitConverter.Int64BitsToDouble((long)(ExponentBias + exponent) << FractionBits);
        return new(a.Hi * power, a.Lo * power);
    }

    /// <summary>e^a, by tables of e^(i/64) and e^(j/4096) and a series of what is left, which is below 1/8192.</summary>
    public static DoubleDouble Exp(DoubleDouble a)
    {
        if (a.Hi < -746) return Zero;
        if (!(a.Hi < 710)) return Math.Exp(a.Hi);
        var n = Math.Round(a.Hi / Ln2.Hi);
        var r = a - Ln2 * n;
        var parts = (int)Math.Round(r.Hi * Parts) + FirstPart;
        r -= (parts - FirstPart) / (double)Parts;
        // e^r − 1 = r + r²/2 + r³/6 + …: of what comes after r³/6 a double holds enough.
        var rest = r.Hi * (1.0 / 24 + r.Hi * (1.0 / 120 + r.Hi * (1.0 / 720 + r.Hi / 5040)));
        var sum = r + r * r * (0.5 + r * (Inverses[6] + rest));
        var power = Coarse[parts / FineParts] * Fine[parts % FineParts];
        return Scale(power + power * sum, (int)n);
    }

    /// <summary>log a of a positive number.</summary>
    public static DoubleDouble Log(DoubleDouble a)
    {
        if (!(a.Hi > 0) || double.IsInfinity(a.Hi)) return Math.Log(a.Hi);
        // Near 1 a logarithm is small, and has its digits from a − 1.
        if (Math.Abs(a.Hi - 1) < SmallForLog) return LogOfOnePlus(a - One);
        var exponent = Math.ILogB(a.Hi);
        var mantissa = Scale(a, -exponent);
        DoubleDouble log = Math.Log(mantissa.Hi);
        log += mantissa * Exp(-log) - One;
        return log + Ln2 * exponent;
    }

    /// <summary>log(1 + x) for x > −1.</summary>
    public static DoubleDouble LogOfOnePlus(DoubleDouble x)
    {
        if (Math.Abs(x.Hi) >= SmallForLog) return Log(One + x);
        DoubleDouble sum = 0;
        for (var n = LogTerms; n >= 1; n--) sum = Inverses[n] - x * sum;
        return x * sum;
    }

    public override string ToString() => $"{Hi:R} + {Lo:R}";

    private static DoubleDouble ByTaylor(double x)
    {
        var sum = One;
        for (var k = TaylorTerms; k >= 1; k--) sum = One + sum * x / k;
        return sum;
    }

    private static DoubleDouble Normal(double high, double low)
    {
        var sum = high + low;
        return new(sum, low - (sum - high));
    }

    private static (double Sum, double Lost) TwoSum(double a, double b)
    {
        var sum = a + b;
        var part = sum - a;
        return (sum, a - (sum - part) + (b - part));
    }

    private static (double Sum, double Lost) QuickTwoSum(double a, double b)
    {
        var sum = a + b;
        return (sum, b - (sum - a));
    }
}
