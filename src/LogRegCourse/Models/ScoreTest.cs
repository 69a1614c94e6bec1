using MathNet.Numerics;

namespace LogRegCourse;

/// <summary>
/// Rao's score test: do further columns add anything to a fit? It needs the smaller fit alone. U = Zᵀ(y − p) is the slope of
/// the log-likelihood towards the new columns Z, V = ZᵀWZ − ZᵀWX(XᵀWX)⁻¹XᵀWZ its variance with W = diag(p(1 − p)), and
/// UᵀV⁻¹U follows χ² when the new coefficients are 0 in truth.
/// </summary>
/// <remarks>Source: C. R. Rao, Proceedings of the Cambridge Philosophical Society 44 (1948); A. Agresti, Categorical Data Analysis, 3rd ed., section 1.3.3.</remarks>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed class ScoreTest : IReportable
{
    private ScoreTest(double statistic, int degreesOfFreedom) => (Statistic, DegreesOfFreedom) = (statistic, degreesOfFreedom);

    /// <summary>UᵀV⁻¹U.</summary>
    public double Statistic { get; }

    /// <summary>Number of new columns.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>Probability of a statistic at least this large when the new coefficients are 0.</summary>
    public double PValue => SpecialFunctions.GammaUpperRegularized(DegreesOfFreedom / 2.0, Statistic / 2);

    /// <summary>Tests columns against the model with an intercept alone.</summary>
    /// <param name="added">n × k new columns.</param>
    /// <param name="y">n labels, 0 or 1, both occurring.</param>
    /// <exception cref="ArgumentException">Lengths differ, a label is not 0 or 1, or only one class occurs.</exception>
    /// <exception cref="NoEstimateException">A new column does not vary, or repeats other columns.</exception>
    public static ScoreTest Of(Features added, double[] y)
    {
        Guard.SameLength(added.RowCount, y.Length, nameof(y), nameof(added));
        Guard.Labels(y, nameof(y));
        Guard.BothClasses(y, nameof(y));
        var share = y.Average();
        return Of(added, y, [.. y.Select(_ => share)], _ => [1], new[,] { { 1 / (y.Length * share * (1 - share)) } });
    }

    /// <summary>Tests columns against a model that has others already.</summary>
    /// <param name="added">n × k new columns.</param>
    /// <param name="present">n × d columns of the smaller model, which has an intercept as well.</param>
    /// <param name="y">n labels, 0 or 1, both occurring.</param>
    /// <exception cref="ArgumentException">Lengths differ, a label is not 0 or 1, or only one class occurs.</exception>
    /// <exception cref="NoEstimateException">The smaller model has no estimate, or a new column repeats other columns.</exception>
    public static ScoreTest Of(Features added, Features present, double[] y)
    {
        Guard.SameLength(added.RowCount, present.RowCount, nameof(present), nameof(added));
        var fit = LogisticRegression.Fit(present, y);
        return Of(added, y, fit.FittedProbabilities, i => [1, .. present.Row(i)], fit.Covariance);
    }

    private static ScoreTest Of(Features added, double[] y, double[] p, Func<int, double[]> present, double[,] covariance)
    {
        var (k, d) = (added.ColumnCount, covariance.GetLength(0));
        var score = new double[k];
        var (own, mixed) = (new double[k, k], new double[k, d]);
        for (var i = 0; i < y.Length; i++)
        {
            var (weight, row) = (p[i] * (1 - p[i]), present(i));
            for (var a = 0; a < k; a++)
            {
                score[a] += (y[i] - p[i]) * added[i, a];
                for (var b = 0; b < k; b++) own[a, b] += weight * added[i, a] * added[i, b];
                for (var j = 0; j < d; j++) mixed[a, j] += weight * added[i, a] * row[j];
            }
        }
        // What the present columns say of a new one brings no news.
        for (var a = 0; a < k; a++)
            for (var b = 0; b < k; b++)
                for (var j = 0; j < d; j++)
                    for (var l = 0; l < d; l++) own[a, b] -= mixed[a, j] * covariance[j, l] * mixed[b, l];
        if (Cholesky.Factor(own) < 1e-10)
            throw new NoEstimateException("A new column does not vary or repeats other columns, so its coefficient has no score of its own; leave it out.");
        var solved = (double[])score.Clone();
        Cholesky.Solve(own, solved);
        return new ScoreTest(Vectors.Dot(score, solved), k);
    }

    /// <summary>The test in one line.</summary>
    public override string ToString() => TextReport.Render(((IReportable)this).Report());

    Report IReportable.Report() => new("Score test", [], [$"χ² = {Digits.Short(Statistic)} on {DegreesOfFreedom} degrees of freedom, p = {Digits.PValue(PValue)}."]);
}
