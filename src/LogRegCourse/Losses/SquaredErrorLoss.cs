namespace LogRegCourse;

/// <summary>
/// Half the mean squared error of a straight line: (1/2n) Σ (z_i − y_i)² with z = b + Xw.
/// Gradient (1/n) Xᵀ(z − y): the same shape as the logistic one, with z in place of σ(z).
/// </summary>
/// <param name="x">n × d features.</param>
/// <param name="y">n responses, any numbers.</param>
/// <param name="intercept">Whether the first weight is an intercept.</param>
/// <exception cref="ArgumentException">The lengths differ.</exception>
public sealed class SquaredErrorLoss(Features x, double[] y, bool intercept = true) : LinearPredictorLoss(x, y, intercept)
{
    /// <summary>1: the parabola z²/2 bends the same everywhere.</summary>
    protected override double LargestCurvature => 1;

    /// <summary>(z − y)²/2, its slope z − y and its curvature 1.</summary>
    /// <inheritdoc path="/param"/>
    protected override (double Value, double Slope, double Curvature) At(double y, double z) => ((z - y) * (z - y) / 2, z - y, 1);
}
