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
    /// <exception cref="ArgumentException">The lengths differ, a label is not 0 or 1, or only one class occurs.</exception>
    public static Separation? Find(Features x, double[] y, bool intercept = true)
    {
        Guard.SameLength(x.RowCount, y.Length, nameof(y), nameof(x));
        Guard.Labels(y, nameof(y));
        Guard.BothClasses(y, nameof(y));
        var data = new BinomialData(x, y, null, intercept);
        return MaximumLikelihood.IsPlainlyFinite(data) ? null : Find(data);
    }

    /// <summary>The separation in words.</summary>
    public override string ToString() => Sentence;

    Report IReportable.Report() => new(
        $"{(IsComplete ? "Complete" : "Quasi-complete")} separation",
        [new ReportTable(["direction", "component"], [.. Direction.Select((factor, j) => (string[])[_names[j], Digits.Short(factor)])])],
        [Sentence]);

    internal static Separation? Find(BinomialData data)
    {
        var standard = Standardised(data.X, data.Intercept, out var centres, out var scales);
        var (rows, signed) = SignedRows(data, standard);
        if (SeparatingDirection.Find(signed) is not { } direction) return null;

        var scores = signed.Select(row => Vectors.Dot(row, direction)).ToArray();
        var onTheLine = rows.Where((_, k) => scores[k] <= SeparatingDirection.Negligible * scores.Max()).Distinct().ToArray();
        var names = data.Intercept ? ["(intercept)", .. data.X.Names] : data.X.Names;
        return new Separation(names, ToRaw(direction, centres, scales, data.Intercept), onTheLine);
    }

    private static (List<int> Rows, List<double[]> Signed) SignedRows(BinomialData data, Features standard)
    {
        var rows = new List<int>();
        var signed = new List<double[]>();
        for (var i = 0; i < data.Share.Length; i++)
        {
            if (data.TrialsOf(i) == 0) continue;
            double[] row = data.Intercept ? [1, .. standard.Row(i)] : standard.Row(i);
            if (data.Share[i] > 0) Add(i, row);
            if (data.Share[i] < 1) Add(i, [.. row.Select(value => -value)]);
        }
        return (rows, signed);

        void Add(int i, double[] row)
        {
            if (Vectors.Dot(row, row) == 0) return;
            rows.Add(i);
            signed.Add(row);
        }
    }

    private static Features Standardised(Features x, bool intercept, out double[] centres, out double[] scales)
    {
        var (shift, size) = (new double[x.ColumnCount], new double[x.ColumnCount]);
        for (var j = 0; j < x.ColumnCount; j++)
        {
            shift[j] = intercept ? x.Column(j).Average() : 0;
            size[j] = x.Column(j).Max(value => Math.Abs(value - shift[j]));
            if (size[j] == 0) size[j] = 1;
        }
        (centres, scales) = (shift, size);
        return x.Map((j, value) => (value - shift[j]) / size[j]);
    }

    private static double[] ToRaw(double[] direction, double[] centres, double[] scales, bool intercept)
    {
        var first = intercept ? 1 : 0;
        var raw = (double[])direction.Clone();
        for (var j = 0; j < centres.Length; j++)
        {
            raw[j + first] /= scales[j];
            if (intercept) raw[0] -= raw[j + first] * centres[j];
        }
        var largest = raw.Skip(first).Max(Math.Abs);
        return [.. raw.Select(value => value / largest)];
    }
}
