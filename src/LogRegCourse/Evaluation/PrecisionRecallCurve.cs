namespace LogRegCourse;

/// <summary>Precision against recall as the threshold falls over the scores that occur.</summary>
public sealed class PrecisionRecallCurve
{
    private PrecisionRecallCurve(double[] thresholds, double[] precisions, double[] recalls) =>
        (Thresholds, Precisions, Recalls) = (thresholds, precisions, recalls);

    /// <summary>The thresholds, falling.</summary>
    public double[] Thresholds { get; }

    /// <summary>Of the rows called 1 at each threshold, the share that are.</summary>
    public double[] Precisions { get; }

    /// <summary>Of the rows of class 1, the share called so at each threshold; rising to 1.</summary>
    public double[] Recalls { get; }

    /// <summary>Average precision Σ (recall_k − recall_(k−1))·precision_k; the share of class 1 for guessing.</summary>
    public double AveragePrecision => Precisions.Select((precision, k) => precision * (Recalls[k] - (k == 0 ? 0 : Recalls[k - 1]))).Sum();

    /// <summary>The curve of labels and scores.</summary>
    /// <param name="y">n labels, 0 or 1, both occurring.</param>
    /// <param name="scores">n scores; higher means more like class 1.</param>
    /// <exception cref="ArgumentException">Lengths differ, a label is not 0 or 1, only one class occurs, or a score is not finite.</exception>
    public static PrecisionRecallCurve Of(double[] y, double[] scores)
    {
        var ranking = Ranking.Of(y, scores, "a precision-recall curve");
        var points = ranking.Points.Skip(1).ToArray();
        return new PrecisionRecallCurve(
            [.. points.Select(point => point.Threshold)],
            [.. points.Select(point => (double)point.TruePositives / (point.TruePositives + point.FalsePositives))],
            [.. points.Select(point => (double)point.TruePositives / ranking.Positives)]);
    }
}
