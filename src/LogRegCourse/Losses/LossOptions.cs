namespace LogRegCourse;

/// <summary>How a loss is put together from its rows.</summary>
public sealed record LossOptions
{
    /// <summary>Whether the first weight is an intercept; it is never penalised.</summary>
    public bool Intercept { get; init; } = true;

    /// <summary>One non-negative weight per row, such as the number of times it was seen; null counts each row once.</summary>
    public double[]? Weights { get; init; }

    /// <summary>Strength λ of the penalty (λ/2)·‖w‖², scaled as <see cref="Scaling"/> says.</summary>
    public double L2 { get; init; }

    /// <summary>Sum or mean over the rows; m is the sum of the row weights. By default the mean, with λ/m: the minimum is that of a fit with the same λ.</summary>
    public LossScaling Scaling { get; init; } = LossScaling.MeanWithLambdaOverM;

    /// <summary>Instead of <see cref="L2"/>, a strength for each weight, the intercept's 0 first: for columns in units of their own.</summary>
    internal double[]? Ridges { get; init; }
}
