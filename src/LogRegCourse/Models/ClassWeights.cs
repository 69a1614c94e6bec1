namespace LogRegCourse;

/// <summary>What one row of each class counts.</summary>
/// <param name="OfZero">Weight of a row with label 0, a positive number.</param>
/// <param name="OfOne">Weight of a row with label 1, a positive number.</param>
public sealed record ClassWeights(double OfZero, double OfOne)
{
    /// <summary>n / (2·n_k): both classes weigh n/2 together, however rare one is.</summary>
    /// <param name="y">n labels, 0 or 1, both occurring.</param>
    /// <exception cref="ArgumentException">A label is not 0 or 1, or only one class occurs.</exception>
    public static ClassWeights Balanced(double[] y)
    {
        Guard.Labels(y, nameof(y));
        Guard.BothClasses(y, nameof(y), "balancing");
        var ones = y.Sum();
        return new ClassWeights(y.Length / (2 * (y.Length - ones)), y.Length / (2 * ones));
    }
}
