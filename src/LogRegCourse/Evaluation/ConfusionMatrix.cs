namespace LogRegCourse;

/// <summary>How often each class was called each class, and what follows: accuracy, precision, recall, F1. Shows itself as a table.</summary>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed class ConfusionMatrix : IReportable
{
    private ConfusionMatrix(int trueNegatives, int falsePositives, int falseNegatives, int truePositives) =>
        (TrueNegatives, FalsePositives, FalseNegatives, TruePositives) = (trueNegatives, falsePositives, falseNegatives, truePositives);

    /// <summary>Class 0 called 0.</summary>
    public int TrueNegatives { get; }

    /// <summary>Class 0 called 1: false alarms.</summary>
    public int FalsePositives { get; }

    /// <summary>Class 1 called 0: misses.</summary>
    public int FalseNegatives { get; }

    /// <summary>Class 1 called 1.</summary>
    public int TruePositives { get; }

    /// <summary>Number of rows.</summary>
    public int Count => TrueNegatives + FalsePositives + FalseNegatives + TruePositives;

    /// <summary>Share of rows called right, (TP + TN) / n.</summary>
    public double Accuracy => (double)(TruePositives + TrueNegatives) / Count;

    /// <summary>Of those called 1, the share that are: TP / (TP + FP); 0 when none was called 1.</summary>
    public double Precision => Share(TruePositives, TruePositives + FalsePositives);

    /// <summary>Of those that are 1, the share called so: TP / (TP + FN), also sensitivity or true-positive rate; 0 when there is none.</summary>
    public double Recall => Share(TruePositives, TruePositives + FalseNegatives);

    /// <summary>Of those that are 0, the share called so: TN / (TN + FP); 0 when there is none.</summary>
    public double Specificity => Share(TrueNegatives, TrueNegatives + FalsePositives);

    /// <summary>Harmonic mean of precision and recall, 2TP / (2TP + FP + FN); 0 when there is no 1 anywhere.</summary>
    public double F1 => Share(2 * TruePositives, 2 * TruePositives + FalsePositives + FalseNegatives);

    /// <summary>Counts labels against called classes.</summary>
    /// <param name="y">n labels, 0 or 1.</param>
    /// <param name="predicted">n called classes, 0 or 1.</param>
    /// <exception cref="ArgumentException">Lengths differ, there is no row, or a number is not 0 or 1.</exception>
    public static ConfusionMatrix Of(double[] y, double[] predicted)
    {
        Guard.OneEach(y, predicted);
        Guard.NotEmpty(y, nameof(y));
        Guard.Labels(y, nameof(y));
        Guard.Labels(predicted, nameof(predicted));
        var counts = new int[2, 2];
        for (var i = 0; i < y.Length; i++) counts[(int)y[i], (int)predicted[i]]++;
        return new ConfusionMatrix(counts[0, 0], counts[0, 1], counts[1, 0], counts[1, 1]);
    }

    /// <summary>Calls a row 1 where its probability reaches the threshold, and counts.</summary>
    /// <param name="y">n labels, 0 or 1.</param>
    /// <param name="probabilities">n probabilities of class 1.</param>
    /// <param name="threshold">Probability from which a row is called 1.</param>
    /// <exception cref="ArgumentException">Lengths differ, there is no row, a label is not 0 or 1, or a number is no probability.</exception>
    public static ConfusionMatrix AtThreshold(double[] y, double[] probabilities, double threshold = 0.5)
    {
        Guard.Threshold(threshold);
        Guard.Predictions(y, probabilities);
        return Of(y, [.. probabilities.Select(p => p >= threshold ? 1.0 : 0.0)]);
    }

    /// <summary>The four counts as a text table.</summary>
    public override string ToString() => TextReport.Render(((IReportable)this).Report());

    Report IReportable.Report() => new(
        $"Confusion matrix: {Count} rows",
        [new ReportTable(["", "called 0", "called 1"],
            [["is 0", $"{TrueNegatives}", $"{FalsePositives}"], ["is 1", $"{FalseNegatives}", $"{TruePositives}"]])],
        [$"Accuracy {Digits.Short(Accuracy)}, precision {Digits.Short(Precision)}, recall {Digits.Short(Recall)}, F1 {Digits.Short(F1)}."]);

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
