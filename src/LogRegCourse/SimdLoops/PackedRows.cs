using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LogRegCourse;

/// <summary>
/// The rows of a loss stored one after the other, so that a shuffled batch reads each row in one go. Waiting for memory is
/// most of a shuffled epoch: rows begin at the bounds of cache lines, and the next batch is fetched during this one.
/// </summary>
internal sealed class PackedRows
{
    // One vector of eight numbers is one line of the cache.
    private const int Lanes = 8;
    private const int LineBytes = 64;

    // Rows packed at a time, few enough for all their lines to stay in the cache until the last column is written.
    private const int BlockRows = 64;
    private readonly LinearPredictorLoss _loss;
    private readonly int _stride;
    private readonly double[] _rows;
    private readonly int _firstRow;
    private readonly double[] _weights;
    private double[] _y = [];
    private double[] _slopes = [];

    public PackedRows(LinearPredictorLoss loss)
    {
        _loss = loss;
        _stride = (loss.Dimension + Lanes - 1) / Lanes * Lanes;
        _weights = new double[_stride];
        // Pinned, so that the first row stays where a line begins.
        _rows = GC.AllocateArray<double>(loss.Y.Length * _stride + Lanes, pinned: true);
        _firstRow = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(_rows, 0) & (LineBytes - 1)) / sizeof(double);
        for (var from = 0; from < loss.Y.Length; from += BlockRows) Pack(from, Math.Min(from + BlockRows, loss.Y.Length));
    }

    /// <summary>One step against the gradient of the batch's (weighted) mean loss.</summary>
    /// <param name="weights">The weights, updated in place.</param>
    /// <param name="batch">Row numbers of this batch.</param>
    /// <param name="next">Row numbers of the batch that follows.</param>
    /// <param name="learningRate">Step size η.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Update(double[] weights, ReadOnlySpan<int> batch, ReadOnlySpan<int> next, double learningRate)
    {
        Fetch(next);
        weights.CopyTo(_weights, 0);
        var total = Slopes(batch);
        if (total == 0) return;
        for (var j = _loss.FirstSlope; j < weights.Length; j++) _weights[j] -= learningRate * _loss.Ridge * _weights[j];
        var rate = Vector512.Create(-learningRate / total);
        for (var j = 0; j < _stride; j += Lanes)
        {
            var sum = Vector512<double>.Zero;
            for (var k = 0; k < batch.Length; k++)
                sum = Vector512.FusedMultiplyAdd(Vector512.Create(_slopes[k]), Columns.Load(_rows, Start(batch[k]) + j), sum);
            Columns.Store(Vector512.FusedMultiplyAdd(rate, sum, Columns.Load(_weights, j)), _weights, j);
        }
        _weights.AsSpan(0, weights.Length).CopyTo(weights);
    }

    /// <summary>Leaves weight·slope of each row of the batch in the buffer; the answer is the sum of the row weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Slopes(ReadOnlySpan<int> batch)
    {
        if (_slopes.Length < batch.Length) (_y, _slopes) = (new double[batch.Length], new double[batch.Length]);
        for (var k = 0; k < batch.Length; k++)
        {
            var sum = Vector512<double>.Zero;
            for (var j = 0; j < _stride; j += Lanes)
                sum = Vector512.FusedMultiplyAdd(Columns.Load(_rows, Start(batch[k]) + j), Columns.Load(_weights, j), sum);
            _slopes[k] = Vector512.Sum(sum);
            _y[k] = _loss.Y[batch[k]];
        }
        _loss.Slopes(_slopes.AsSpan(0, batch.Length), _y.AsSpan(0, batch.Length));
        if (_loss.RowWeights is not { } rowWeights) return batch.Length;

        var total = 0.0;
        for (var k = 0; k < batch.Length; k++)
        {
            _slopes[k] *= rowWeights[batch[k]];
            total += rowWeights[batch[k]];
        }
        return total;
    }

    /// <summary>Asks the processor for the rows' lines without waiting for them; without effect on the result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void Fetch(ReadOnlySpan<int> batch)
    {
        if (!Sse.IsSupported) return;
        var rows = (double*)Marshal.UnsafeAddrOfPinnedArrayElement(_rows, 0);
        foreach (var row in batch)
            for (var j = 0; j < _stride; j += Lanes) Sse.Prefetch0(rows + Start(row) + j);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pack(int from, int to)
    {
        if (_loss.FirstSlope == 1)
            for (var i = from; i < to; i++) _rows[Start(i)] = 1;
        for (var j = 0; j < _loss.X.ColumnCount; j++)
        {
            var column = _loss.X.Column(j);
            for (var i = from; i < to; i++) _rows[Start(i) + _loss.FirstSlope + j] = column[i];
        }
    }

    private int Start(int row) => _firstRow + row * _stride;
}
