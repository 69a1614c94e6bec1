namespace LogRegCourse;

/// <summary>
/// A loss that sees each row only through its linear predictor z_i = b + x_i·w: the mean (or sum) over the rows of
/// ℓ(y_i, z_i), plus (λ/2)·‖w‖². Its gradient is (1/m)·Xᵀℓ' + λw and its Hessian (1/m)·Xᵀ diag(ℓ'') X + λI,
/// whatever ℓ is; a subclass only says what ℓ, ℓ' and ℓ'' are.
/// </summary>
/// <remarks>The weights are (b, w_1, …, w_d), or (w_1, …, w_d) without an intercept. Not for use by two threads at once.</remarks>
public abstract class LinearPredictorLoss : Loss
{
    private readonly double[] _perRow;
    private readonly double[]? _ridges;

    /// <summary>Holds the data of the loss.</summary>
    /// <param name="x">n × d features.</param>
    /// <param name="y">n responses.</param>
    /// <param name="options">Intercept, row weights, penalty and scaling; the mean of all rows, unpenalised, when left out.</param>
    /// <exception cref="ArgumentException">Lengths differ, a number is not finite, or a row weight or λ is negative.</exception>
    protected LinearPredictorLoss(Features x, double[] y, LossOptions? options)
    {
        options ??= new LossOptions();
        Guard.OnePerRow(x, y);
        Guard.Finite(y, nameof(y));
        if (options.Weights is { } weights) Guard.RowWeights(weights, x.RowCount, nameof(options.Weights));
        Guard.NotNegative(options.L2, nameof(options.L2));
        (X, Y, RowWeights, FirstSlope) = (x, y, options.Weights, options.Intercept ? 1 : 0);
        WeightNames = options.Intercept ? ["(intercept)", .. x.Names] : x.Names;
        var m = RowWeights?.Sum() ?? y.Length;
        IsSum = options.Scaling == LossScaling.Sum;
        Divisor = IsSum ? 1 : m;
        Ridge = options.Scaling == LossScaling.MeanWithLambdaOverM ? options.L2 / m : options.L2;
        Guard.NotNegative(Ridge, "L2 divided by the sum of the row weights");
        _ridges = options.Ridges;
        _perRow = new double[y.Length];
    }

    /// <inheritdoc/>
    public override int Dimension => X.ColumnCount + FirstSlope;

    /// <inheritdoc/>
    public override IReadOnlyList<string> WeightNames { get; }

    /// <summary>L = (largest ℓ'')·λ_max(XᵀX)/m + λ, with the column of ones in X where there is an intercept.</summary>
    public override double LipschitzConstant => LargestCurvature * LargestEigenvalueOfGram() / Divisor + Ridge;

    /// <summary>The largest value that ℓ'' takes: 1/4 for the cross-entropy, whose ℓ'' is σ(1 − σ).</summary>
    protected abstract double LargestCurvature { get; }

    internal Features X { get; }

    internal double[] Y { get; }

    internal double[]? RowWeights { get; }

    /// <summary>Index of the first slope among the weights: 1 behind an intercept, else 0.</summary>
    internal int FirstSlope { get; }

    /// <summary>Whether the rows' losses are added, not averaged.</summary>
    internal bool IsSum { get; }

    /// <summary>What the sum over the rows is divided by: 1 or m.</summary>
    internal double Divisor { get; }

    /// <summary>The λ in (λ/2)·‖w‖² after scaling.</summary>
    internal double Ridge { get; }

    /// <inheritdoc/>
    public override double ValueAndGradient(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        var sum = 0.0;
        for (var i = 0; i < Y.Length; i++)
        {
            var (value, slope, _) = At(Y[i], Predictor(i, weights));
            sum += RowWeight(i) * value;
            _perRow[i] = RowWeight(i) * slope;
        }
        for (var j = 0; j < Dimension; j++) gradient[j] = DotWithColumn(j, _perRow) / Divisor;
        return sum / Divisor + AddPenalty(weights, gradient);
    }

    /// <inheritdoc/>
    public override void Hessian(ReadOnlySpan<double> weights, double[,] hessian)
    {
        for (var i = 0; i < Y.Length; i++) _perRow[i] = RowWeight(i) * At(Y[i], Predictor(i, weights)).Curvature;
        for (var j = 0; j < Dimension; j++)
            for (var k = 0; k <= j; k++)
                hessian[j, k] = hessian[k, j] = WeightedProduct(j, k, _perRow) / Divisor;
        AddPenalty(hessian);
    }

    /// <summary>ℓ(y, z) and its first two derivatives with respect to z.</summary>
    /// <param name="y">The row's response.</param>
    /// <param name="z">The row's linear predictor.</param>
    protected internal abstract (double Value, double Slope, double Curvature) At(double y, double z);

    /// <summary>Replaces each linear predictor by the slope ℓ'(y, z).</summary>
    internal virtual void Slopes(Span<double> z, ReadOnlySpan<double> y)
    {
        for (var i = 0; i < z.Length; i++) z[i] = At(y[i], z[i]).Slope;
    }

    /// <summary>Adds λw to the gradient; the answer is (λ/2)·‖w‖².</summary>
    private protected double AddPenalty(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        var penalty = 0.0;
        for (var j = FirstSlope; j < Dimension; j++)
        {
            // In this order a strong penalty of tiny weights, or a weak one of large weights, leaves the range of double last.
            var slope = RidgeOf(j) * weights[j];
            penalty += slope / 2 * weights[j];
            gradient[j] += slope;
        }
        return penalty;
    }

    /// <summary>Adds λ to the slopes' diagonal.</summary>
    private protected void AddPenalty(double[,] hessian)
    {
        for (var j = FirstSlope; j < Dimension; j++) hessian[j, j] += RidgeOf(j);
    }

    /// <summary>λ of one weight.</summary>
    internal double RidgeOf(int weight) => _ridges is null ? Ridge : _ridges[weight];

    private double Predictor(int row, ReadOnlySpan<double> weights)
    {
        var z = FirstSlope == 1 ? weights[0] : 0;
        for (var j = 0; j < X.ColumnCount; j++) z += weights[j + FirstSlope] * X[row, j];
        return z;
    }

    private double RowWeight(int row) => RowWeights is null ? 1 : RowWeights[row];

    private double Entry(int row, int weight) => weight < FirstSlope ? 1 : X[row, weight - FirstSlope];

    private double DotWithColumn(int j, double[] values)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++) sum += Entry(i, j) * values[i];
        return sum;
    }

    private double WeightedProduct(int j, int k, double[] values)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++) sum += Entry(i, j) * values[i] * Entry(i, k);
        return sum;
    }

    private double LargestEigenvalueOfGram()
    {
        for (var i = 0; i < Y.Length; i++) _perRow[i] = RowWeight(i);
        return Gram.LargestEigenvalue(Dimension, (row, weight) => Entry(row, weight), _perRow);
    }
}
