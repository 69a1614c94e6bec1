namespace LogRegCourse;

/// <summary>When an optimiser stops: whichever rule is met first. A rule at 0 (or null) is off.</summary>
public sealed record Stopping
{
    /// <summary>Stop after this many updates (epochs, for mini-batches).</summary>
    public int MaxIterations { get; init; } = 1000;

    /// <summary>Stop when the Euclidean norm of the gradient that an update used is below this.</summary>
    public double GradientNorm { get; init; } = 1e-8;

    /// <summary>Stop when an update changes the loss by less than this.</summary>
    public double LossChange { get; init; }

    /// <summary>Newton only: stop when half the squared Newton decrement, the promised decrease of the loss, is below this.</summary>
    public double NewtonDecrement { get; init; }

    /// <summary>Stop when this much time has passed.</summary>
    public TimeSpan? MaxTime { get; init; }

    /// <summary>Stop when this token is cancelled; what was reached until then is returned.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Told about every recorded step while the optimiser runs.</summary>
    public Action<Step>? Progress { get; init; }

    /// <summary>Record every k-th step (and always the first and the last): long runs keep a short path.</summary>
    public int RecordEvery { get; init; } = 1;
}
