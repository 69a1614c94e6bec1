using MathNet.Numerics.Distributions;

namespace LogRegCourse;

/// <summary>
/// Mean cross-entropy of a probit model, p = Φ(z) with the normal distribution in place of the sigmoid. Its gradient
/// is Xᵀ[(p − y)·φ/(p(1 − p))], not Xᵀ(p − y): that short form belongs to the logit, the canonical link.
/// </summary>
/// <param name="x">n × d features.</param>
/// <param name="y">n labels, 0 or 1 (or probabilities between them).</param>
/// <param name="options">Intercept, row weights, penalty and scaling; the mean of all rows, unpenalised, when left out.</param>
/// <exception cref="ArgumentException">Lengths differ, a label is outside 0 to 1, or a row weight or λ is negative.</exception>
public sealed class ProbitLoss(Features x, double[] y, LossOptions? options = null) : LinearPredictorLoss(x, Guard.Shares(y, nameof(y)), options)
{
    private const double FarLeft = -6;
    private const int ContinuedFractionTerms = 60;
    private static readonly double LogSqrtTwoPi = Math.Log(2 * Math.PI) / 2;

    /// <summary>1: −log Φ(z) bends less than z²/2 everywhere.</summary>
    protected override double LargestCurvature => 1;

    /// <summary>−[y log Φ(z) + (1 − y) log Φ(−z)] and its derivatives, by the ratio r(z) = φ(z)/Φ(z), r' = −r(z + r).</summary>
    /// <inheritdoc path="/param"/>
    protected internal override (double Value, double Slope, double Curvature) At(double y, double z)
    {
        var (logOne, ratioOne, bendOne) = OfProbability(z);
        var (logZero, ratioZero, bendZero) = OfProbability(-z);
        return (
            -(y == 0 ? 0 : y * logOne) - (y == 1 ? 0 : (1 - y) * logZero),
            -y * ratioOne + (1 - y) * ratioZero,
            y * bendOne + (1 - y) * bendZero);
    }

    /// <summary>log Φ(z), r(z) = φ(z)/Φ(z) and r(z)·(z + r(z)).</summary>
    private static (double LogProbability, double Ratio, double Bend) OfProbability(double z)
    {
        if (z < FarLeft)
        {
            // r + z is what the fraction adds to −z, and beyond 10⁸ too little to show in r.
            var (ratio, excess) = RatioFarLeft(-z);
            return (-z * z / 2 - LogSqrtTwoPi - Math.Log(ratio), ratio, ratio * excess);
        }
        var probability = Normal.CDF(0, 1, z);
        var near = Normal.PDF(0, 1, z) / probability;
        return (z > 0 ? Accurate.Log1p(-Normal.CDF(0, 1, -z)) : Math.Log(probability), near, near * (z + near));
    }

    // φ(t)/Φ(−t) = t + 1/(t + 2/(t + 3/(t + …))), Laplace's continued fraction, and what it adds to t.
    private static (double Ratio, double Excess) RatioFarLeft(double t)
    {
        var fraction = t;
        for (var k = ContinuedFractionTerms; k > 1; k--) fraction = t + k / fraction;
        return (t + 1 / fraction, 1 / fraction);
    }
}
