using System.Globalization;

namespace LogRegCourse;

/// <summary>
/// Linear discriminant analysis of two classes: rows of class k are taken to be Gaussian with mean μ_k and one covariance Σ
/// for both. The log-odds are then linear, w = Σ⁻¹(μ₁ − μ₀) and b = (μ₀ᵀΣ⁻¹μ₀ − μ₁ᵀΣ⁻¹μ₁)/2 + log(π/(1 − π)).
/// </summary>
/// <remarks>
/// The same form as <see cref="LogisticRegression"/>, found from means and a covariance instead of from the likelihood of
/// the labels. Source: T. Hastie, R. Tibshirani, J. Friedman, The Elements of Statistical Learning, 2nd ed., section 4.3.
/// </remarks>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed class LinearDiscriminant : IReportable
{
    private readonly Features _x;
    private readonly Estimate _estimate;

    private LinearDiscriminant(Features x, double shareOfOnes, double[] meansOfZero, double[] meansOfOne, double[,] covariance, Estimate estimate) =>
        (_x, ShareOfOnes, MeansOfZero, MeansOfOne, Covariance, _estimate) = (x, shareOfOnes, meansOfZero, meansOfOne, covariance, estimate);

    /// <summary>π, the share of class 1 among the rows.</summary>
    public double ShareOfOnes { get; }

    /// <summary>μ₀: the d means of the rows of class 0.</summary>
    public double[] MeansOfZero { get; }

    /// <summary>μ₁: the d means of the rows of class 1.</summary>
    public double[] MeansOfOne { get; }

    /// <summary>Σ, d × d: products of deviations from the own class's mean, summed over all rows and divided by n − 2.</summary>
    public double[,] Covariance { get; }

    /// <summary>The intercept b of the log-odds.</summary>
    public double Intercept => _estimate.Raw[0];

    /// <summary>The slopes w = Σ⁻¹(μ₁ − μ₀) of the log-odds, one per column.</summary>
    public double[] Slopes => _estimate.Raw[1..];

    /// <summary>Estimates means, covariance and share from labelled rows.</summary>
    /// <param name="x">n × d features.</param>
    /// <param name="y">n labels, 0 or 1, both occurring.</param>
    /// <exception cref="ArgumentException">Lengths differ, a label is not 0 or 1, only one class occurs, or there are fewer than d + 2 rows.</exception>
    /// <exception cref="NoEstimateException">Within the classes a column does not vary, or repeats what others say.</exception>
    public static LinearDiscriminant Fit(Features x, double[] y)
    {
        Guard.OnePerRow(x, y);
        Guard.Labels(y, nameof(y));
        Guard.BothClasses(y, nameof(y));
        if (y.Length < x.ColumnCount + 2)
            throw new ArgumentException($"x has {y.Length} rows, but {x.ColumnCount} columns need at least {x.ColumnCount + 2}; give more rows or leave columns out.", nameof(x));
        // A column that does not vary within the classes follows from the intercept and the label.
        if (LinearDependence.Find(Features.FromColumns([("y", y), .. Enumerable.Range(0, x.ColumnCount).Select(j => ($"{j}", x.Column(j)))])) is { } dependence)
            throw new NoEstimateException($"Within the classes column '{x.Names[int.Parse(dependence.Column, CultureInfo.InvariantCulture)]}' does not vary or repeats what others say, so the covariance has no inverse; leave that column out.");

        var working = WorkingColumns.Of(x, null, intercept: true);
        DoubleDouble[][] columns = working.Exactly(x)[1..];
        DoubleDouble[][] means = [MeansOf(columns, y, 0), MeansOf(columns, y, 1)];
        DoubleDouble[][] deviations = [.. columns.Select((column, j) => (DoubleDouble[])[.. column.Select((value, i) => value - means[(int)y[i]][j])])];
        var covariance = new double[columns.Length, columns.Length];
        for (var j = 0; j < columns.Length; j++)
            for (var k = 0; k < columns.Length; k++)
                covariance[j, k] = (double)DoubleDouble.Scale(DoubleDoubleVectors.Dot(deviations[j], deviations[k]) / (y.Length - 2), working.ExponentOf(j + 1) + working.ExponentOf(k + 1));
        var factor = TriangularFactor.OfColumns(deviations) ?? throw new NoEstimateException("Within the classes the columns repeat each other, so the covariance has no inverse; leave one out.");
        DoubleDouble[] slopes = Array.ConvertAll(factor.Solve([.. means[1].Zip(means[0], (one, zero) => one - zero)]), slope => slope * (y.Length - 2));
        // (μ₀ᵀw + μ₁ᵀw)/2 is the score halfway between the means, where equal shares give even odds.
        var halfway = (DoubleDoubleVectors.Dot(slopes, means[0]) + DoubleDoubleVectors.Dot(slopes, means[1])) * 0.5;
        var estimate = new Estimate(working, [new BinomialData(x, y, null, true).MeanLogit - halfway, .. slopes], null, 0, IsPrecise: true, 0);
        return new LinearDiscriminant(x, y.Average(), Raw(means[0]), Raw(means[1]), covariance, estimate);

        double[] Raw(DoubleDouble[] values) => [.. values.Select((mean, j) => (double)DoubleDouble.Scale(mean + working.CentreOf(j), working.ExponentOf(j + 1)))];
    }

    /// <summary>The log-odds b + x·w of one row.</summary>
    /// <param name="row">The row's d numbers.</param>
    /// <exception cref="ArgumentException">The row has another number of numbers than there are columns.</exception>
    public double Logit(params ReadOnlySpan<double> row)
    {
        Guard.RowLength(row, _x.Names);
        return _estimate.Logit(row);
    }

    /// <summary>The probability σ(b + x·w) that one row is of class 1.</summary>
    /// <inheritdoc cref="Logit" path="/param"/>
    /// <exception cref="ArgumentException">The row has another number of numbers than there are columns.</exception>
    public double Probability(params ReadOnlySpan<double> row) => Logistic.Sigmoid(Logit(row));

    /// <summary>The probability of class 1 for each row of x.</summary>
    /// <param name="x">Rows with the model's d columns, in its order.</param>
    /// <exception cref="ArgumentException">x has another number of columns, or the model's in another order.</exception>
    public double[] Probabilities(Features x)
    {
        Guard.NotNull(x, nameof(x));
        x.RequireColumnsOf(_x.Names, "the model");
        return [.. _estimate.Logits(x).Select(Logistic.Sigmoid)];
    }

    /// <summary>Means and slopes as a text table.</summary>
    public override string ToString() => TextReport.Render(((IReportable)this).Report());

    private static DoubleDouble[] MeansOf(DoubleDouble[][] columns, double[] y, double label) => Array.ConvertAll(columns, column =>
    {
        DoubleDouble sum = 0;
        for (var i = 0; i < y.Length; i++)
            if (y[i] == label) sum += column[i];
        return sum / y.Count(value => value == label);
    });

    Report IReportable.Report() => new(
        $"Linear discriminant analysis: {_x.RowCount} rows, {Digits.Short(100 * ShareOfOnes)} % of class 1",
        [new ReportTable(["", "mean of class 0", "mean of class 1", "slope"], [.. _x.Names.Select((name, j) => (string[])
            [name, Digits.Short(MeansOfZero[j]), Digits.Short(MeansOfOne[j]), Digits.Short(Slopes[j])])])],
        [$"Intercept {Digits.Short(Intercept)}."]);
}
