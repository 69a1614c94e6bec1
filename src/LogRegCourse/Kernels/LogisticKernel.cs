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

    // Few enough that the processor can wait for their numbers while it works out as many losses.
    private const int FetchRows = 32;

    private readonly double[][] _columns;
    private readonly double[] _y;
    private readonly double[]? _rowWeights;
    private readonly int _first;
    private readonly int _dimension;
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
    }

    private int Parts => (_y.Length + PartRows - 1) / PartRows;

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
        _partialHessians ??= new double[Parts * _dimension * _dimension];
        Array.Clear(_partialHessians);
        Team.Run(Parts, _hessianPart);
        for (var j = 0; j < _dimension; j++)
            for (var k = 0; k <= j; k++)
            {
                var sum = 0.0;
                for (var part = 0; part < Parts; part++) sum += _partialHessians[(part * _dimension + j) * _dimension + k];
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
        Span<double> buffer = stackalloc double[3 * PieceRows];
        var hessian = _partialHessians.AsSpan(part * _dimension * _dimension, _dimension * _dimension);
        var end = Math.Min((part + 1) * PartRows, _y.Length);
        for (var from = part * PartRows; from < end; from += PieceRows)
        {
            var rows = Math.Min(PieceRows, end - from);
            var curvature = buffer[..rows];
            Predict(curvature, from);
            LogisticRows.Curvatures(curvature, RowWeights(from, rows));
            if (_first == 1) hessian[0] += Columns.Sum(curvature);
            // Two lines of the matrix at a time share what they read.
            var product = buffer.Slice(PieceRows, rows);
            var nextProduct = buffer.Slice(2 * PieceRows, rows);
            var j = 0;
            for (; j + 2 <= _columns.Length; j += 2)
            {
                var line = HessianLine(hessian, j, curvature, product, from);
                var nextLine = HessianLine(hessian, j + 1, curvature, nextProduct, from);
                Columns.AddDots(line, nextLine, _columns, j + 2, product, nextProduct, from);
            }
            if (j < _columns.Length) Columns.AddDots(HessianLine(hessian, j, curvature, product, from), _columns, j + 1, product, from);
        }
    }

    /// <summary>Line j of the slopes in the matrix; the product of curvature and column j is written, and its sum added for the intercept.</summary>
    private Span<double> HessianLine(Span<double> hessian, int j, ReadOnlySpan<double> curvature, Span<double> product, int from)
    {
        Columns.Multiply(product, curvature, _columns[j].AsSpan(from, product.Length));
        var line = hessian.Slice((j + _first) * _dimension, _dimension);
        if (_first == 1) line[0] += Columns.Sum(product);
        return line[_first..];
    }

    private void Predict(Span<double> z, int from)
    {
        z.Fill(_first == 1 ? _weights[0] : 0);
        Columns.AddCombination(z, _columns, _weights.AsSpan(_first), from);
    }

    private ReadOnlySpan<double> RowWeights(int from, int count) => _rowWeights is null ? [] : _rowWeights.AsSpan(from, count);
}
