using System.Runtime.Intrinsics;

namespace LogRegCourse;

/// <summary>The rows of a loss stored one after the other, each padded to whole vectors, so that a shuffled batch reads each row in one go.</summary>
internal sealed class PackedRows
{
    private readonly LinearPredictorLoss _loss;
    private readonly int _stride;
    private readonly double[] _rows;
    private readonly double[] _weights;
    private double[] _y = [];
    private double[] _slopes = [];

    public PackedRows(LinearPredictorLoss loss)
    {
        _loss = loss;
        var lanes = Vector512<double>.Count;
        _stride = (loss.Dimension + lanes - 1) / lanes * lanes;
        _rows = new double[loss.Y.Length * _stride];
        _weights = new double[_stride];
        if (loss.FirstSlope == 1)
            for (var i = 0; i < loss.Y.Length; i++) _rows[i * _stride] = 1;
        for (var j = 0; j < loss.X.ColumnCount; j++)
        {
            var column = loss.X.Column(j);
            for (var i = 0; i < column.Length; i++) _rows[i * _stride + loss.FirstSlope + j] = column[i];
        }
    }

    /// <summary>One step against the gradient of the batch's (weighted) mean loss.</summary>
    public void Update(double[] weights, ReadOnlySpan<int> batch, double learningRate)
    {
        weights.CopyTo(_weights, 0);
        var total = Slopes(batch);
        if (total == 0) return;
        for (var j = _loss.FirstSlope; j < weights.Length; j++) _weights[j] -= learningRate * _loss.Ridge * _weights[j];
        var rate = learningRate / total;
        for (var j = 0; j < _stride; j += Vector512<double>.Count)
        {
            var sum = Vector512<double>.Zero;
            for (var k = 0; k < batch.Length; k++) sum += Vector512.Create(_slopes[k]) * Columns.Load(_rows, batch[k] * _stride + j);
            Columns.Store(Columns.Load(_weights, j) - rate * sum, _weights, j);
        }
        _weights.AsSpan(0, weights.Length).CopyTo(weights);
    }

    /// <summary>Leaves weight·slope of each row of the batch in the buffer; the answer is the sum of the row weights.</summary>
    private double Slopes(ReadOnlySpan<int> batch)
    {
        if (_slopes.Length < batch.Length) (_y, _slopes) = (new double[batch.Length], new double[batch.Length]);
        for (var k = 0; k < batch.Length; k++)
        {
            _slopes[k] = Columns.Dot(_rows.AsSpan(batch[k] * _stride, _stride), _weights);
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
}
