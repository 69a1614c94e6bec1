namespace LogRegCourse;

/// <summary>
/// Mean binary cross-entropy of a logistic model: (1/n) Σ softplus(z_i) − y_i·z_i with z = b + Xw.
/// Gradient (1/n) Xᵀ(σ(z) − y), Hessian (1/n) Xᵀ diag(σ'(z)) X: convex.
/// </summary>
/// <remarks>
/// <see cref="At"/> and the loops of <see cref="LinearPredictorLoss"/> are the readable form; what runs is the fast form of
/// the same sums, <see cref="LogisticKernel"/>, and a test holds the two together.
/// </remarks>
public sealed class LogisticLoss : LinearPredictorLoss
{
    private readonly LogisticKernel _kernel;

    /// <summary>The loss of labelled rows.</summary>
    /// <param name="x">n × d features.</param>
    /// <param name="y">n labels, 0 or 1 (or probabilities between them).</param>
    /// <param name="options">Intercept, row weights, penalty and scaling; the mean of all rows, unpenalised, when left out.</param>
    /// <exception cref="ArgumentException">Lengths differ, a label is outside 0 to 1, or a row weight or λ is negative.</exception>
    public LogisticLoss(Features x, double[] y, LossOptions? options = null)
        : base(x, y, options)
    {
        Guard.Shares(y, nameof(y));
        _kernel = new LogisticKernel(this);
    }

    /// <summary>1/4, the sigmoid's steepest slope.</summary>
    protected override double LargestCurvature => 0.25;

    /// <inheritdoc/>
    public override double ValueAndGradient(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        var sum = _kernel.LossAndGradient(weights, gradient);
        for (var j = 0; j < Dimension; j++) gradient[j] /= Divisor;
        return sum / Divisor + AddPenalty(weights, gradient);
    }

    /// <inheritdoc/>
    public override void Hessian(ReadOnlySpan<double> weights, double[,] hessian)
    {
        _kernel.Hessian(weights, hessian);
        for (var j = 0; j < Dimension; j++)
            for (var k = 0; k < Dimension; k++) hessian[j, k] /= Divisor;
        AddPenalty(hessian);
    }

    /// <summary>Cross-entropy at the logit z, its slope σ(z) − y and its curvature σ'(z).</summary>
    /// <remarks>The slope is computed as (1 − y)σ(z) − yσ(−z): for y = 1 and p near 1, p − y would keep few digits.</remarks>
    /// <param name="y">The row's label.</param>
    /// <param name="z">The row's logit.</param>
    protected internal override (double Value, double Slope, double Curvature) At(double y, double z) =>
        (CrossEntropy.FromLogit(y, z), (1 - y) * Logistic.Sigmoid(z) - y * Logistic.Sigmoid(-z), Logistic.SigmoidDerivative(z));

    internal override void Slopes(Span<double> z, ReadOnlySpan<double> y) => LogisticRows.Slopes(z, y);

    /// <summary>The readable form of <see cref="ValueAndGradient"/>.</summary>
    internal double ReadableValueAndGradient(ReadOnlySpan<double> weights, Span<double> gradient) => base.ValueAndGradient(weights, gradient);

    /// <summary>The readable form of <see cref="Hessian"/>.</summary>
    internal void ReadableHessian(ReadOnlySpan<double> weights, double[,] hessian) => base.Hessian(weights, hessian);
}
