namespace LogRegCourse;

/// <summary>How a logistic regression is fitted; the plain maximum-likelihood fit with an intercept by default.</summary>
public sealed record FitOptions
{
    /// <summary>Whether the model has an intercept; it is never penalised.</summary>
    public bool Intercept { get; init; } = true;

    /// <summary>One non-negative weight per row, such as the number of times it was seen; null counts each row once.</summary>
    public double[]? Weights { get; init; }

    /// <summary>What a row of class 0 and a row of class 1 count; null counts both once.</summary>
    public ClassWeights? ClassWeights { get; init; }

    /// <summary>Strength λ₁ of the penalty λ₁·Σ|w_j|, scaled as <see cref="Scaling"/> says; it sets slopes to exactly 0.</summary>
    public double L1 { get; init; }

    /// <summary>Strength λ₂ of the penalty (λ₂/2)·Σw_j², scaled as <see cref="Scaling"/> says; with <see cref="L1"/> it is the elastic net.</summary>
    public double L2 { get; init; }

    /// <summary>What the penalty is compared with: by default λ stands against the sum of the losses, as 1/C does in scikit-learn; with <see cref="LossScaling.Mean"/> against their mean.</summary>
    public LossScaling Scaling { get; init; } = LossScaling.MeanWithLambdaOverM;

    internal bool IsPenalised => L1 > 0 || L2 > 0;
}
