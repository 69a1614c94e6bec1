namespace LogRegCourse;

/// <summary>
/// Shift and scale of each column, learned from one set of rows (the training rows) and applied to any:
/// x ↦ (x − mean) / scale. Learning it from all rows would leak the test rows into the fit.
/// </summary>
public sealed class Standardisation
{
    private const int ModerateExponent = 100;

    private readonly IReadOnlyList<string> _names;

    // Each column is halved often enough, or doubled, that its numbers are moderate; 0 for ordinary columns.
    private readonly int[] _exponents;
    private readonly DoubleDouble[] _means;
    private readonly double[] _scales;

    private Standardisation(IReadOnlyList<string> names, int[] exponents, DoubleDouble[] means, double[] scales) =>
        (_names, _exponents, _means, _scales) = (names, exponents, means, scales);

    /// <summary>Mean and standard deviation (divisor n − 1) of each column of the training rows.</summary>
    /// <param name="training">n ≥ 2 rows by d columns.</param>
    /// <exception cref="ArgumentException">A column is constant, or there is only one row.</exception>
    public static Standardisation Of(Features training)
    {
        Guard.NotNull(training, nameof(training));
        if (training.RowCount < 2)
            throw new ArgumentException("training has one row, which has no standard deviation; give at least 2 rows.", nameof(training));
        var (exponents, means) = Means(training);
        var scales = new double[training.ColumnCount];
        for (var j = 0; j < scales.Length; j++)
        {
            var column = training.Column(j);
            if (column.Min() == column.Max())
                throw new ArgumentException(
                    $"column '{training.Names[j]}' has the same value in every row, so it cannot be scaled; leave it out.", nameof(training));
            DoubleDouble squares = 0;
            foreach (var value in column)
            {
                var distance = Distance(value, exponents[j], means[j]);
                squares += DoubleDouble.Product(distance, distance);
            }
            scales[j] = (double)DoubleDouble.Sqrt(squares / (training.RowCount - 1));
        }
        return new Standardisation(training.Names, exponents, means, scales);
    }

    /// <summary>Mean of each column, scale 1: shifts only.</summary>
    /// <param name="training">n rows by d columns.</param>
    /// <exception cref="ArgumentNullException">There is no data.</exception>
    public static Standardisation Centring(Features training)
    {
        Guard.NotNull(training, nameof(training));
        var (exponents, means) = Means(training);
        return new Standardisation(training.Names, exponents, means, Array.ConvertAll(exponents, exponent => Math.ScaleB(1, -exponent)));
    }

    /// <summary>(x − mean) / scale, column by column.</summary>
    /// <param name="x">Rows with the same d columns.</param>
    /// <exception cref="ArgumentException">
    /// x has another number of columns, or the training rows' in another order, or a number leaves the range of double.
    /// </exception>
    public Features Apply(Features x)
    {
        Guard.NotNull(x, nameof(x));
        x.RequireColumnsOf(_names, "the standardisation");
        var moved = x.Map((j, value) => Distance(value, _exponents[j], _means[j]) / _scales[j]);
        for (var j = 0; j < moved.ColumnCount; j++) Guard.Finite(moved.Column(j), $"column '{x.Names[j]}', shifted and scaled,");
        return moved;
    }

    private static (int[] Exponents, DoubleDouble[] Means) Means(Features x)
    {
        var (exponents, means) = (new int[x.ColumnCount], new DoubleDouble[x.ColumnCount]);
        for (var j = 0; j < means.Length; j++)
        {
            var largest = x.Column(j).Max(Math.Abs);
            if (largest > 0 && Math.Abs(Math.ILogB(largest)) > ModerateExponent) exponents[j] = Math.ILogB(largest);
            // With 32 digits, as what is far from 0 keeps few of a mean's digits for the distance from it.
            foreach (var value in x.Column(j)) means[j] += Math.ScaleB(value, -exponents[j]);
            means[j] /= x.RowCount;
        }
        return (exponents, means);
    }

    private static double Distance(double value, int exponent, DoubleDouble mean) =>
        (double)((exponent == 0 ? value : Math.ScaleB(value, -exponent)) - mean);
}
