namespace LogRegCourse;

/// <summary>How a softmax loss or regression is put together.</summary>
public sealed record SoftmaxOptions
{
    /// <summary>Whether one class is the reference or all have weights.</summary>
    public SoftmaxForm Form { get; init; } = SoftmaxForm.Reference;

    /// <summary>Whether each class's first weight is an intercept; intercepts are never penalised.</summary>
    public bool Intercept { get; init; } = true;

    /// <summary>Strength λ of the penalty (λ/2)·Σ‖w_k‖² on the slopes.</summary>
    public double L2 { get; init; }

    /// <summary>Sum or mean over the rows; by default the mean, with λ/m, as for the binary loss.</summary>
    public LossScaling Scaling { get; init; } = LossScaling.MeanWithLambdaOverM;

    /// <summary>Instead of <see cref="L2"/>, a strength for each of a class's weights, the intercept's 0 first: for columns in units of their own.</summary>
    internal double[]? Ridges { get; init; }
}
