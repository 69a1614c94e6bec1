namespace LogRegCourse;

/// <summary>
/// Changing how often a class occurs, and what that does. Sampling by class leaves the slopes consistent but moves the
/// intercept, so every probability is wrong until the intercept is corrected.
/// </summary>
/// <remarks>Source: R. Prentice and R. Pyke, Biometrika 66 (1979); G. King and L. Zeng, Political Analysis 9 (2001).</remarks>
public static class Resampling
{
    /// <summary>Rows in which every class occurs as often as the most frequent one: rows of the others are drawn again.</summary>
    /// <param name="y">n ≥ 1 labels.</param>
    /// <param name="seed">Where the drawing starts.</param>
    /// <returns>Row numbers, counted from 0; every row at least once.</returns>
    /// <exception cref="ArgumentException">There is no label.</exception>
    public static int[] Oversample(double[] y, int seed)
    {
        Guard.NotEmpty(y, nameof(y));
        var random = new Random(seed);
        var classes = Split.ByClass(y);
        var most = classes.Max(rows => rows.Length);
        return [.. classes.SelectMany(rows => rows.Concat(Enumerable.Range(0, most - rows.Length).Select(_ => rows[random.Next(rows.Length)])))];
    }

    /// <summary>Rows in which every class occurs as often as the rarest one: rows of the others are left out.</summary>
    /// <param name="y">n ≥ 1 labels.</param>
    /// <param name="seed">Where the choice starts.</param>
    /// <returns>Row numbers, counted from 0, no row twice.</returns>
    /// <exception cref="ArgumentException">There is no label.</exception>
    public static int[] Undersample(double[] y, int seed)
    {
        Guard.NotEmpty(y, nameof(y));
        var random = new Random(seed);
        var classes = Split.ByClass(y);
        var fewest = classes.Min(rows => rows.Length);
        return [.. classes.SelectMany(rows =>
        {
            random.Shuffle(rows);
            return rows.Take(fewest);
        })];
    }

    /// <summary>
    /// The intercept for the population from one fitted to a sample with another share of class 1:
    /// b − log[ ((1 − τ)/τ)·(ȳ/(1 − ȳ)) ].
    /// </summary>
    /// <param name="intercept">The fitted intercept b.</param>
    /// <param name="populationShare">τ, the share of class 1 in the population, between 0 and 1.</param>
    /// <param name="sampleShare">ȳ, the share of class 1 in the sample, between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is not strictly between 0 and 1.</exception>
    public static double CorrectedIntercept(double intercept, double populationShare, double sampleShare) =>
        intercept + Logistic.Logit(Guard.StrictShare(populationShare)) - Logistic.Logit(Guard.StrictShare(sampleShare));
}
