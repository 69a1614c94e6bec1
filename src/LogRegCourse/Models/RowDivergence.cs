namespace LogRegCourse;

/// <summary>
/// By how much a trial's cross-entropy at z + Δ lies above its tangent at z: log(1 + e^(z+Δ)) − log(1 + e^z) − σ(z)·Δ, which is never
/// negative and the same for both labels. At the maximum the slopes of all rows add up to 0, so these are what the loss rises by: a
/// sum in which nothing cancels, however large the loss.
/// </summary>
/// <remarks>Source: L. Bregman, USSR Computational Mathematics and Mathematical Physics 7 (1967).</remarks>
internal static class RowDivergence
{
    // Below this the terms of log(1 + e^z) cancel, and its series of seven terms has all digits.
    private const double SmallInDouble = 1e-2;
    private const double Small = 1e-4;

    // Above it they do not cancel at all, if z is on the flat side.
    private const double Large = 1;

    /// <summary>In double.</summary>
    public static double Of(double z, double change)
    {
        // Both labels see the same: z is taken on the side where σ(z) keeps its digits.
        if (z > 0) (z, change) = (-z, -change);
        var (p, q) = (Logistic.Sigmoid(z), Logistic.Sigmoid(-z));
        if (Math.Abs(change) < SmallInDouble) return (double)Series(p, q, change);
        return Math.Abs(change) > Large
            ? Logistic.Softplus(z + change) - Logistic.Softplus(z) - p * change
            : Accurate.Log1p(p * ExpMinusOne(change)) - p * change;
    }

    /// <summary>In doubled precision.</summary>
    public static DoubleDouble Of(DoubleDouble z, DoubleDouble change)
    {
        if (z.Hi > 0) (z, change) = (-z, -change);
        var e = DoubleDouble.Exp(z);
        var q = DoubleDouble.One / (DoubleDouble.One + e);
        var p = e * q;
        if (Math.Abs(change.Hi) < Small) return Series(p, q, change);
        return Math.Abs(change.Hi) > Large
            ? Softplus(z + change) - DoubleDouble.LogOfOnePlus(e) - p * change
            : DoubleDouble.LogOfOnePlus(p * (DoubleDouble.Exp(change) - DoubleDouble.One)) - p * change;
    }

    /// <summary>Σ κ_n·Δⁿ/n! from n = 2 on, with the cumulants κ_n of a label of probability p.</summary>
    private static DoubleDouble Series(DoubleDouble p, DoubleDouble q, DoubleDouble change)
    {
        var (v, d) = (p * q, (q - p).Hi);
        var w = v.Hi;
        // What comes after the second term is small, and double has digits enough for it.
        var c = change.Hi;
        var rest = c * c * ((1 - 6 * w) / 24 + c * (d * (1 - 12 * w) / 120 + c * ((1 + w * (120 * w - 30)) / 720 + c * (d * (1 + w * (360 * w - 60)) / 5040))));
        return v * (change * change) * (0.5 + (q - p) * change / 6 + rest);
    }

    private static double ExpMinusOne(double x) => 2 * Math.Exp(x / 2) * Math.Sinh(x / 2);

    private static DoubleDouble Softplus(DoubleDouble z) => z.Hi > 0 ? z + DoubleDouble.LogOfOnePlus(DoubleDouble.Exp(-z)) : DoubleDouble.LogOfOnePlus(DoubleDouble.Exp(z));
}
