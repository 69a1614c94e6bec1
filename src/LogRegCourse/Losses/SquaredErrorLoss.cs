namespace LogRegCourse;

/// <summary>
/// Half the mean squared error of a straight line: (1/2n) Σ (z_i − y_i)² with z = b + Xw.
/// Gradient (1/n) Xᵀ(z − y): the same shape as the logistic one, with z in place of σ(z).
/// </summary>
/// <param name="x">n × d features.</param>
/// <param name="y">n responses, any numbers.</param>
/// <param name="options">Intercept, row weights, penalty and scaling; the mean of all rows, unpenalised, when left out.</param>
/// <exception cref="ArgumentException">Lengths differ, a number is not finite, or a row weight or λ is negative.</exception>
public sealed class SquaredErrorLoss(Features x, double[] y, LossOptions? options = null) : LinearPredictorLoss(x, y, options)
{
    /// <summary>1: the parabola z²/2 bends the same everywhere.</summary>
    protected override double LargestCurvature => 1;

    /// <summary>(z − y)²/2, its slope z − y and its curvature 1.</summary>
    /// <inheritdoc path="/param"/>
    protected internal override (double Value, double Slope, double Curvature) At(double y, double z) => ((z - y) * (z - y) / 2, z - y, 1);
}
