using MathNet.Numerics.LinearAlgebra;

namespace LogRegCourse;

/// <summary>
/// A loss that sees each row only through its linear predictor z_i = b + x_i·w:
/// mean over the rows of ℓ(y_i, z_i). Its gradient is (1/n)·Xᵀℓ' and its Hessian (1/n)·Xᵀ diag(ℓ'') X,
/// whatever ℓ is; a subclass only says what ℓ, ℓ' and ℓ'' are.
/// </summary>
/// <remarks>The weights are (b, w_1, …, w_d), or (w_1, …, w_d) without an intercept.</remarks>
public abstract class LinearPredictorLoss : Loss
{
    private readonly Features _x;
    private readonly double[] _y;
    private readonly int _first;
    private readonly double[] _predictor;
    private readonly double[] _slope;

    /// <summary>Holds the data of the loss.</summary>
    /// <param name="x">n × d features.</param>
    /// <param name="y">n responses.</param>
    /// <param name="intercept">Whether the first weight is an intercept.</param>
    /// <exception cref="ArgumentException">The lengths differ, or y has a number that is not finite.</exception>
    protected LinearPredictorLoss(Features x, double[] y, bool intercept)
    {
        Guard.SameLength(x.RowCount, y.Length, nameof(y), nameof(x));
        Guard.Finite(y, nameof(y));
        (_x, _y, _first) = (x, y, intercept ? 1 : 0);
        _predictor = new double[y.Length];
        _slope = new double[y.Length];
        WeightNames = intercept ? ["(intercept)", .. x.Names] : x.Names;
    }

    /// <inheritdoc/>
    public override int Dimension => _x.ColumnCount + _first;

    /// <inheritdoc/>
    public override IReadOnlyList<string> WeightNames { get; }

    /// <summary>The largest value that ℓ'' takes: 1/4 for the cross-entropy, whose ℓ'' is σ(1 − σ).</summary>
    protected abstract double LargestCurvature { get; }

    /// <summary>ℓ(y, z) and its first two derivatives with respect to z.</summary>
    /// <param name="y">The row's response.</param>
    /// <param name="z">The row's linear predictor.</param>
    protected abstract (double Value, double Slope, double Curvature) At(double y, double z);

    /// <summary>L = (largest ℓ'')·λ_max(XᵀX)/n, with the column of ones in X where there is an intercept.</summary>
    public override double Smoothness => LargestCurvature * LargestEigenvalueOfGram() / _y.Length;

    /// <inheritdoc/>
    public override double ValueAndGradient(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        Predict(weights);
        var sum = 0.0;
        for (var i = 0; i < _y.Length; i++)
        {
            (var value, _slope[i], _) = At(_y[i], _predictor[i]);
            sum += value;
        }
        for (var j = 0; j < Dimension; j++) gradient[j] = DotWithColumn(j, _slope) / _y.Length;
        return sum / _y.Length;
    }

    /// <inheritdoc/>
    public override void Hessian(ReadOnlySpan<double> weights, double[,] hessian)
    {
        Predict(weights);
        for (var i = 0; i < _y.Length; i++) _slope[i] = At(_y[i], _predictor[i]).Curvature;
        for (var j = 0; j < Dimension; j++)
            for (var k = 0; k <= j; k++)
                hessian[j, k] = hessian[k, j] = WeightedProduct(j, k, _slope) / _y.Length;
    }

    private void Predict(ReadOnlySpan<double> weights)
    {
        Array.Fill(_predictor, _first == 1 ? weights[0] : 0);
        for (var j = 0; j < _x.ColumnCount; j++)
        {
            var column = _x.Column(j);
            var weight = weights[j + _first];
            for (var i = 0; i < column.Length; i++) _predictor[i] += weight * column[i];
        }
    }

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

    private double Entry(int row, int weight) => weight < _first ? 1 : _x[row, weight - _first];

    private double LargestEigenvalueOfGram()
    {
        var ones = new double[_y.Length];
        Array.Fill(ones, 1);
        var gram = Matrix<double>.Build.Dense(Dimension, Dimension, (j, k) => WeightedProduct(j, k, ones));
        return gram.Evd(Symmetricity.Symmetric).EigenValues.Max(value => value.Real);
    }
}
