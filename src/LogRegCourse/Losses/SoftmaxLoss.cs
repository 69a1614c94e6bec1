using System.Runtime.InteropServices;

namespace LogRegCourse;

/// <summary>
/// Cross-entropy of K classes: Σ_i log Σ_k e^z_ik − z_iy with z_k = b_k + x·w_k, plus (λ/2)·Σ‖w_k‖². Gradient by class:
/// Xᵀ(p_k − [y = k]); Hessian in blocks: Xᵀ diag(p_k([k = l] − p_l)) X. Convex.
/// </summary>
/// <remarks>The weights are (b_k, w_k1, …, w_kd) class after class, the reference class left out. Not for two threads at once.</remarks>
public sealed class SoftmaxLoss : Loss
{
    private readonly double[][] _rows;
    private readonly int[] _class;
    private readonly int _width;
    private readonly int _firstSlope;
    private readonly int _firstClass;
    private readonly double _divisor;
    private readonly double _ridge;
    private readonly double[]? _ridges;
    private readonly double[] _probabilities;

    /// <summary>The loss of named classes.</summary>
    /// <param name="x">n × d features.</param>
    /// <param name="classes">n class names; the first in alphabetical order is the reference.</param>
    /// <param name="options">Form, intercept, penalty and scaling.</param>
    /// <exception cref="ArgumentException">Lengths differ, only one class occurs, or λ is negative.</exception>
    public SoftmaxLoss(Features x, string[] classes, SoftmaxOptions? options = null)
    {
        options ??= new SoftmaxOptions();
        Guard.OnePerRow(x, classes);
        Guard.NotNegative(options.L2, nameof(options.L2));
        var names = Guard.ClassNames(classes, nameof(classes));
        ClassNames = names;
        _rows = [.. Enumerable.Range(0, x.RowCount).Select(i => options.Intercept ? [1, .. x.Row(i)] : x.Row(i))];
        _class = [.. classes.Select(name => Array.IndexOf(names, name))];
        _firstSlope = options.Intercept ? 1 : 0;
        _width = x.ColumnCount + _firstSlope;
        _firstClass = options.Form == SoftmaxForm.Reference ? 1 : 0;
        _divisor = options.Scaling == LossScaling.Sum ? 1 : x.RowCount;
        _ridge = options.Scaling == LossScaling.MeanWithLambdaOverM ? options.L2 / x.RowCount : options.L2;
        _ridges = options.Ridges;
        _probabilities = new double[names.Length];
        var columns = options.Intercept ? ["(intercept)", .. x.Names] : x.Names;
        WeightNames = [.. names.Skip(_firstClass).SelectMany(name => columns.Select(column => $"{name}: {column}"))];
    }

    /// <summary>The K class names in alphabetical order; the reference is the first.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <inheritdoc/>
    public override int Dimension => WeightNames.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<string> WeightNames { get; }

    /// <summary>L = λ_max(XᵀX)/2 (over n for a mean) + λ: no eigenvalue of diag(p) − ppᵀ is above 1/2.</summary>
    public override double LipschitzConstant =>
        Gram.LargestEigenvalue(_width, (row, column) => _rows[row][column], [.. _rows.Select(_ => 1.0)]) / (2 * _divisor) + _ridge;

    /// <inheritdoc/>
    public override double ValueAndGradient(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        gradient.Clear();
        var sum = 0.0;
        for (var i = 0; i < _rows.Length; i++)
        {
            sum += RowLoss(i, weights);
            _probabilities[_class[i]] = -Others(_class[i]);
            for (var k = _firstClass; k < _probabilities.Length; k++)
                for (var j = 0; j < _width; j++) gradient[Index(k, j)] += _probabilities[k] * _rows[i][j];
        }
        for (var j = 0; j < gradient.Length; j++) gradient[j] /= _divisor;
        return sum / _divisor + AddPenalty(weights, gradient);
    }

    /// <inheritdoc/>
    public override void Hessian(ReadOnlySpan<double> weights, double[,] hessian)
    {
        Array.Clear(hessian);
        for (var i = 0; i < _rows.Length; i++)
        {
            RowLoss(i, weights);
            for (var k = _firstClass; k < _probabilities.Length; k++)
                for (var l = _firstClass; l <= k; l++)
                    AddBlock(hessian, k, l, _probabilities[k] * (k == l ? Others(k) : -_probabilities[l]) / _divisor, _rows[i]);
        }
        for (var j = 0; j < Dimension; j++)
        {
            if (j % _width >= _firstSlope) hessian[j, j] += RidgeOf(j);
            for (var k = 0; k < j; k++) hessian[k, j] = hessian[j, k];
        }
    }

    /// <summary>The greatest difference of two scores of one row.</summary>
    internal double LargestLogOdds(ReadOnlySpan<double> weights)
    {
        var largest = 0.0;
        for (var i = 0; i < _rows.Length; i++)
        {
            var z = Scores(i, weights);
            largest = Math.Max(largest, z.Max() - z.Min());
        }
        return largest;
    }

    /// <summary>One row's loss; its K probabilities are left in the buffer.</summary>
    private double RowLoss(int row, ReadOnlySpan<double> weights) => Softmax.InPlace(Scores(row, weights), _class[row]);

    /// <summary>One row's K scores, in the buffer.</summary>
    private double[] Scores(int row, ReadOnlySpan<double> weights)
    {
        var z = _probabilities;
        for (var k = 0; k < z.Length; k++) z[k] = k < _firstClass ? 0 : Vectors.Dot(_rows[row], weights.Slice(Index(k, 0), _width));
        return z;
    }

    /// <summary>1 − p_k as the sum of the others, which keeps its digits when p_k is near 1.</summary>
    private double Others(int k)
    {
        var others = 0.0;
        for (var l = 0; l < _probabilities.Length; l++) if (l != k) others += _probabilities[l];
        return others;
    }

    private int Index(int k, int j) => (k - _firstClass) * _width + j;

    private void AddBlock(double[,] hessian, int k, int l, double weight, double[] row)
    {
        // A line of the block lies side by side in memory.
        for (var a = 0; a < _width; a++)
            Columns.AddOne(MemoryMarshal.CreateSpan(ref hessian[Index(k, a), Index(l, 0)], _width), row, weight * row[a]);
    }

    private double AddPenalty(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        var penalty = 0.0;
        for (var j = 0; j < weights.Length; j++)
        {
            if (j % _width < _firstSlope) continue;
            var slope = RidgeOf(j) * weights[j];
            penalty += slope / 2 * weights[j];
            gradient[j] += slope;
        }
        return penalty;
    }

    private double RidgeOf(int weight) => _ridges is null ? _ridge : _ridges[weight % _width];
}
