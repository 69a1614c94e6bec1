namespace LogRegCourse;

/// <summary>What a logistic fit sees: rows of features, how many trials each stands for and how many of them succeeded.</summary>
/// <param name="X">n × d features.</param>
/// <param name="Successes">n numbers of successes, 0 to the row's trials; for a plain label the label times the row's weight.</param>
/// <param name="Trials">n weights: number of trials, or how much the row counts; null is 1 each.</param>
/// <param name="Intercept">Whether the model has an intercept.</param>
internal sealed record BinomialData(Features X, double[] Successes, double[]? Trials, bool Intercept)
{
    // Weights beyond 2^±100 are brought near 1 for the computation, by a power of two.
    private const int ModerateExponent = 100;

    public int ParameterCount => X.ColumnCount + (Intercept ? 1 : 0);

    /// <summary>Rows that count at all.</summary>
    public int Observations => Trials?.Count(trials => trials > 0) ?? Successes.Length;

    /// <summary>The rows that count, by number.</summary>
    public int[] CountedRows => [.. Enumerable.Range(0, Successes.Length).Where(i => TrialsOf(i) > 0)];

    public double TotalTrials => Trials?.Sum() ?? Successes.Length;

    /// <summary>The log-odds of all trials together: what a model of an intercept alone says.</summary>
    public DoubleDouble MeanLogit
    {
        get
        {
            // Plain labels are counted; other sums keep 32 digits.
            if (Trials is null) return LogOdds(Columns.Sum(Successes), Successes.Length - Columns.Sum(Successes));
            DoubleDouble ofOne = 0, ofZero = 0;
            for (var i = 0; i < Successes.Length; i++)
            {
                ofOne += Successes[i];
                ofZero += DoubleDouble.Difference(TrialsOf(i), Successes[i]);
            }
            return LogOdds(ofOne, ofZero);

            static DoubleDouble LogOdds(DoubleDouble ofOne, DoubleDouble ofZero) => DoubleDouble.Log(ofOne) - DoubleDouble.Log(ofZero);
        }
    }

    public double TrialsOf(int row) => Trials is null ? 1 : Trials[row];

    public double ShareOf(int row) => Trials is null ? Successes[row] : Successes[row] / Trials[row];

    /// <summary>The data without the rows that do not count; the same data where all do.</summary>
    public BinomialData Counted()
    {
        if (Trials is null || Observations == Trials.Length) return this;
        var rows = CountedRows;
        return this with { X = X.Rows(rows), Successes = [.. rows.Select(i => Successes[i])], Trials = [.. rows.Select(i => Trials[i])] };
    }

    /// <summary>The data with weights of moderate size, and the power of two that they were divided by.</summary>
    public (BinomialData Data, int Exponent) WithModerateWeights()
    {
        if (Trials is null || Math.ILogB(Trials.Max()) is var exponent && Math.Abs(exponent) <= ModerateExponent) return (this, 0);
        return (this with { Successes = Scaled(Successes), Trials = Scaled(Trials) }, exponent);

        double[] Scaled(double[] values) => Array.ConvertAll(values, value => Math.ScaleB(value, -exponent));
    }
}
