namespace LogRegCourse;

/// <summary>Where the (penalised) likelihood of binomial data is greatest, and how sharply it is curved there.</summary>
/// <param name="Columns">The columns that it was computed with.</param>
/// <param name="Working">The maximiser in working columns: intercept, then slopes.</param>
/// <param name="Information">The Hessian there; null with a penalty, where its inverse means nothing.</param>
/// <param name="WeightExponent">The power of two by which the rows' weights were divided.</param>
/// <param name="IsPrecise">Whether it has more digits than a double.</param>
/// <param name="Iterations">Newton steps taken over all rows.</param>
internal sealed record Estimate(
    WorkingColumns Columns, DoubleDouble[] Working, Information? Information, int WeightExponent, bool IsPrecise, int Iterations)
{
    private readonly double[] _rounded = Array.ConvertAll(Working, weight => weight.Hi);

    /// <summary>The maximiser in raw units: intercept, then slopes.</summary>
    public double[] Raw { get; } = Columns.ToRaw(Working);

    private int First => Columns.HasIntercept ? 1 : 0;

    /// <summary>The log-odds of a row.</summary>
    public double Logit(ReadOnlySpan<double> row)
    {
        var z = IsPrecise ? (double)PreciseLogit(row) : RoundedLogit(row);
        return double.IsFinite(z) ? z : FarLogit(row);
    }

    private double RoundedLogit(ReadOnlySpan<double> row)
    {
        var z = First == 1 ? _rounded[0] : 0;
        for (var j = 0; j < row.Length; j++) z = Math.FusedMultiplyAdd(_rounded[j + First], Columns.Rounded(j, row[j]), z);
        return z;
    }

    /// <summary>The log-odds of a row that is not finite, or so far out that sums overflow on the way.</summary>
    private double FarLogit(ReadOnlySpan<double> row)
    {
        foreach (var value in row)
            if (!double.IsFinite(value)) return RoundedLogit(row);
        var (entries, exponent) = Columns.Moderate(row);
        return Math.ScaleB((double)DoubleDoubleVectors.Dot(entries, Working), exponent);
    }

    /// <summary>The log-odds of a row with all digits that the estimate has.</summary>
    public DoubleDouble PreciseLogit(ReadOnlySpan<double> row) => IsPrecise ? DoubleDoubleVectors.Dot(Columns.Exactly(row), Working) : Logit(row);

    /// <summary>The log-odds of many rows, to the bit those of <see cref="Logit"/>.</summary>
    public double[] Logits(Features x)
    {
        if (IsPrecise) return [.. Enumerable.Range(0, x.RowCount).Select(i => Logit(x.Row(i)))];
        var z = new double[x.RowCount];
        if (First == 1) Array.Fill(z, _rounded[0]);
        for (var j = 0; j < x.ColumnCount; j++) Columns.AddTo(z, x.Column(j), j, _rounded[j + First]);
        for (var i = 0; i < z.Length; i++)
            if (!double.IsFinite(z[i])) z[i] = FarLogit(x.Row(i));
        return z;
    }
}
