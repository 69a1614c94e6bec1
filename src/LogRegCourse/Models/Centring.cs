namespace LogRegCourse;

/// <summary>
/// Columns shifted to near their means for the computation of a fit. The centres are rounded to few bits, so for ordinary
/// data x − centre is exact; raw columns then fit as accurately as standardised ones. Scaling is not needed: the Cholesky
/// factorisation does not mind the columns' units.
/// </summary>
internal sealed class Centring
{
    // A centre is a multiple of the standard deviation's power of two divided by this.
    private const double Grid = 16;
    private readonly double[]? _centres;

    private Centring(double[]? centres) => _centres = centres;

    /// <summary>No shift: without an intercept nothing could take it up.</summary>
    public static Centring None { get; } = new(null);

    public static Centring Of(Features x) => new([.. Enumerable.Range(0, x.ColumnCount).Select(j => Centre(x.Column(j)))]);

    public Features Apply(Features x) => _centres is null ? x : x.Shifted(_centres);

    /// <summary>Weights of the raw columns: the slopes stay, the intercept takes up Σ w_j·centre_j.</summary>
    public double[] ToRaw(double[] weights)
    {
        var raw = (double[])weights.Clone();
        if (_centres is not null) raw[0] = Compensated.Sum(weights.Length, j => j == 0 ? weights[0] : -weights[j] * _centres[j - 1]);
        return raw;
    }

    /// <summary>Weights of the shifted columns from raw ones: the way back of <see cref="ToRaw"/>.</summary>
    public double[] FromRaw(double[] raw)
    {
        var weights = (double[])raw.Clone();
        if (_centres is not null) weights[0] = Compensated.Sum(raw.Length, j => j == 0 ? raw[0] : raw[j] * _centres[j - 1]);
        return weights;
    }

    /// <summary>Covariance of the raw weights, T·C·Tᵀ, where T is the map of <see cref="ToRaw"/>.</summary>
    public double[,] CovarianceToRaw(double[,] covariance)
    {
        var raw = (double[,])covariance.Clone();
        if (_centres is null) return raw;
        var k = raw.GetLength(0);
        for (var j = 0; j < k; j++)
            raw[0, j] = raw[j, 0] = Compensated.Sum(k, i => i == 0 ? covariance[0, j] : -_centres[i - 1] * covariance[i, j]);
        raw[0, 0] = Compensated.Sum(k, i => i == 0 ? raw[0, 0] : -_centres[i - 1] * raw[0, i]);
        return raw;
    }

    private static double Centre(double[] column)
    {
        var mean = Columns.Sum(column) / column.Length;
        var deviation = Math.Sqrt(Columns.SumOfSquares(column, mean) / column.Length);
        if (!(deviation > 0)) return mean;
        var step = Math.ScaleB(1, Math.ILogB(deviation)) / Grid;
        return Math.Round(mean / step) * step;
    }
}
