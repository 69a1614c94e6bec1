using System.Runtime.Intrinsics;

namespace LogRegCourse;

/// <summary>
/// Sums over all rows of a logistic model, fast: rows are taken in pieces that stay in the cache, so each number is read
/// from memory once, and pieces are shared among the cores. The sums do not depend on the number of cores.
/// </summary>
internal sealed class LogisticKernel
{
    // Pieces: 256 rows of 20 columns are 40 kB, about the size of a first-level cache.
    private const int PieceRows = 256;
    private const int PartRows = 32 * PieceRows;

    // The Hessian is shared out in so few parts that their matrices take no room, of so many products each that sharing pays.
    private const int MaxHessianParts = 8;
    private const double ProductsPerHessianPart = 2e6;

    // Lines of the Hessian that are made at once from what is read of the columns: as many sums as the processor has registers for.
    private static readonly int Lines = Vector512.IsHardwareAccelerated ? 4 : 2;

    // Few enough that the processor can wait for their numbers while it works out as many losses.
    private const int FetchRows = 32;

    private readonly double[][] _columns;
    private readonly double[] _y;
    private readonly double[]? _rowWeights;
    private readonly int _first;
    private readonly int _dimension;
    private readonly int _hessianPartRows;
    private readonly double[] _weights;
    private readonly double[] _partialGradients;
    private readonly double[] _partialLosses;
    private readonly Action<int> _gradientPart;
    private readonly Action<int> _hessianPart;
    private double[]? _partialHessians;

    public LogisticKernel(LinearPredictorLoss loss)
    {
        _columns = [.. Enumerable.Range(0, loss.X.ColumnCount).Select(loss.X.Column)];
        (_y, _rowWeights, _first, _dimension) = (loss.Y, loss.RowWeights, loss.FirstSlope, loss.Dimension);
        _weights = new double[_dimension];
        _partialGradients = new double[Parts * _dimension];
        _partialLosses = new double[Parts];
        (_gradientPart, _hessianPart) = (GradientPart, HessianPart);
        var parts = Math.Clamp((double)_y.Length * _dimension * _dimension / ProductsPerHessianPart, 1, MaxHessianParts);
        _hessianPartRows = (int)Math.Ceiling(_y.Length / parts / PieceRows) * PieceRows;
    }

    private int Parts => (_y.Length + PartRows - 1) / PartRows;

    private int HessianParts => (_y.Length + _hessianPartRows - 1) / _hessianPartRows;

    /// <summary>Σ m_i ℓ_i; the gradient Xᵀ(m·slope) is written into <paramref name="gradient"/>.</summary>
    public double LossAndGradient(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        weights.CopyTo(_weights);
        Array.Clear(_partialGradients);
        Team.Run(Parts, _gradientPart);
        gradient.Clear();
        var loss = 0.0;
        for (var part = 0; part < Parts; part++)
        {
            loss += _partialLosses[part];
            for (var j = 0; j < _dimension; j++) gradient[j] += _partialGradients[part * _dimension + j];
        }
        return loss;
    }

    /// <summary>Xᵀ diag(m·σ') X, the symmetric matrix.</summary>
    public void Hessian(ReadOnlySpan<double> weights, double[,] hessian)
    {
        weights.CopyTo(_weights);
        _partialHessians ??= new double[HessianParts * _dimension * _dimension];
        Array.Clear(_partialHessians);
        Team.Run(HessianParts, _hessianPart);
        for (var j = 0; j < _dimension; j++)
            for (var k = 0; k <= j; k++)
            {
                var sum = 0.0;
                for (var part = 0; part < HessianParts; part++) sum += _partialHessians[(part * _dimension + j) * _dimension + k];
                hessian[j, k] = hessian[k, j] = sum;
            }
    }

    private void GradientPart(int part)
    {
        Span<double> buffer = stackalloc double[PieceRows];
        var gradient = _partialGradients.AsSpan(part * _dimension, _dimension);
        var loss = 0.0;
        var end = Math.Min((part + 1) * PartRows, _y.Length);
        for (var from = part * PartRows; from < end; from += PieceRows)
        {
            var z = buffer[..Math.Min(PieceRows, end - from)];
            Predict(z, from);
            loss += LossAndSlopes(z, from);
            if (_first == 1) gradient[0] += Columns.Sum(z);
            Columns.AddDots(gradient[_first..], _columns, _columns.Length, z, from);
        }
        _partialLosses[part] = loss;
    }

    /// <summary>The loss of a piece, whose logits become slopes; meanwhile the next piece comes from memory.</summary>
    private double LossAndSlopes(Span<double> z, int from)
    {
        var loss = 0.0;
        for (var i = 0; i < z.Length; i += FetchRows)
        {
            var some = z.Slice(i, Math.Min(FetchRows, z.Length - i));
            Columns.Fetch(_columns, from + PieceRows + i, FetchRows);
            loss += LogisticRows.LossAndSlopes(some, _y.AsSpan(from + i, some.Length), RowWeights(from + i, some.Length));
        }
        return loss;
    }

    private void HessianPart(int part)
    {
        Span<double> buffer = stackalloc double[PieceRows];
        Span<double> products = stackalloc double[Lines * PieceRows];
        var hessian = _partialHessians.AsSpan(part * _dimension * _dimension, _dimension * _dimension);
        var end = Math.Min((part + 1) * _hessianPartRows, _y.Length);
        for (var from = part * _hessianPartRows; from < end; from += PieceRows)
        {
            var curvature = buffer[..Math.Min(PieceRows, end - from)];
            Predict(curvature, from);
            LogisticRows.Curvatures(curvature, RowWeights(from, curvature.Length));
            if (_first == 1) hessian[0] += Columns.Sum(curvature);
            for (var j = 0; j < _columns.Length; j += Lines) AddLines(hessian, j, Math.Min(Lines, _columns.Length - j), curvature, products, from);
        }
    }

    /// <summary>Adds a piece to some lines of the matrix, up to its diagonal; the lines share what is read of the columns.</summary>
    private void AddLines(Span<double> hessian, int j, int lines, ReadOnlySpan<double> curvature, Span<double> products, int from)
    {
        var rows = curvature.Length;
        for (var line = 0; line < lines; line++)
        {
            var product = products.Slice(line * rows, rows);
            Columns.Multiply(product, curvature, _columns[j + line].AsSpan(from, rows));
            if (_first == 1) hessian[(j + line + 1) * _dimension] += Columns.Sum(product);
        }
        var first = (j + _first) * _dimension + _first;
        switch (lines)
        {
            case 4:
                Columns.AddFourLines(hessian[first..], _dimension, _columns, j + 4, products[..(4 * rows)], from);
                break;
            case 1:
                Columns.AddDots(hessian[first..], _columns, j + 1, products[..rows], from);
                break;
            default:
                for (var line = 0; line + 2 <= lines; line += 2)
                    Columns.AddDots(
                        hessian[(first + line * _dimension)..], hessian[(first + (line + 1) * _dimension)..], _columns, j + line + 2,
                        products.Slice(line * rows, rows), products.Slice((line + 1) * rows, rows), from);
                if (lines == 3) Columns.AddDots(hessian[(first + 2 * _dimension)..], _columns, j + 3, products.Slice(2 * rows, rows), from);
                break;
        }
    }

    private void Predict(Span<double> z, int from)
    {
        z.Fill(_first == 1 ? _weights[0] : 0);
        Columns.AddCombination(z, _columns, _weights.AsSpan(_first), from);
    }

    private ReadOnlySpan<double> RowWeights(int from, int count) => _rowWeights is null ? [] : _rowWeights.AsSpan(from, count);
}
