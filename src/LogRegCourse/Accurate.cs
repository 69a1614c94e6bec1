namespace LogRegCourse;

/// <summary>Elementary functions that keep their digits where the obvious formula, or the framework's own, loses them.</summary>
internal static class Accurate
{
    // Below this the Taylor polynomial of degree four is exact to less than half a unit in the last place.
    private const double SmallArgument = 1e-4;

    /// <summary>numerator / (denominator + lost), where lost is what rounding took from the denominator.</summary>
    public static double Quotient(double numerator, double denominator, double lost)
    {
        var quotient = numerator / denominator;
        return quotient + QuotientError(numerator, denominator, lost, quotient);
    }

    /// <summary>What is missing from the rounded quotient of <see cref="Quotient"/>, to first order.</summary>
    public static double QuotientError(double numerator, double denominator, double lost, double quotient) =>
        (Math.FusedMultiplyAdd(-quotient, denominator, numerator) - quotient * lost) / denominator;

    /// <summary>log(1 + x) for x > −1, right to about one unit in the last place.</summary>
    public static double Log1p(double x)
    {
        if (Math.Abs(x) < SmallArgument) return x - x * x * (1.0 / 2 - x * (1.0 / 3 - x * (1.0 / 4 - x / 5)));
        var rounded = 1 + x;
        if (rounded == 0 || double.IsInfinity(rounded)) return Math.Log(rounded);
        // What rounding 1 + x lost comes back as the first-order term of the logarithm.
        return Math.Log(rounded) + (x - (rounded - 1)) / rounded;
    }
}
