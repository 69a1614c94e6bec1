namespace LogRegCourse;

/// <summary>
/// The three ways in which books write the objective for m rows with a penalty of strength λ.
/// Without a penalty all have the same minimiser; with one, λ means something else in each.
/// </summary>
public enum LossScaling
{
    /// <summary>Σ ℓ_i + (λ/2)·‖w‖²: the sum; a λ here is worth less the more rows there are.</summary>
    Sum,

    /// <summary>(1/m) Σ ℓ_i + (λ/2)·‖w‖²: the mean; λ keeps its weight when rows are added.</summary>
    Mean,

    /// <summary>(1/m) Σ ℓ_i + (λ/2m)·‖w‖²: the sum divided by m, so the minimiser is that of <see cref="Sum"/>. The default of losses and fits.</summary>
    MeanWithLambdaOverM,
}
