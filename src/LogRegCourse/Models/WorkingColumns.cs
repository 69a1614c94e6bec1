namespace LogRegCourse;

/// <summary>
/// The columns as a fit computes with them: x ↦ x/2^e − c. The centre c is a number of few bits near the mean, so for
/// ordinary data the shift is exact, and raw columns then fit as accurately as standardised ones; the power of two is 1
/// unless the numbers are so large or small that their squares would leave the range of double.
/// </summary>
internal sealed class WorkingColumns
{
    // A centre is a multiple of the standard deviation's power of two divided by this.
    private const double Grid = 16;

    // Between 2^−100 and 2^100 no product that a fit makes comes near the ends of the range.
    private const int ModerateExponent = 100;

    // A ridge must stay a finite number where small columns are made large.
    private const int LargestRidgeExponent = 100;

    // A spread this far below the mean may be rounding of the mean alone.
    private const double SmallSpread = 1e-10;
    private const double Rounding = 1e-25;

    // A deviation this many times a usual distance from the median is of rows far from all others.
    private const double FarAway = 1e8;
    private const int MedianOf = 101;
    private const int LeastExponent = -960;
    private const int LargestToSquareAndAdd = 332;
    private readonly IReadOnlyList<string> _names;
    private readonly bool _intercept;
    private readonly int[] _exponents;
    private readonly double[] _centres;

    private WorkingColumns(IReadOnlyList<string> names, bool intercept, int[] exponents, double[] centres) =>
        (_names, _intercept, _exponents, _centres) = (names, intercept, exponents, centres);

    public int ParameterCount => _exponents.Length + First;

    public bool HasIntercept => _intercept;

    private int First => _intercept ? 1 : 0;

    /// <summary>Centres (where an intercept can take up the shift) and powers of two learned from rows.</summary>
    /// <param name="x">Rows that count.</param>
    /// <param name="weights">Their weights, which move the centre; null is 1 each.</param>
    /// <param name="intercept">Whether there is an intercept.</param>
    /// <param name="ridge">λ₂ of a penalty, which must not overflow when columns are scaled up.</param>
    public static WorkingColumns Of(Features x, double[]? weights, bool intercept, double ridge = 0)
    {
        var (exponents, centres) = (new int[x.ColumnCount], new double[x.ColumnCount]);
        for (var j = 0; j < x.ColumnCount; j++)
        {
            var column = x.Column(j);
            var moments = Moments(column, weights);
            if (!IsModerate(moments))
            {
                exponents[j] = Exponent(column, intercept);
                moments = Moments(Scaled(column, exponents[j]), weights);
            }
            if (ridge > 0 && Math.ILogB(ridge) - 2 * exponents[j] is var large and > LargestRidgeExponent)
            {
                exponents[j] += (large - LargestRidgeExponent + 1) / 2;
                moments = Moments(Scaled(column, exponents[j]), weights);
            }
            if (intercept) centres[j] = Centre(column, exponents[j], moments);
        }
        return new(x.Names, intercept, exponents, centres);
    }

    /// <summary>The working columns of rows, rounded; a column that stays as it is, is shared.</summary>
    public Features Apply(Features x) => x.Moved(_exponents, _centres);

    /// <summary>The working columns of rows, exactly, the intercept's ones first.</summary>
    public DoubleDouble[][] Exactly(Features x)
    {
        var columns = Enumerable.Range(0, x.ColumnCount).Select(j => Array.ConvertAll(x.Column(j), value => Entry(j, value)));
        return _intercept ? [[.. Enumerable.Repeat(DoubleDouble.One, x.RowCount)], .. columns] : [.. columns];
    }

    /// <summary>One row in working columns, exactly, the intercept's one first.</summary>
    public DoubleDouble[] Exactly(ReadOnlySpan<double> row)
    {
        var entries = new DoubleDouble[ParameterCount];
        if (_intercept) entries[0] = 1;
        for (var j = 0; j < row.Length; j++) entries[j + First] = Entry(j, row[j]);
        return entries;
    }

    /// <summary>One row as <see cref="Exactly(ReadOnlySpan{double})"/>, divided by a power of two where it is so far out that its squares may leave the range of double.</summary>
    public (DoubleDouble[] Entries, int Exponent) Moderate(ReadOnlySpan<double> row)
    {
        var exponent = 0;
        for (var j = 0; j < row.Length; j++)
            if (row[j] != 0 && Math.ILogB(row[j]) - _exponents[j] is var size and > LargestToSquareAndAdd) exponent = Math.Max(exponent, size);
        var entries = Exactly(row);
        if (exponent == 0) return (entries, 0);
        if (_intercept) entries[0] = Math.ScaleB(1, -exponent);
        for (var j = 0; j < row.Length; j++)
            entries[j + First] = DoubleDouble.Difference(Math.ScaleB(row[j], -_exponents[j] - exponent), Math.ScaleB(_centres[j], -exponent));
        return (entries, exponent);
    }

