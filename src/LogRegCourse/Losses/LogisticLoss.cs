namespace LogRegCourse;

/// <summary>
/// Mean binary cross-entropy of a logistic model: (1/n) Σ softplus(z_i) − y_i·z_i with z = b + Xw.
/// Gradient (1/n) Xᵀ(σ(z) − y), Hessian (1/n) Xᵀ diag(σ'(z)) X: convex.
/// </summary>
/// <param name="x">n × d features.</param>
/// <param name="y">n labels, 0 or 1 (or probabilities between them).</param>
/// <param name="intercept">Whether the first weight is an intercept.</param>
/// <exception cref="ArgumentException">The lengths differ.</exception>
public sealed class LogisticLoss(Features x, double[] y, bool intercept = true) : LinearPredictorLoss(x, y, intercept)
{
    /// <summary>1/4, the sigmoid's steepest slope.</summary>
    protected override double LargestCurvature => 0.25;

    /// <summary>Cross-entropy at the logit z, its slope σ(z) − y and its curvature σ'(z).</summary>
    /// <inheritdoc path="/param"/>
    protected override (double Value, double Slope, double Curvature) At(double y, double z) =>
        (CrossEntropy.FromLogit(y, z), Logistic.Sigmoid(z) - y, Logistic.SigmoidDerivative(z));
}
