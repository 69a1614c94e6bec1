namespace LogRegCourse;

/// <summary>
/// Receiver operating characteristic: false-positive rate against true-positive rate as the threshold falls from +∞ (nobody
/// called 1) to the lowest score (everybody).
/// </summary>
public sealed class RocCurve
{
    private RocCurve(double[] thresholds, double[] falsePositiveRates, double[] truePositiveRates, double auc) =>
        (Thresholds, FalsePositiveRates, TruePositiveRates, Auc) = (thresholds, falsePositiveRates, truePositiveRates, auc);

    /// <summary>The thresholds, falling; the first is +∞.</summary>
    public double[] Thresholds { get; }

    /// <summary>Share of class 0 called 1 at each threshold, from 0 to 1.</summary>
    public double[] FalsePositiveRates { get; }

    /// <summary>Share of class 1 called 1 at each threshold, from 0 to 1.</summary>
    public double[] TruePositiveRates { get; }

    /// <summary>
    /// Area under the curve: the probability that a random row of class 1 scores higher than a random row of class 0,
    /// ties counting half. 1/2 for guessing, 1 for perfect order.
    /// </summary>
    public double Auc { get; }

    /// <summary>The curve of labels and scores.</summary>
    /// <param name="y">n labels, 0 or 1, both occurring.</param>
    /// <param name="scores">n scores, such as probabilities or log-odds; higher means more like class 1.</param>
    /// <exception cref="ArgumentException">Lengths differ, a label is not 0 or 1, only one class occurs, or a score is not finite.</exception>
    public static RocCurve Of(double[] y, double[] scores)
    {
        var ranking = Ranking.Of(y, scores, "a ROC curve");
        return new RocCurve(
            [.. ranking.Points.Select(point => point.Threshold)],
            [.. ranking.Points.Select(point => (double)point.FalsePositives / ranking.Negatives)],
            [.. ranking.Points.Select(point => (double)point.TruePositives / ranking.Positives)],
            Area(ranking));
    }

    /// <summary>Trapezium after trapezium, in whole pairs of rows and rounded once: a perfect order is exactly 1.</summary>
    private static double Area(Ranking ranking)
    {
        var twicePairs = ranking.Points.Zip(ranking.Points.Skip(1), (left, right) =>
            (decimal)(right.FalsePositives - left.FalsePositives) * (right.TruePositives + left.TruePositives)).Sum();
        return (double)(twicePairs / ranking.Positives / ranking.Negatives / 2);
    }
}