    /// <summary>Adds weight·x to z for the working column j, without a copy of it; to the bit as one row after the other by <see cref="Rounded"/>.</summary>
    public void AddTo(double[] z, double[] column, int j, double weight)
    {
        if (_exponents[j] == 0)
        {
            Columns.AddOneShifted(z, column, weight, _centres[j]);
            return;
        }
        for (var i = 0; i < z.Length; i++) z[i] = Math.FusedMultiplyAdd(weight, Rounded(j, column[i]), z[i]);
    }

    /// <summary>x_j of a row in its working column, rounded.</summary>
    public double Rounded(int j, double value) => (_exponents[j] == 0 ? value : Math.ScaleB(value, -_exponents[j])) - _centres[j];

    /// <summary>λ_j for the working weights, so that Σ λ_j·v_j² is λ·Σ w_j²; 0 for the intercept.</summary>
    public double[] Ridge(double strength) => Penalties(j => Math.ScaleB(Math.ScaleB(strength, -_exponents[j]), -_exponents[j]));

    /// <summary>λ_j for the working weights, so that Σ λ_j·|v_j| is λ·Σ|w_j|; 0 for the intercept.</summary>
    public double[] Lasso(double strength) => Penalties(j => Math.ScaleB(strength, -_exponents[j]));

    /// <summary>Weights of the raw columns.</summary>
    /// <exception cref="NoEstimateException">A weight is beyond the range of double.</exception>
    public double[] ToRaw(DoubleDouble[] weights)
    {
        var raw = new double[ParameterCount];
        for (var j = 0; j < raw.Length; j++)
        {
            raw[j] = (double)DoubleDouble.Scale(WithoutRounding(Direction(j), weights), -ExponentOf(j));
            if (!double.IsFinite(raw[j]))
                throw new NoEstimateException($"The coefficient of {(j < First ? "the intercept" : $"column '{_names[j - First]}'")} is beyond the range of double; measure the column in a smaller unit, so that its numbers are larger.");
        }
        return raw;
    }

    /// <summary>
    /// Directions of working weights as raw ones, of which the largest slope of all is ±1 (the largest intercept where no slope is
    /// left); where the least would then leave the range of double, they are all larger.
    /// </summary>
    public double[][] ToRawDirections(DoubleDouble[][] directions)
    {
        DoubleDouble[][] sums = Array.ConvertAll(directions, weights =>
            (DoubleDouble[])[.. Enumerable.Range(0, ParameterCount).Select(j => WithoutRounding(Direction(j), weights))]);
        // Binary exponents first: the powers of two of all columns together may span more than a double has.
        var parts = sums.SelectMany(weights => Enumerable.Range(0, ParameterCount)
            .Where(j => weights[j].Hi != 0).Select(j => (IsSlope: j >= First, Exponent: Math.ILogB(weights[j].Hi) - ExponentOf(j)))).ToArray();
        var most = (parts.Any(part => part.IsSlope) ? parts.Where(part => part.IsSlope) : parts).Max(part => part.Exponent);
        var shift = Math.Min(most, parts.Min(part => part.Exponent) - LeastExponent);
        DoubleDouble[][] raw = Array.ConvertAll(sums, weights =>
            (DoubleDouble[])[.. weights.Select((weight, j) => DoubleDouble.Scale(weight, -ExponentOf(j) - shift))]);
        var slopes = raw.SelectMany(weights => weights.Skip(First)).Select(DoubleDouble.Abs).ToArray();
        var largest = slopes.Any(slope => slope.Hi > 0) ? slopes.MaxBy(slope => slope.Hi) : raw.Select(weights => DoubleDouble.Abs(weights[0])).MaxBy(value => value.Hi);
        if (shift < most) largest = 1;
        return Array.ConvertAll(raw, weights => Array.ConvertAll(weights, value => (double)(value / largest)));
    }

    /// <summary>t·v, which is 0 where the terms cancel but for rounding.</summary>
    private static DoubleDouble WithoutRounding(DoubleDouble[] direction, DoubleDouble[] weights)
    {
        var terms = direction.Zip(weights, (t, v) => Math.Abs((t * v).Hi)).Sum();
        var sum = DoubleDoubleVectors.Dot(direction, weights);
        return Math.Abs(sum.Hi) > Rounding * terms ? sum : 0;
    }

