namespace LogRegCourse;

/// <summary>From which probability on to call a row 1, when the two errors cost differently.</summary>
public static class CostOptimalThreshold
{
    private const double LeastShare = 1e-300;

    /// <summary>
    /// The threshold c_FP / (c_FP + c_FN): calling 1 costs (1 − p)·c_FP in the mean, calling 0 costs p·c_FN, and this is
    /// where they are equal. It holds for calibrated probabilities, and does not depend on how rare class 1 is.
    /// </summary>
    /// <param name="falsePositiveCost">Cost of calling a 0 a 1, positive.</param>
    /// <param name="falseNegativeCost">Cost of calling a 1 a 0, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A cost is not positive.</exception>
    public static double FromCosts(double falsePositiveCost, double falseNegativeCost)
    {
        var ratio = Guard.Positive(falsePositiveCost) / Guard.Positive(falseNegativeCost);
        return ratio < 1 ? ratio / (1 + ratio) : 1 / (1 + falseNegativeCost / falsePositiveCost);
    }

    /// <summary>The threshold among the probabilities that would have cost least on these rows; it needs no calibration, but rows.</summary>
    /// <param name="y">n labels, 0 or 1, both occurring.</param>
    /// <param name="probabilities">n probabilities of class 1.</param>
    /// <param name="falsePositiveCost">Cost of calling a 0 a 1, positive.</param>
    /// <param name="falseNegativeCost">Cost of calling a 1 a 0, positive.</param>
    /// <returns>The threshold, +∞ for "never call 1", and the total cost.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a label is not 0 or 1, only one class occurs, or a cost is not positive.</exception>
    public static (double Threshold, double Cost) FromData(double[] y, double[] probabilities, double falsePositiveCost, double falseNegativeCost)
    {
        Guard.Positive(falsePositiveCost);
        Guard.Positive(falseNegativeCost);
        Guard.Predictions(y, probabilities);
        var ranking = Ranking.Of(y, probabilities, "a choice of threshold");
        // Compared in shares of the larger cost, as the costs of all rows together may leave the range of double; the smaller still counts
        // where the larger is not paid.
        var larger = Math.Max(falsePositiveCost, falseNegativeCost);
        var best = ranking.Points.MinBy(point => Total(point, Math.Max(falsePositiveCost / larger, LeastShare), Math.Max(falseNegativeCost / larger, LeastShare)))!;
        return (best.Threshold, Total(best, falsePositiveCost, falseNegativeCost));

        double Total(Ranking.Point point, double ofFalsePositive, double ofFalseNegative) =>
            point.FalsePositives * ofFalsePositive + (ranking.Positives - point.TruePositives) * ofFalseNegative;
    }
}
