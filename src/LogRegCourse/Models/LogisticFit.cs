namespace LogRegCourse;

/// <summary>
/// A fitted binary logistic regression: coefficients, what they say about new rows, and (in its other parts) how sure
/// they are and how well they fit. Shows itself as a table.
/// </summary>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed partial class LogisticFit : IReportable
{
    private readonly BinomialData _data;
    private readonly Estimate _solution;
    private readonly Penalty _penalty;
    private readonly bool _isGrouped;
    // From so many trials on the deviance sees that coefficients are rounded to a double.
    private const double ManyTrials = 1e9;
    private readonly Lazy<Estimate> _sharpened;
    private readonly Lazy<double[]> _fittedLogits;
    private readonly Lazy<DoubleDouble[,]> _covariance;
    private readonly Lazy<DoubleDouble[]> _leverages;
    private readonly Lazy<double> _conditionNumber;

    internal LogisticFit(BinomialData data, Estimate solution, Penalty penalty, bool isGrouped)
    {
        (_data, _solution, _penalty, _isGrouped) = (data, solution, penalty, isGrouped);
        CoefficientNames = data.Intercept ? ["(intercept)", .. data.X.Names] : data.X.Names;
        _sharpened = new(() => solution.IsPrecise ? solution : MaximumLikelihood.Sharpened(solution, data, penalty));
        _fittedLogits = new(() => solution.Logits(data.X));
        _covariance = new(CovarianceOfWorkingUnits);
        _leverages = new(ComputeLeverages);
        _conditionNumber = new(ComputeConditionNumber);
    }

    /// <summary>Names of the coefficients: "(intercept)" first where there is one, then the columns.</summary>
    public IReadOnlyList<string> CoefficientNames { get; }

    /// <summary>The coefficients in log-odds per unit of their column: intercept b first where there is one, then w_1 … w_d.</summary>
    public double[] Coefficients => (double[])_solution.Raw.Clone();

    /// <summary>The intercept b: log-odds where every column is 0; 0 in a model without one.</summary>
    public double Intercept => _data.Intercept ? _solution.Raw[0] : 0;

    /// <summary>The slopes w_1 … w_d: change of the log-odds per unit of each column.</summary>
    public double[] Slopes => _solution.Raw[FirstSlope..];

    /// <summary>e^coefficient: what the odds are multiplied by per unit of the column (for the intercept: the odds at 0).</summary>
    public double[] OddsRatios => [.. _solution.Raw.Select(Math.Exp)];

    /// <summary>Number of Newton steps over all rows that the fit took; from 20,000 rows on, a rough start from every tenth row saves some.</summary>
    public int Iterations => _solution.Iterations;

    /// <summary>z_i = b + x_i·w of the n rows that were fitted.</summary>
    public double[] FittedLogits => _fittedLogits.Value;

    /// <summary>σ(z_i) of the n rows that were fitted.</summary>
    public double[] FittedProbabilities => [.. FittedLogits.Select(Logistic.Sigmoid)];

    internal bool IsPenalised => !_penalty.IsNone;

    /// <summary>The estimate with as many digits as differences of its deviance need.</summary>
    private Estimate ForDifferences => _data.TotalTrials > ManyTrials ? _sharpened.Value : _solution;

    private int FirstSlope => _data.Intercept ? 1 : 0;

    internal bool HasSameOutcomes(LogisticFit other) =>
        _data.Successes.SequenceEqual(other._data.Successes) && Enumerable.Range(0, _data.Successes.Length).All(i => _data.TrialsOf(i) == other._data.TrialsOf(i));

    /// <summary>The first column that has other values in the other fit's rows; null when all that both have agree.</summary>
    internal string? ColumnThatDiffers(LogisticFit other) =>
        _data.X.Names.Intersect(other._data.X.Names).FirstOrDefault(name => !_data.X[name].SequenceEqual(other._data.X[name]));

    /// <summary>The log-odds z = b + x·w of one row.</summary>
    /// <param name="row">The row's d numbers.</param>
    /// <exception cref="ArgumentException">The row has another number of numbers than the model has columns.</exception>
    public double Logit(params ReadOnlySpan<double> row)
    {
        Guard.RowLength(row, _data.X.Names);
        return _solution.Logit(row);
    }

    /// <summary>The probability σ(b + x·w) that one row is of class 1.</summary>
    /// <inheritdoc cref="Logit" path="/param"/>
    /// <exception cref="ArgumentException">The row has another number of numbers than the model has columns.</exception>
    public double Probability(params ReadOnlySpan<double> row) => Logistic.Sigmoid(Logit(row));

    /// <summary>The log-odds of each row of x.</summary>
    /// <param name="x">Rows with the model's d columns, in its order.</param>
    /// <exception cref="ArgumentException">x has another number of columns, or the model's in another order.</exception>
    public double[] Logits(Features x)
    {
        Guard.NotNull(x, nameof(x));
        x.RequireColumnsOf(_data.X.Names, "the model");
        return _solution.Logits(x);
    }

    /// <summary>The probability of class 1 for each row of x. A class needs a threshold too: see <see cref="Predictions"/>.</summary>
    /// <inheritdoc cref="Logits" path="/param"/>
    /// <exception cref="ArgumentException">x has another number of columns, or the model's in another order.</exception>
    public double[] Probabilities(Features x) => [.. Logits(x).Select(Logistic.Sigmoid)];

    /// <summary>1 where the probability reaches the threshold, else 0: a decision, not part of the model.</summary>
    /// <param name="x">Rows with the model's d columns, in its order.</param>
    /// <param name="threshold">Probability from which a row is called 1; 1/2 suits equal costs of both errors.</param>
    /// <exception cref="ArgumentException">x has another number of columns, or the model's in another order, or the threshold is no probability.</exception>
    public double[] Predictions(Features x, double threshold = 0.5)
    {
        Guard.Threshold(threshold);
        return [.. Probabilities(x).Select(p => p >= threshold ? 1.0 : 0.0)];
    }
}