    /// <summary>The t with coefficient j = t·v, times 2^<see cref="ExponentOf"/>: slopes are working weights, and the intercept takes the shifts back.</summary>
    public DoubleDouble[] Direction(int j)
    {
        var direction = new DoubleDouble[ParameterCount];
        direction[j] = 1;
        if (_intercept && j == 0)
            for (var k = 0; k < _centres.Length; k++) direction[k + 1] = -_centres[k];
        return direction;
    }

    /// <summary>The power of two by which coefficient j is less than in working columns.</summary>
    public int ExponentOf(int j) => j < First ? 0 : _exponents[j - First];

    /// <summary>The centres of all working columns, the intercept's 0 first.</summary>
    public double[] Centres => _intercept ? [0, .. _centres] : _centres;

    /// <summary>The centre c of column j.</summary>
    public double CentreOf(int j) => _centres[j];

    private DoubleDouble Entry(int j, double value) => DoubleDouble.Difference(Math.ScaleB(value, -_exponents[j]), _centres[j]);

    private double[] Penalties(Func<int, double> strength) =>
        _intercept ? [0, .. Enumerable.Range(0, _exponents.Length).Select(strength)] : [.. Enumerable.Range(0, _exponents.Length).Select(strength)];

    private static bool IsModerate((double Mean, double Deviation) moments)
    {
        var largest = Math.ScaleB(1, ModerateExponent);
        return Math.Abs(moments.Mean) < largest && moments.Deviation < largest && moments.Deviation > 1 / largest &&
            moments.Deviation > SmallSpread * Math.Abs(moments.Mean);
    }

    /// <summary>0 for a column of moderate numbers, else the binary exponent of its spread (without an intercept: of its largest number).</summary>
    private static int Exponent(double[] column, bool intercept)
    {
        var (least, most) = (column.Min(), column.Max());
        var largest = Math.Max(Math.Abs(least), Math.Abs(most));
        if (largest == 0) return 0;
        // Halved, so that the spread of the whole range is a number too.
        var spread = intercept && most > least ? most / 2 - least / 2 : largest;
        var exponent = Math.ILogB(spread > 0 ? spread : most - least);
        return Math.Abs(exponent) <= ModerateExponent && Math.ILogB(largest) <= ModerateExponent ? 0 : exponent;
    }

    private static double Centre(double[] column, int exponent, (double Mean, double Deviation) moments)
    {
        // A column that is always the same becomes 0, whatever rounding made of its mean.
        if (!(moments.Deviation > SmallSpread * Math.Abs(moments.Mean)) && column.Min() == column.Max()) return Math.ScaleB(column[0], -exponent);
        if (!(moments.Deviation > 0)) return Math.ScaleB(column[0], -exponent);
        var (middle, spread) = (moments.Mean, moments.Deviation);
        // Rows far from all others move a mean so far away that the others lose their digits; a median stays.
        if (Median(column, exponent) is var (median, usual) && moments.Deviation > FarAway * usual) (middle, spread) = (median, usual);
        var step = Math.ScaleB(1, Math.ILogB(spread)) / Grid;
        return Math.Round(middle / step) * step;
    }

    /// <summary>The median, of some rows if there are many, and the median distance of those that differ from it; null if none does.</summary>
    private static (double Median, double Distance)? Median(double[] column, int exponent)
    {
        var every = (column.Length + MedianOf - 1) / MedianOf;
        double[] some = [.. Enumerable.Range(0, (column.Length + every - 1) / every).Select(k => Math.ScaleB(column[k * every], -exponent)).Order()];
        var median = some[(some.Length - 1) / 2];
        double[] distances = [.. some.Select(value => Math.Abs(value - median)).Where(distance => distance > 0).Order()];
        return distances.Length == 0 ? null : (median, distances[(distances.Length - 1) / 2]);
    }

    private static double[] Scaled(double[] column, int exponent) =>
        exponent == 0 ? column : Array.ConvertAll(column, value => Math.ScaleB(value, -exponent));

    private static (double Mean, double Deviation) Moments(double[] column, double[]? weights)
    {
        double mean, squares;
        if (weights is null)
        {
            mean = Columns.Sum(column) / column.Length;
            squares = Columns.SumOfSquares(column, mean) / column.Length;
        }
        else
        {
            var total = weights.Sum();
            (mean, squares) = (0, 0);
            for (var i = 0; i < column.Length; i++) mean += weights[i] / total * column[i];
            for (var i = 0; i < column.Length; i++) squares += weights[i] / total * (column[i] - mean) * (column[i] - mean);
        }
        return (mean, Math.Sqrt(squares));
    }
}
