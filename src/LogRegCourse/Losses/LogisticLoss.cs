namespace LogRegCourse;

/// <summary>
/// Mean binary cross-entropy of a logistic model: (1/n) Σ softplus(z_i) − y_i·z_i with z = b + Xw.
/// Gradient (1/n) Xᵀ(σ(z) − y), Hessian (1/n) Xᵀ diag(σ'(z)) X: convex.
/// </summary>
/// <param name="x">n × d features.</param>
/// <param name="y">n labels, 0 or 1 (or probabilities between them).</param>
/// <param name="options">Intercept, row weights, penalty and scaling; the mean of all rows, unpenalised, when left out.</param>
/// <exception cref="ArgumentException">Lengths differ, a number is not finite, or a row weight or λ is negative.</exception>
public sealed class LogisticLoss(Features x, double[] y, LossOptions? options = null) : LinearPredictorLoss(x, y, options)
{
    /// <summary>1/4, the sigmoid's steepest slope.</summary>
    protected override double LargestCurvature => 0.25;

    /// <summary>Cross-entropy at the logit z, its slope σ(z) − y and its curvature σ'(z).</summary>
    /// <remarks>The slope is computed as (1 − y)σ(z) − yσ(−z): for y = 1 and p near 1, p − y would keep few digits.</remarks>
    /// <inheritdoc path="/param"/>
    protected internal override (double Value, double Slope, double Curvature) At(double y, double z) =>
        (CrossEntropy.FromLogit(y, z), (1 - y) * Logistic.Sigmoid(z) - y * Logistic.Sigmoid(-z), Logistic.SigmoidDerivative(z));
}
