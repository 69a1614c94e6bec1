namespace LogRegCourse;

/// <summary>
/// A direction v with z = v_0 + x·v ≥ 0 for every row of class 1 and ≤ 0 for every row of class 0, not all 0. Along it
/// the likelihood rises for ever, so no maximum-likelihood estimate exists: v is the certificate.
/// </summary>
/// <remarks>Source: A. Albert and J. Anderson, Biometrika 71 (1984). Anyone can verify it by computing z for each row.</remarks>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed class Separation : IReportable
{
    private readonly IReadOnlyList<string> _names;

    private Separation(IReadOnlyList<string> names, double[] direction, int[] rowsOnTheLine) =>
        (_names, Direction, RowsOnTheLine) = (names, direction, rowsOnTheLine);

    /// <summary>The separating direction: intercept (where the model has one) and d slopes, in raw units; the largest slope is ±1.</summary>
    public double[] Direction { get; }

    /// <summary>Rows (counted from 0) with z = 0 in quasi-complete separation; none when it is complete.</summary>
    public int[] RowsOnTheLine { get; }

    /// <summary>Whether every row lies strictly on its class's side.</summary>
    public bool IsComplete => RowsOnTheLine.Length == 0;

    /// <summary>The separation in words.</summary>
    public string Sentence =>
        $"The classes are {(IsComplete ? "completely" : "quasi-completely")} separated: {Score} is {(IsComplete ? "above" : "at least")} 0 " +
        $"for every row of class 1 and {(IsComplete ? "below" : "at most")} 0 for every row of class 0" +
        (IsComplete ? "" : $" ({RowsOnTheLine.Length} rows are exactly 0)") +
        ", so the likelihood rises for ever along this direction and no maximum-likelihood estimate exists.";

    private string Score => Vectors.Expression(_names.Zip(Direction));

    /// <summary>The separating direction of labelled rows, or null when the classes overlap and an estimate exists.</summary>
    /// <param name="x">n × d features.</param>
    /// <param name="y">n labels, 0 or 1.</param>
    /// <param name="intercept">Whether the model has an intercept.</param>
    /// <param name="progress">Told about each step of Newton's method, which runs to a separation if there is one; large data take seconds.</param>
    /// <exception cref="ArgumentException">The lengths differ, a label is not 0 or 1, or only one class occurs.</exception>
    /// <exception cref="NoEstimateException">The classes are so nearly separated that 32 digits do not tell.</exception>
    public static Separation? Find(Features x, double[] y, bool intercept = true, Action<Step>? progress = null)
    {
        Guard.OnePerRow(x, y);
        Guard.Labels(y, nameof(y));
        Guard.BothClasses(y, nameof(y));
        var data = new BinomialData(x, y, null, intercept);
        // What repeats other columns parts no rows that these do not.
        var independent = LinearDependence.Independent(x, intercept);
        if (independent.Length == 0) return null;
        var problem = new WorkingProblem(data with { X = x.Select(independent) }, default);
        return MaximumLikelihood.SeparationOf(problem, progress) is { } search ? Of(data, problem, search, independent) : null;
    }

    /// <summary>The separation in words.</summary>
    public override string ToString() => Sentence;

    Report IReportable.Report() => new(
        $"{(IsComplete ? "Complete" : "Quasi-complete")} separation",
        [new ReportTable(["direction", "component"], [.. Direction.Select((factor, j) => (string[])[_names[j], Digits.Short(factor)])])],
        [Sentence]);

    /// <summary>A direction found in working columns as one of the raw columns.</summary>
    /// <param name="data">All rows and columns.</param>
    /// <param name="problem">What was searched.</param>
    /// <param name="search">What was found.</param>
    /// <param name="columns">The columns that were searched, by number; null is all.</param>
    internal static Separation Of(BinomialData data, WorkingProblem problem, SeparatingDirection search, int[]? columns = null)
    {
        var rows = data.CountedRows;
        var first = data.Intercept ? 1 : 0;
        var direction = new double[data.ParameterCount];
        var found = problem.Columns.ToRawDirections([search.Direction!])[0];
        for (var j = 0; j < found.Length; j++) direction[j < first ? j : first + (columns?[j - first] ?? j - first)] = found[j];
        var names = data.Intercept ? ["(intercept)", .. data.X.Names] : data.X.Names;
        return new Separation(names, direction, [.. search.RowsOnTheLine.Select(i => rows[i])]);
    }
}
