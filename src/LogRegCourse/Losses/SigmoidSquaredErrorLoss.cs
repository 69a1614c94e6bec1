namespace LogRegCourse;

/// <summary>
/// Half the mean squared error of a sigmoid: (1/2n) Σ (σ(z_i) − y_i)². Not convex, and flat where the prediction is
/// most wrong: the loss not to use, kept to show why.
/// </summary>
/// <param name="x">n × d features.</param>
/// <param name="y">n labels, 0 or 1.</param>
/// <param name="intercept">Whether the first weight is an intercept.</param>
/// <exception cref="ArgumentException">The lengths differ.</exception>
public sealed class SigmoidSquaredErrorLoss(Features x, double[] y, bool intercept = true) : LinearPredictorLoss(x, y, intercept)
{
    // |ℓ''| ≤ σ'² + |σ''| ≤ 1/16 + 1/(6√3).
    private static readonly double CurvatureBound = 1.0 / 16 + 1 / (6 * Math.Sqrt(3));

    /// <summary>1/16 + 1/(6√3), a bound on |ℓ''|.</summary>
    protected override double LargestCurvature => CurvatureBound;

    /// <summary>(σ − y)²/2, its slope (σ − y)σ' and its curvature σ'² + (σ − y)σ'', where σ'' = σ'(1 − 2σ).</summary>
    /// <inheritdoc path="/param"/>
    protected override (double Value, double Slope, double Curvature) At(double y, double z)
    {
        var p = Logistic.Sigmoid(z);
        var slope = Logistic.SigmoidDerivative(z);
        return ((p - y) * (p - y) / 2, (p - y) * slope, slope * slope + (p - y) * slope * (1 - 2 * p));
    }
}
