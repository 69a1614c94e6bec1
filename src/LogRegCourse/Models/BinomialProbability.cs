namespace LogRegCourse;

/// <summary>The probability of a count of successes, for numbers of trials up to the largest whole doubles.</summary>
internal static class BinomialProbability
{
    // From here on the series of Stirling's formula is right to all digits.
    private const double ManyTrials = 16;

    /// <summary>
    /// log of C(n, k)·(k/n)^k·((n − k)/n)^(n − k), the greatest probability that k of n successes can have, as
    /// δ(n) − δ(k) − δ(n − k) − ½·log(2π·k·(n − k)/n), where δ is the error of Stirling's formula: nothing large cancels.
    /// </summary>
    /// <remarks>Source: C. Loader, Fast and accurate computation of binomial probabilities (2000).</remarks>
    public static double LogOfMostLikely(double k, double n) => k == 0 || k == n
        ? 0
        : StirlingError(n) - StirlingError(k) - StirlingError(n - k) - Math.Log(2 * Math.PI * k * ((n - k) / n)) / 2;

    /// <summary>log n! − [½·log(2πn) + n·log n − n].</summary>
    private static double StirlingError(double n)
    {
        if (n >= ManyTrials)
        {
            var square = n * n;
            return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - (1.0 / 1188 - 691.0 / 360360 / square) / square) / square) / square) / square) / n;
        }
        DoubleDouble factorial = 1;
        for (var k = 2; k <= n; k++) factorial *= k;
        var formula = DoubleDouble.Log(DoubleDouble.TwoPi * n) * 0.5 + DoubleDouble.Log(n) * n - n;
        return (double)(DoubleDouble.Log(factorial) - formula);
    }
}
