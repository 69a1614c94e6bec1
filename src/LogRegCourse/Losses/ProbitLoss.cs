using MathNet.Numerics.Distributions;

namespace LogRegCourse;

/// <summary>
/// Mean cross-entropy of a probit model, p = Φ(z) with the normal distribution in place of the sigmoid. Its gradient
/// is Xᵀ[(p − y)·φ/(p(1 − p))], not Xᵀ(p − y): that short form belongs to the logit, the canonical link.
/// </summary>
/// <param name="x">n × d features.</param>
/// <param name="y">n labels, 0 or 1 (or probabilities between them).</param>
/// <param name="options">Intercept, row weights, penalty and scaling; the mean of all rows, unpenalised, when left out.</param>
/// <exception cref="ArgumentException">Lengths differ, a number is not finite, or a row weight or λ is negative.</exception>
public sealed class ProbitLoss(Features x, double[] y, LossOptions? options = null) : LinearPredictorLoss(x, y, options)
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
        var (logOne, ratioOne) = LogProbabilityAndRatio(z);
        var (logZero, ratioZero) = LogProbabilityAndRatio(-z);
        return (
            -(y == 0 ? 0 : y * logOne) - (y == 1 ? 0 : (1 - y) * logZero),
            -y * ratioOne + (1 - y) * ratioZero,
            y * ratioOne * (z + ratioOne) + (1 - y) * ratioZero * (ratioZero - z));
    }

    private static (double LogProbability, double Ratio) LogProbabilityAndRatio(double z)
    {
        if (z < FarLeft) return (-z * z / 2 - LogSqrtTwoPi - Math.Log(RatioFarLeft(-z)), RatioFarLeft(-z));
        var probability = Normal.CDF(0, 1, z);
        return (Math.Log(probability), Normal.PDF(0, 1, z) / probability);
    }

    // φ(t)/Φ(−t) = t + 1/(t + 2/(t + 3/(t + …))), Laplace's continued fraction.
    private static double RatioFarLeft(double t)
    {
        var fraction = t;
        for (var k = ContinuedFractionTerms; k > 0; k--) fraction = t + k / fraction;
        return fraction;
    }
}
