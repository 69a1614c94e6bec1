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
        Guard.OnePerRow(added, y);
        Guard.Labels(y, nameof(y));
        Guard.BothClasses(y, nameof(y));
        var logit = (double)new BinomialData(added, y, null, true).MeanLogit;
        return Of(added, [.. y.Select(_ => logit)], y, 0);
    }

    /// <summary>Tests columns against a model that has others already.</summary>
    /// <param name="added">n × k new columns.</param>
    /// <param name="present">n × d columns of the smaller model, which has an intercept as well.</param>
    /// <param name="y">n labels, 0 or 1, both occurring.</param>
    /// <exception cref="ArgumentException">Lengths differ, a label is not 0 or 1, or only one class occurs.</exception>
    /// <exception cref="NoEstimateException">The smaller model has no estimate, or a new column repeats other columns.</exception>
    public static ScoreTest Of(Features added, Features present, double[] y)
    {
        Guard.NotNull(present, nameof(present));
        Guard.OnePerRow(added, y);
        Guard.SameLength(added.RowCount, present.RowCount, nameof(present), nameof(added));
        var fit = LogisticRegression.Fit(present, y);
        // The same name may stand on both sides, as "x" does for two plain arrays.
        (string, double[])[] columns =
        [
            .. present.Names.Select(name => (name, present[name])),
            .. added.Names.Select(name => (present.Names.Contains(name) ? $"{name} (added)" : name, added[name])),
        ];
        return Of(Features.FromColumns(columns), fit.FittedLogits, y, present.ColumnCount);
    }

    private static ScoreTest Of(Features x, double[] logits, double[] y, int present)
    {
        if (LinearDependence.Find(x) is { } dependence)
            throw new NoEstimateException($"A new column does not vary or repeats other columns, so its coefficient has no score of its own: {dependence.Sentence} Leave it out.");
        // With √W·(X, Z) made orthogonal, UᵀV⁻¹U is the squared length of what Pearson's residuals have along the columns of Z.
        double[] roots = Array.ConvertAll(logits, z => Math.Sqrt(Logistic.SigmoidDerivative(z)));
        DoubleDouble[][] columns = Array.ConvertAll(WorkingColumns.Of(x, null, intercept: true).Exactly(x), column => (DoubleDouble[])[.. column.Zip(roots, (entry, root) => entry * root)]);
        if (TriangularFactor.OfColumns(columns) is null) throw new NoEstimateException("The smaller model calls rows certain, so the new columns have no score; leave columns out.");
        // (y − p)/√(p(1 − p)) is e^(−z/2) for a 1 and −e^(z/2) for a 0, also of a row beyond all doubt.
        DoubleDouble[] residuals = [.. y.Select((label, i) => (DoubleDouble)(label == 1 ? Math.Exp(-logits[i] / 2) : -Math.Exp(logits[i] / 2)))];
        var along = columns.Skip(1 + present).Select(column => DoubleDoubleVectors.Dot(column, residuals));
        return new ScoreTest((double)along.Aggregate(DoubleDouble.Zero, (sum, part) => sum + part * part), x.ColumnCount - present);
    }

    /// <summary>The test in one line.</summary>
    public override string ToString() => TextReport.Render(((IReportable)this).Report());

    Report IReportable.Report() => new("Score test", [], [$"χ² = {Digits.Short(Statistic)} on {DegreesOfFreedom} degrees of freedom, p = {Digits.PValue(PValue)}."]);
}
