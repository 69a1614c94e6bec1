namespace LogRegCourse;

/// <summary>A fitted softmax regression: weights by class and the probabilities they give. Shows itself as a table.</summary>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed class SoftmaxFit : IReportable
{
    private readonly WorkingColumns _columns;
    private readonly DoubleDouble[][] _working;
    private readonly double[][] _weights;
    private readonly Information? _information;
    private readonly SoftmaxOptions _options;
    private readonly Features _x;
    private readonly int[] _class;

    internal SoftmaxFit(
        Features x, string[] classes, string[] names, WorkingColumns columns, DoubleDouble[][] working, Information? information, SoftmaxOptions options, int iterations)
    {
        (_x, ClassNames, _columns, _working, _information, _options, Iterations) = (x, names, columns, working, information, options, iterations);
        _weights = Array.ConvertAll(working, columns.ToRaw);
        _class = [.. classes.Select(name => Array.IndexOf(names, name))];
        CoefficientNames = options.Intercept ? ["(intercept)", .. x.Names] : x.Names;
    }

    /// <summary>The K classes in alphabetical order; in reference form the first has weights 0.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Names of each class's weights: "(intercept)" first where there is one, then the columns.</summary>
    public IReadOnlyList<string> CoefficientNames { get; }

    /// <summary>Weights by class, K rows in the order of <see cref="ClassNames"/>; log-odds against the reference class in reference form.</summary>
    public double[][] Coefficients => [.. _weights.Select(w => (double[])w.Clone())];

    /// <summary>Standard errors by class (0 for the reference), in the coefficients' units.</summary>
    /// <exception cref="InvalidOperationException">The fit is penalised or in symmetric form.</exception>
    public double[][] StandardErrors
    {
        get
        {
            var covariance = CovarianceOfWorkingUnits();
            var width = CoefficientNames.Count;
            return [.. Enumerable.Range(0, ClassNames.Count).Select(k => Enumerable.Range(0, width).Select(j => k == 0 ? 0 :
                Math.ScaleB((double)DoubleDouble.Sqrt(covariance[(k - 1) * width + j, (k - 1) * width + j]), -_columns.ExponentOf(j))).ToArray())];
        }
    }

    /// <summary>Covariance of the weights of all classes but the reference, class after class.</summary>
    /// <exception cref="InvalidOperationException">The fit is penalised or in symmetric form.</exception>
    public double[,] Covariance
    {
        get
        {
            var covariance = CovarianceOfWorkingUnits();
            var (size, width) = (covariance.GetLength(0), CoefficientNames.Count);
            var raw = new double[size, size];
            for (var i = 0; i < size; i++)
                for (var j = 0; j < size; j++)
                    raw[i, j] = (double)DoubleDouble.Scale(covariance[i, j], -_columns.ExponentOf(i % width) - _columns.ExponentOf(j % width));
            return raw;
        }
    }

    /// <summary>Number of Newton steps that the fit took.</summary>
    public int Iterations { get; }

    /// <summary>Log-likelihood Σ log p_iy in nats.</summary>
    public double LogLikelihood => -Compensated.Sum(_class.Length, i => Softmax.CrossEntropy(_class[i], Scores(_x.Row(i))));

    /// <summary>−2·log-likelihood.</summary>
    public double Deviance => -2 * LogLikelihood;

    /// <summary>Deviance of the model in which every class has the same probability in every row, its share of the rows.</summary>
    public double NullDeviance => -2 * _class.CountBy(k => k).Sum(pair => pair.Value * Math.Log((double)pair.Value / _class.Length));

    /// <summary>Akaike's criterion −2·log-likelihood + 2·(K − 1)·(number of coefficients of a class).</summary>
    public double Aic => Deviance + 2 * (ClassNames.Count - 1) * CoefficientNames.Count;

    /// <summary>The K scores z_k = b_k + x·w_k of one row.</summary>
    /// <param name="row">The row's d numbers.</param>
    /// <exception cref="ArgumentException">The row has another number of numbers than the model has columns, or one that is not finite.</exception>
    public double[] Scores(params double[] row)
    {
        var (scores, exponent) = ScaledScores(row);
        return Array.ConvertAll(scores, score => Math.ScaleB((double)score, exponent));
    }

    /// <summary>The K class probabilities of one row; they sum to 1.</summary>
    /// <inheritdoc cref="Scores" path="/param"/>
    /// <exception cref="ArgumentException">The row has another number of numbers than the model has columns, or one that is not finite.</exception>
    public double[] Probability(params double[] row)
    {
        var (scores, exponent) = ScaledScores(row);
        // Less the largest, a score beyond the range of double is −∞, and its probability 0.
        var largest = scores.MaxBy(score => score.Hi);
        var p = Array.ConvertAll(scores, score => Math.ScaleB((double)(score - largest), exponent));
        Softmax.InPlace(p, 0);
        return p;
    }

    /// <summary>The K class probabilities of each row of x, n arrays of K.</summary>
    /// <param name="x">Rows with the model's d columns, in its order.</param>
    /// <exception cref="ArgumentException">x has another number of columns, or the model's in another order.</exception>
    public double[][] Probabilities(Features x)
    {
        Guard.NotNull(x, nameof(x));
        x.RequireColumnsOf(_x.Names, "the model");
        return [.. Enumerable.Range(0, x.RowCount).Select(i => Probability(x.Row(i)))];
    }

    /// <summary>The most probable class of each row of x.</summary>
    /// <inheritdoc cref="Probabilities" path="/param"/>
    /// <exception cref="ArgumentException">x has another number of columns, or the model's in another order.</exception>
    public string[] Predictions(Features x) => [.. Probabilities(x).Select(p => ClassNames[Array.IndexOf(p, p.Max())])];

    /// <summary>The fit as a text table.</summary>
    public override string ToString() => TextReport.Render(((IReportable)this).Report());

    Report IReportable.Report() => new(
        $"Softmax regression, {(_options.L2 > 0 ? "penalised" : "maximum likelihood")}: {_class.Length} rows, {ClassNames.Count} classes",
        [new ReportTable(["class", .. CoefficientNames], [.. ClassNames.Select((name, k) => (string[])[name, .. _weights[k].Select(Digits.Short)])])],
        [$"Deviance {Digits.Short(Deviance)}, null deviance {Digits.Short(NullDeviance)}; {Iterations} Newton steps."]);

    /// <summary>The scores of a row divided by a power of two, which is 1 unless the row is very far out.</summary>
    private (DoubleDouble[] Scores, int Exponent) ScaledScores(double[] row)
    {
        Guard.NotNull(row, nameof(row));
        Guard.Row(row, _x.Names);
        var (entries, exponent) = _columns.Moderate(row);
        return (Array.ConvertAll(_working, weights => DoubleDoubleVectors.Dot(entries, weights)), exponent);
    }

    private DoubleDouble[,] CovarianceOfWorkingUnits()
    {
        var information = _information ?? throw new InvalidOperationException(
            "Standard errors need a fit without penalty in reference form: elsewhere the weights are not determined by the data alone.");
        var width = CoefficientNames.Count;
        return information.Covariance([.. Enumerable.Range(0, (ClassNames.Count - 1) * width).Select(at =>
        {
            var direction = new DoubleDouble[(ClassNames.Count - 1) * width];
            _columns.Direction(at % width).CopyTo(direction, at / width * width);
            return direction;
        })]);
    }
}
