namespace LogRegCourse;

/// <summary>
/// Separation among K classes: weights by which every row's own class scores at least as high as every other, and not
/// always the same. Along them the likelihood rises for ever, so no maximum-likelihood estimate exists.
/// </summary>
/// <remarks>Source: A. Albert and J. Anderson, Biometrika 71 (1984). Anyone can verify it by computing the scores of each row.</remarks>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed class ClassSeparation : IReportable
{
    private readonly IReadOnlyList<string> _names;

    private ClassSeparation(IReadOnlyList<string> classes, IReadOnlyList<string> names, double[][] directions) =>
        (ClassNames, _names, Directions) = (classes, names, directions);

    /// <summary>The K classes in alphabetical order; the first has weights 0.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Weights by class, intercept (where the model has one) and d slopes, in raw units.</summary>
    public double[][] Directions { get; }

    /// <summary>The separation in words.</summary>
    public string Sentence
    {
        get
        {
            var scores = Directions.Skip(1).Select((weights, k) => $"{ClassNames[k + 1]}: {Score(weights)}");
            return $"The classes are separated: with score 0 for {ClassNames[0]} and {string.Join("; ", scores)}, every row's own class scores at least as high " +
                "as every other, so the likelihood rises for ever along these weights and no maximum-likelihood estimate exists.";
        }
    }

    /// <summary>The separating weights of rows of named classes, or null when the classes overlap and an estimate exists.</summary>
    /// <param name="x">n × d features.</param>
    /// <param name="classes">n class names.</param>
    /// <param name="intercept">Whether the model has intercepts.</param>
    /// <exception cref="ArgumentException">Lengths differ, or only one class occurs.</exception>
    /// <exception cref="NoEstimateException">The classes are so nearly separated that 32 digits do not tell.</exception>
    public static ClassSeparation? Find(Features x, string[] classes, bool intercept = true)
    {
        Guard.OnePerRow(x, classes);
        var names = Guard.ClassNames(classes, nameof(classes));
        var independent = LinearDependence.Independent(x, intercept);
        if (independent.Length == 0) return null;
        int[] numbers = [.. classes.Select(name => Array.IndexOf(names, name))];
        var searched = x.Select(independent);
        var columns = WorkingColumns.Of(searched, null, intercept);
        // Columns near 0 leave a direction its digits; a shift that rounds is not made.
        var isExact = columns.Exactly(searched).All(column => column.All(value => value.Lo == 0));
        var differences = Differences(isExact ? columns.Apply(searched) : searched, numbers, names.Length, intercept);
        double[] ones = [.. Enumerable.Repeat(1.0, differences.RowCount)];
        var problem = new WorkingProblem(new BinomialData(differences, ones, null, Intercept: false), default);
        if (MaximumLikelihood.SeparationOf(problem) is not { Direction: { } found }) return null;
        var width = columns.ParameterCount;
        DoubleDouble[] direction = [.. found.Select((weight, j) => DoubleDouble.Scale(weight, -problem.Columns.ExponentOf(j)))];
        double[][] raw = isExact ? columns.ToRawDirections([.. direction.Chunk(width)]) : [.. problem.Columns.ToRawDirections([found])[0].Chunk(width)];
        return Of(x, names, raw, independent, intercept);
    }

    /// <summary>The separation in words.</summary>
    public override string ToString() => Sentence;

    Report IReportable.Report() => new(
        "Separation of classes",
        [new ReportTable(["class", .. _names], [.. ClassNames.Select((name, k) => (string[])[name, .. Directions[k].Select(Digits.Short)])])],
        [Sentence]);

    private string Score(double[] weights) => Vectors.Expression(_names.Zip(weights)) is { Length: > 0 } score ? score : "0";

    /// <summary>
    /// For each row and each class but its own the vector a with a·v = (own score) − (the other's): that all are at least 0 is
    /// a separation, and a logistic loss of them has a minimum exactly when there is none.
    /// </summary>
    private static Features Differences(Features x, int[] classes, int classCount, bool intercept)
    {
        double[][] columns = intercept ? [[.. Enumerable.Repeat(1.0, x.RowCount)], .. Columns()] : [.. Columns()];
        var width = columns.Length;
        double[][] differences = [.. Enumerable.Range(0, (classCount - 1) * width).Select(_ => new double[classes.Length * (classCount - 1)])];
        var row = 0;
        for (var i = 0; i < classes.Length; i++)
            for (var other = 0; other < classCount; other++)
            {
                if (other == classes[i]) continue;
                // The first class is the reference and has no weights.
                for (var j = 0; j < width; j++)
                {
                    if (classes[i] > 0) differences[(classes[i] - 1) * width + j][row] = columns[j][i];
                    if (other > 0) differences[(other - 1) * width + j][row] = -columns[j][i];
                }
                row++;
            }
        return Features.FromColumns([.. differences.Select((column, j) => ($"{j}", column))]);

        IEnumerable<double[]> Columns() => Enumerable.Range(0, x.ColumnCount).Select(x.Column);
    }

    /// <summary>The direction by class and raw column; the largest slope is ±1 (the largest intercept where no slope is left).</summary>
    private static ClassSeparation Of(Features x, string[] names, double[][] parts, int[] independent, bool intercept)
    {
        var first = intercept ? 1 : 0;
        var largest = parts.SelectMany(weights => weights.Skip(first)).Max(Math.Abs);
        if (!double.IsNormal(largest)) largest = 1;
        double[][] all = [new double[x.ColumnCount + first], .. parts.Select(weights =>
        {
            var whole = new double[x.ColumnCount + first];
            for (var j = 0; j < weights.Length; j++) whole[j < first ? j : first + independent[j - first]] = weights[j] / largest;
            return whole;
        })];
        return new(names, intercept ? ["(intercept)", .. x.Names] : x.Names, all);
    }
}
