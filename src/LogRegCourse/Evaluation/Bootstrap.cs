namespace LogRegCourse;

/// <summary>
/// The bootstrap: what varies from sample to sample is shown by samples drawn from the sample, rows with replacement.
/// </summary>
/// <remarks>Source: B. Efron and R. Tibshirani, An Introduction to the Bootstrap (1993), chapters 6 and 13.</remarks>
public static class Bootstrap
{
    /// <summary>Resamples: each as many row numbers as there are rows, drawn with replacement.</summary>
    /// <param name="rows">n, at least 1.</param>
    /// <param name="times">How many resamples.</param>
    /// <param name="seed">Where the drawing starts.</param>
    /// <exception cref="ArgumentOutOfRangeException">rows or times is below 1.</exception>
    public static int[][] Rows(int rows, int times, int seed)
    {
        Guard.AtLeastOne(rows);
        Guard.AtLeastOne(times);
        var random = new Random(seed);
        return [.. Enumerable.Range(0, times).Select(_ => Enumerable.Range(0, rows).Select(_ => random.Next(rows)).ToArray())];
    }

    /// <summary>The percentile interval: what is left of the values when equal shares are cut off at both ends. Infinite values count.</summary>
    /// <param name="values">A statistic of each resample, such as a coefficient.</param>
    /// <param name="level">Confidence level, between 0 and 1.</param>
    /// <exception cref="ArgumentException">There is no value, or one is not a number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public static Interval Percentile(double[] values, double level = 0.95)
    {
        Guard.Level(level);
        Guard.NotNull(values, nameof(values));
        if (values.Length == 0 || values.Any(double.IsNaN))
            throw new ArgumentException("values must hold at least one number, and NaN is none; give infinity for a resample without an estimate.", nameof(values));
        double[] sorted = [.. values.Order()];
        // At a level near 0 rounding must not cut the middle away.
        var cut = Math.Min((int)Math.Floor(sorted.Length * (1 - level) / 2 + 1e-9), (sorted.Length - 1) / 2);
        return new Interval(sorted[cut], sorted[^(cut + 1)]);
    }
}
