namespace LogRegCourse;

/// <summary>What a logistic fit sees: rows of features, the share of successes in each, and how many trials it stands for.</summary>
/// <param name="X">n × d features.</param>
/// <param name="Share">n shares of successes, 0 to 1; a plain label is a share of 0 or 1.</param>
/// <param name="Trials">n weights: number of trials, or how much the row counts; null is 1 each.</param>
/// <param name="Intercept">Whether the model has an intercept.</param>
internal sealed record BinomialData(Features X, double[] Share, double[]? Trials, bool Intercept)
{
    public int ParameterCount => X.ColumnCount + (Intercept ? 1 : 0);

    /// <summary>Rows that count at all.</summary>
    public int Observations => Trials?.Count(trials => trials > 0) ?? Share.Length;

    public double TrialsOf(int row) => Trials is null ? 1 : Trials[row];

    public double TotalTrials => Trials?.Sum() ?? Share.Length;

    /// <summary>Share of successes in all trials together: what a model of an intercept alone predicts.</summary>
    public double MeanShare => Compensated.Sum(Share.Length, i => TrialsOf(i) * Share[i]) / TotalTrials;

    /// <summary>Σ trials·(cross-entropy of the share at the logit).</summary>
    public double NegativeLogLikelihood(Func<int, double> logit) =>
        Compensated.Sum(Share.Length, i => TrialsOf(i) * CrossEntropy.FromLogit(Share[i], logit(i)));

    /// <summary>The least that <see cref="NegativeLogLikelihood"/> can be: every row predicted by its own share.</summary>
    public double SaturatedNegativeLogLikelihood =>
        Compensated.Sum(Share.Length, i => TrialsOf(i) * CrossEntropy.FromProbability(Share[i], Share[i]));
}
