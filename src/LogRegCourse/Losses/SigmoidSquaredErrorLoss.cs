namespace LogRegCourse;

/// <summary>
/// Half the mean squared error of a sigmoid: (1/2n) Σ (σ(z_i) − y_i)². Not convex, and flat where the prediction is
/// most wrong: the loss not to use, kept to show why.
/// </summary>
/// <param name="x">n × d features.</param>
/// <param name="y">n labels, 0 or 1 (or probabilities between them).</param>
/// <param name="options">Intercept, row weights, penalty and scaling; the mean of all rows, unpenalised, when left out.</param>
/// <exception cref="ArgumentException">Lengths differ, a label is outside 0 to 1, or a row weight or λ is negative.</exception>
public sealed class SigmoidSquaredErrorLoss(Features x, double[] y, LossOptions? options = null) : LinearPredictorLoss(x, Guard.Shares(y, nameof(y)), options)
{
    // |ℓ''| ≤ σ'² + |σ''| ≤ 1/16 + 1/(6√3).
    private static readonly double CurvatureBound = 1.0 / 16 + 1 / (6 * Math.Sqrt(3));

    /// <summary>1/16 + 1/(6√3), a bound on |ℓ''|.</summary>
    protected override double LargestCurvature => CurvatureBound;

    /// <summary>(σ − y)²/2, its slope (σ − y)σ' and its curvature σ'² + (σ − y)σ'', where σ'' = σ'(1 − 2σ).</summary>
    /// <inheritdoc path="/param"/>
    protected internal override (double Value, double Slope, double Curvature) At(double y, double z)
    {
        var p = Logistic.Sigmoid(z);
        var slope = Logistic.SigmoidDerivative(z);
        // σ(z) − y, which keeps its digits where both are near 1.
        var residual = (1 - y) * p - y * Logistic.Sigmoid(-z);
        return (residual * residual / 2, residual * slope, slope * slope + residual * slope * (1 - 2 * p));
    }
}
