using System.Diagnostics;

namespace LogRegCourse;

/// <summary>Keeps the path of a running optimiser and decides when it stops.</summary>
internal sealed class Recorder
{
    private readonly Loss _loss;
    private readonly Stopping _stopping;
    private readonly DescentPath _path;
    private readonly long _started = Stopwatch.GetTimestamp();
    private int _iteration;
    private int _recorded;
    private double _previousLoss;
    private double _previousGradientNorm;

    public Recorder(Loss loss, Stopping stopping, double startLoss, ReadOnlySpan<double> startGradient, ReadOnlySpan<double> start)
    {
        if (stopping.MaxIterations < 0)
            throw new ArgumentOutOfRangeException(nameof(stopping), $"MaxIterations is {stopping.MaxIterations}; allow at least 0.");
        if (stopping.RecordEvery < 1)
            throw new ArgumentOutOfRangeException(nameof(stopping), $"RecordEvery is {stopping.RecordEvery}; record every 1st, 2nd, … step.");
        (_loss, _stopping, _path) = (loss, stopping, new DescentPath(loss.Dimension));
        (_previousLoss, _previousGradientNorm) = (startLoss, Vectors.Norm(startGradient));
        Keep(0, startLoss, _previousGradientNorm, start);
    }

    /// <summary>Whether there is a first update to make.</summary>
    public bool MayStart => _stopping.MaxIterations > 0;

    /// <summary>Takes note of update number <paramref name="iteration"/>; the answer is null while there is reason to go on.</summary>
    /// <param name="iteration">Number of updates made.</param>
    /// <param name="loss">Loss after the update.</param>
    /// <param name="gradient">Gradient after the update.</param>
    /// <param name="weights">Weights after the update.</param>
    /// <param name="decrement">Half the squared Newton decrement before the update.</param>
    public StopReason? After(int iteration, double loss, ReadOnlySpan<double> gradient, ReadOnlySpan<double> weights, double decrement = double.PositiveInfinity)
    {
        var norm = Vectors.Norm(gradient);
        var reason = ReasonToStop(iteration, loss, decrement, norm);
        if (reason is not null || iteration % _stopping.RecordEvery == 0) Keep(iteration, loss, norm, weights);
        (_iteration, _previousLoss, _previousGradientNorm) = (iteration, loss, norm);
        return reason;
    }

    /// <summary>Ends the run at the weights of the last update, recorded if they were not.</summary>
    public Descent Finish(StopReason reason, ReadOnlySpan<double> weights)
    {
        if (_recorded < _iteration) Keep(_iteration, _previousLoss, _previousGradientNorm, weights);
        return new(_loss.WeightNames, reason, _path);
    }

    private StopReason? ReasonToStop(int iteration, double loss, double decrement, double norm)
    {
        if (!double.IsFinite(loss) || !double.IsFinite(norm)) return StopReason.Diverged;
        if (_previousGradientNorm < _stopping.GradientNorm) return StopReason.GradientNorm;
        if (decrement < _stopping.NewtonDecrement) return StopReason.NewtonDecrement;
        if (Math.Abs(loss - _previousLoss) < _stopping.LossChange) return StopReason.LossChange;
        if (_stopping.Cancellation.IsCancellationRequested) return StopReason.Cancelled;
        if (_stopping.MaxTime is { } limit && Stopwatch.GetElapsedTime(_started) >= limit) return StopReason.MaxTime;
        return iteration >= _stopping.MaxIterations ? StopReason.MaxIterations : null;
    }

    private void Keep(int iteration, double loss, double norm, ReadOnlySpan<double> weights)
    {
        _path.Add(iteration, loss, norm, weights);
        _recorded = iteration;
        _stopping.Progress?.Invoke(_path[^1]);
    }
}
