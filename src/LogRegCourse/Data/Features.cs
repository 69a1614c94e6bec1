namespace LogRegCourse;

/// <summary>The feature matrix X, n rows by d named columns, all finite. It never changes after it was made.</summary>
/// <remarks>
/// Stored column by column: the loops over all rows then read memory in order.
/// The column of ones for the intercept is not part of X; models and losses add it themselves.
/// </remarks>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed class Features : IReportable
{
    private const int RowsShown = 10;
    private readonly string[] _names;
    private readonly double[][] _columns;

    private Features(string[] names, double[][] columns) => (_names, _columns) = (names, columns);

    /// <summary>Features from named columns of equal length n ≥ 1.</summary>
    /// <param name="columns">Name and n values of each of the d columns.</param>
    /// <exception cref="ArgumentException">There is no column or row, lengths differ, a name repeats, or a value is not finite.</exception>
    public static Features FromColumns(params (string Name, double[] Values)[] columns)
    {
        Guard.NotNull(columns, nameof(columns));
        for (var j = 0; j < columns.Length; j++)
        {
            Guard.NotNull(columns[j].Name, $"the name of column {j + 1}");
            Guard.NotNull(columns[j].Values, $"column '{columns[j].Name}'");
        }
        if (columns.Length == 0 || columns[0].Values.Length == 0)
            throw new ArgumentException("columns holds no number; give at least one column with at least one row.", nameof(columns));
        foreach (var (name, values) in columns)
        {
            Guard.SameLength(columns[0].Values.Length, values.Length, $"column '{name}'", $"column '{columns[0].Name}'");
            Guard.Finite(values, $"column '{name}'");
        }
        var names = columns.Select(column => column.Name).ToArray();
        var twice = names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw new ArgumentException($"column '{twice.Key}' occurs {twice.Count()} times; give each column its own name.", nameof(columns));
        return new Features(names, [.. columns.Select(column => (double[])column.Values.Clone())]);
    }

    /// <summary>Features from n rows of d numbers each.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="names">Names of the columns; x1, x2, … when left out.</param>
    /// <exception cref="ArgumentException">As <see cref="FromColumns"/>, or a row is longer or shorter than the first.</exception>
    public static Features FromRows(double[][] rows, params string[] names)
    {
        Guard.NotEmpty(rows, nameof(rows));
        Guard.NotNull(names, nameof(names));
        for (var i = 0; i < rows.Length; i++) Guard.NotNull(rows[i], $"rows[{i}]");
        var d = rows[0].Length;
        if (d == 0) throw new ArgumentException("rows[0] has no number; give every row one number per column.", nameof(rows));
        for (var i = 0; i < rows.Length; i++)
            if (rows[i].Length != d)
                throw new ArgumentException($"rows[{i}] has {rows[i].Length} numbers, but rows[0] has {d}; give every row the same number.", nameof(rows));
        if (names.Length != 0 && names.Length != d)
            throw new ArgumentException($"names has {names.Length} entries, but a row has {d} numbers; name each column once.", nameof(names));
        return FromColumns([.. Enumerable.Range(0, d).Select(j =>
            (names.Length > 0 ? names[j] : $"x{j + 1}", rows.Select(row => row[j]).ToArray()))]);
    }

    /// <summary>One column of numbers is the matrix with the single column "x".</summary>
    /// <param name="column">The n values.</param>
    public static implicit operator Features(double[] column) => FromColumns(("x", column));

    /// <summary>Number of rows, n.</summary>
    public int RowCount => _columns[0].Length;

    /// <summary>Number of columns, d (without an intercept).</summary>
    public int ColumnCount => _columns.Length;

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The number in a row and column, both counted from 0.</summary>
    /// <param name="row">Row, 0 to n − 1.</param>
    /// <param name="column">Column, 0 to d − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public double this[int row, int column] => (uint)column < (uint)_columns.Length && (uint)row < (uint)_columns[column].Length
        ? _columns[column][row]
        : throw NoSuchNumber(row, column);

    /// <summary>A column's n values; a fresh copy, free to change.</summary>
    /// <param name="name">The column's name.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public double[] this[string name] => Array.IndexOf(_names, name) is var j and >= 0
        ? (double[])_columns[j].Clone()
        : throw new ArgumentException($"there is no column '{name}'; the columns are {string.Join(", ", _names)}.", nameof(name));

    /// <summary>The d values of a row; a fresh copy.</summary>
    /// <param name="row">Row, 0 to n − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public double[] Row(int row) => row >= 0 && row < RowCount
        ? Array.ConvertAll(_columns, column => column[row])
        : throw NoSuchNumber(row, 0);

    /// <summary>The given rows, in the given order; a row may be taken more than once.</summary>
    /// <param name="rows">Row numbers, counted from 0.</param>
    /// <exception cref="ArgumentException">No row is given, or there is no row of such a number.</exception>
    public Features Rows(params int[] rows)
    {
        Guard.NotEmpty(rows, nameof(rows));
        Guard.RowNumbers(rows, RowCount);
        return new(_names, [.. _columns.Select(column => rows.Select(i => column[i]).ToArray())]);
    }

    /// <summary>X with one more column at the right.</summary>
    /// <param name="name">The new column's name.</param>
    /// <param name="values">Its n values.</param>
    /// <exception cref="ArgumentException">The length differs, the name is taken, or a value is not finite.</exception>
    public Features With(string name, double[] values) =>
        FromColumns([.. _names.Select((known, j) => (known, _columns[j])), (name, values)]);

    /// <summary>Each column shifted to mean 0: x − x̄.</summary>
    public Features Centred() => Standardisation.Centring(this).Apply(this);

    /// <summary>Each column shifted to mean 0 and scaled to standard deviation 1 (divisor n − 1): (x − x̄) / s.</summary>
    /// <exception cref="ArgumentException">A column is constant, so its standard deviation is 0.</exception>
    public Features Standardised() => Standardisation.Of(this).Apply(this);

    /// <summary>The first rows as a text table.</summary>
    public override string ToString() => TextReport.Render(((IReportable)this).Report());

    /// <summary>A column's own array, not a copy: read it, never write to it.</summary>
    internal double[] Column(int j) => _columns[j];

    /// <summary>b + Xw: n linear predictors, each column's part added with one rounding.</summary>
    internal double[] Predictors(double intercept, ReadOnlySpan<double> slopes)
    {
        var z = new double[RowCount];
        Array.Fill(z, intercept);
        for (var j = 0; j < _columns.Length; j++) Columns.AddOne(z, _columns[j], slopes[j]);
        return z;
    }

    /// <summary>
    /// Refuses columns that are not those a model was made with: another number of them, or one of its names at another place.
    /// Names it does not know pass, as a plain array has none.
    /// </summary>
    internal void RequireColumnsOf(IReadOnlyList<string> names, string owner)
    {
        if (ColumnCount != names.Count)
            throw new ArgumentException($"x has {ColumnCount} columns, but {owner} has {names.Count}: {string.Join(", ", names)}.", "x");
        if (Enumerable.Range(0, names.Count).Any(j => _names[j] != names[j] && names.Contains(_names[j])))
            throw new ArgumentException($"x has the columns {string.Join(", ", _names)}, but {owner} has {string.Join(", ", names)}; give them in that order.", "x");
    }

    /// <summary>Each column as x/2^exponent − centre; a column that this leaves as it is, is shared, not copied.</summary>
    internal Features Moved(int[] exponents, double[] centres)
    {
        return new Features(_names, [.. _columns.Select((column, j) => centres[j] == 0 && exponents[j] == 0 ? column : Move(column, exponents[j], centres[j]))]);

        static double[] Move(double[] column, int exponent, double centre)
        {
            var moved = GC.AllocateUninitializedArray<double>(column.Length);
            if (exponent == 0)
                for (var i = 0; i < column.Length; i++) moved[i] = column[i] - centre;
            else
                for (var i = 0; i < column.Length; i++) moved[i] = Math.ScaleB(column[i], -exponent) - centre;
            return moved;
        }
    }

    /// <summary>Some of the columns, by number.</summary>
    internal Features Select(int[] columns) => columns.Length == _columns.Length
        ? this
        : new([.. columns.Select(j => _names[j])], [.. columns.Select(j => _columns[j])]);

    /// <summary>Rows 0, step, 2·step, …</summary>
    internal Features EveryNth(int step)
    {
        var columns = _columns.Select(column =>
        {
            var kept = new double[(column.Length + step - 1) / step];
            for (var i = 0; i < kept.Length; i++) kept[i] = column[i * step];
            return kept;
        });
        return new Features(_names, [.. columns]);
    }

    internal Features Map(Func<int, double, double> value) =>
        new(_names, [.. _columns.Select((column, j) => column.Select(x => value(j, x)).ToArray())]);

    private ArgumentOutOfRangeException NoSuchNumber(int row, int column) => row >= 0 && row < RowCount
        ? new(nameof(column), $"column is {column}, but there are columns 0 to {ColumnCount - 1}.")
        : new(nameof(row), $"row is {row}, but there are rows 0 to {RowCount - 1}.");

    Report IReportable.Report() => new(
        $"{RowCount} × {ColumnCount} features",
        [new ReportTable(_names, [.. Enumerable.Range(0, Math.Min(RowCount, RowsShown)).Select(i => Row(i).Select(Digits.Short).ToArray())])],
        RowCount > RowsShown ? [$"… and {RowCount - RowsShown} more rows"] : []);
}
