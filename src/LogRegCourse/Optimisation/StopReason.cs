namespace LogRegCourse;

/// <summary>Why an optimiser stopped.</summary>
public enum StopReason
{
    /// <summary>The number of updates allowed is used up.</summary>
    MaxIterations,

    /// <summary>The gradient is as small as asked: converged.</summary>
    GradientNorm,

    /// <summary>The loss changes as little as asked: converged.</summary>
    LossChange,

    /// <summary>The decrease that Newton's method still promises is as small as asked: converged.</summary>
    NewtonDecrement,

    /// <summary>The time allowed is used up.</summary>
    MaxTime,

    /// <summary>The cancellation token was cancelled.</summary>
    Cancelled,

    /// <summary>The loss or its gradient is no longer finite: the steps were too large.</summary>
    Diverged,

    /// <summary>No step length lowers the loss any more: the limit of double precision is reached.</summary>
    NoFurtherDecrease,

    /// <summary>Newton only: the Hessian is singular, so that its parabola has no single minimum to step to.</summary>
    SingularHessian,
}
