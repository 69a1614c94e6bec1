namespace LogRegCourse;

/// <summary>
/// The counts behind ROC and precision-recall curves: rows sorted by falling score, and at each distinct score how many
/// rows of each class score at least that.
/// </summary>
internal sealed class Ranking
{
    private Ranking(List<Point> points) => Points = points;

    /// <summary>One point per distinct score, from the highest down; before them the point that calls nobody 1.</summary>
    public IReadOnlyList<Point> Points { get; }

    public int Positives => Points[^1].TruePositives;

    public int Negatives => Points[^1].FalsePositives;

    /// <summary>Counts along the falling scores.</summary>
    /// <param name="y">Labels.</param>
    /// <param name="scores">Scores.</param>
    /// <param name="purpose">What it is for, in a message: "a ROC curve".</param>
    public static Ranking Of(double[] y, double[] scores, string purpose)
    {
        Guard.OneEach(y, scores);
        Guard.Finite(scores, nameof(scores));
        Guard.Labels(y, nameof(y));
        Guard.NotEmpty(y, nameof(y));
        Guard.BothClasses(y, nameof(y), purpose);
        var order = Enumerable.Range(0, y.Length).OrderByDescending(i => scores[i]).ToArray();
        var points = new List<Point> { new(double.PositiveInfinity, 0, 0) };
        int truePositives = 0, falsePositives = 0;
        for (var k = 0; k < order.Length; k++)
        {
            if (y[order[k]] == 1) truePositives++;
            else falsePositives++;
            // Rows of equal score are called together.
            if (k + 1 < order.Length && scores[order[k + 1]] == scores[order[k]]) continue;
            points.Add(new(scores[order[k]], truePositives, falsePositives));
        }
        return new Ranking(points);
    }

    /// <summary>What calling 1 from this score on does.</summary>
    internal sealed record Point(double Threshold, int TruePositives, int FalsePositives);
}
