namespace LogRegCourse;

/// <summary>Rows grouped by predicted probability: of those told p, does a share p turn out 1? On the diagonal, yes.</summary>
public sealed class CalibrationCurve
{
    private CalibrationCurve(double[] predicted, double[] observed, int[] counts) => (Predicted, Observed, Counts) = (predicted, observed, counts);

    /// <summary>Mean predicted probability in each bin that has rows.</summary>
    public double[] Predicted { get; }

    /// <summary>Share of class 1 in each of those bins.</summary>
    public double[] Observed { get; }

    /// <summary>Rows in each of those bins.</summary>
    public int[] Counts { get; }

    /// <summary>Expected calibration error: the mean over the rows of |observed − predicted| in the row's bin.</summary>
    public double ExpectedCalibrationError => Enumerable.Range(0, Counts.Length).Sum(b => Counts[b] * Math.Abs(Observed[b] - Predicted[b])) / Counts.Sum();

    /// <summary>The curve over bins of equal width; a probability on an edge belongs to the bin above it.</summary>
    /// <param name="y">n labels, 0 or 1.</param>
    /// <param name="probabilities">n probabilities of class 1.</param>
    /// <param name="bins">Number of bins between 0 and 1.</param>
    /// <exception cref="ArgumentException">Lengths differ, there is no row, a label is not 0 or 1, or a number is no probability.</exception>
    /// <exception cref="ArgumentOutOfRangeException">bins is below 1.</exception>
    public static CalibrationCurve Of(double[] y, double[] probabilities, int bins = 10)
    {
        Guard.Predictions(y, probabilities);
        Guard.AtLeastOne(bins);
        var groups = Enumerable.Range(0, y.Length)
            .GroupBy(i => Bin(probabilities[i], bins))
            .OrderBy(group => group.Key)
            .Select(group => group.ToArray()).ToArray();
        return new CalibrationCurve(
            [.. groups.Select(rows => rows.Average(i => probabilities[i]))],
            [.. groups.Select(rows => rows.Average(i => y[i]))],
            [.. groups.Select(rows => rows.Length)]);
    }

    /// <summary>The bin whose edges k/bins ≤ p &lt; (k + 1)/bins hold p; the last one holds 1 too.</summary>
    private static int Bin(double p, int bins)
    {
        var bin = (int)Math.Min(p * bins, bins - 1);
        // The product is rounded, and may have crossed an edge.
        if (bin + 1 < bins && p >= (bin + 1) / (double)bins) return bin + 1;
        return p < bin / (double)bins ? bin - 1 : bin;
    }
}
