namespace LogRegCourse;

/// <summary>λ₁·Σ|w_j| + (λ₂/2)·Σw_j² on the slopes, added to the sum of the losses.</summary>
/// <param name="L1">λ₁.</param>
/// <param name="L2">λ₂.</param>
internal readonly record struct Penalty(double L1, double L2)
{
    public bool IsNone => L1 == 0 && L2 == 0;
}
