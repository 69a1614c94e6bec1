namespace LogRegCourse;

/// <summary>
/// Shift and scale of each column, learned from one set of rows (the training rows) and applied to any:
/// x ↦ (x − mean) / scale. Learning it from all rows would leak the test rows into the fit.
/// </summary>
public sealed class Standardisation
{
    private readonly double[] _means;
    private readonly double[] _scales;

    private Standardisation(double[] means, double[] scales) => (_means, _scales) = (means, scales);

    /// <summary>Mean and standard deviation (divisor n − 1) of each column of the training rows.</summary>
    /// <param name="training">n ≥ 2 rows by d columns.</param>
    /// <exception cref="ArgumentException">A column is constant, or there is only one row.</exception>
    public static Standardisation Of(Features training)
    {
        var means = MeansOf(training);
        var scales = new double[training.ColumnCount];
        for (var j = 0; j < scales.Length; j++)
        {
            scales[j] = Math.Sqrt(SumOfSquares(training.Column(j), means[j]) / (training.RowCount - 1));
            if (!(scales[j] > 0))
                throw new ArgumentException(
                    $"column '{training.Names[j]}' has the same value in every row, so it cannot be scaled; leave it out.", nameof(training));
        }
        return new Standardisation(means, scales);
    }

    /// <summary>Mean of each column, scale 1: shifts only.</summary>
    /// <param name="training">n rows by d columns.</param>
    public static Standardisation Centring(Features training)
    {
        var scales = new double[training.ColumnCount];
        Array.Fill(scales, 1);
        return new Standardisation(MeansOf(training), scales);
    }

    /// <summary>(x − mean) / scale, column by column.</summary>
    /// <param name="x">Rows with the same d columns.</param>
    /// <exception cref="ArgumentException">x has another number of columns.</exception>
    public Features Apply(Features x) => x.ColumnCount == _means.Length
        ? x.Map((j, value) => (value - _means[j]) / _scales[j])
        : throw new ArgumentException($"x has {x.ColumnCount} columns, but the standardisation was learned from {_means.Length}.", nameof(x));

    private static double[] MeansOf(Features x) => [.. Enumerable.Range(0, x.ColumnCount).Select(j => Mean(x.Column(j)))];

    // The second pass takes back the rounding of the first.
    private static double Mean(double[] column)
    {
        var mean = column.Sum() / column.Length;
        return mean + column.Sum(x => x - mean) / column.Length;
    }

    private static double SumOfSquares(double[] column, double mean) => column.Sum(x => (x - mean) * (x - mean));
}
