using System.Globalization;

namespace LogRegCourse;

/// <summary>A table of named columns, read from a CSV file: numbers by name, text by name, features for a model.</summary>
/// <example><code>
/// var flights = Dataset.Load("../data/challenger.csv");
/// double[] temperature = flights["temperature"];
/// var fit = LogisticRegression.Fit(flights.Features("temperature"), flights["damage"]);
/// </code></example>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed class Dataset : IReportable
{
    private const int RowsShown = 10;
    private readonly string[] _names;
    private readonly List<CsvRow> _rows;

    private Dataset(string name, string[] names, List<CsvRow> rows) => (Name, _names, _rows) = (name, names, rows);

    /// <summary>Reads a comma-separated file whose first line names the columns.</summary>
    /// <param name="path">Path of the file, absolute or from the current folder.</param>
    /// <exception cref="CsvException">The file is missing, empty, not UTF-8, or its rows do not match its header.</exception>
    public static Dataset Load(string path)
    {
        var (header, rows) = CsvReader.Read(path);
        return new Dataset(Path.GetFileName(path), header, rows);
    }

    /// <summary>Name of the file that the data came from.</summary>
    public string Name { get; }

    /// <summary>Names of the columns, in the file's order.</summary>
    public IReadOnlyList<string> ColumnNames => _names;

    /// <summary>Number of rows, n.</summary>
    public int RowCount => _rows.Count;

    /// <summary>A column as n numbers; a fresh copy, free to change.</summary>
    /// <param name="column">The column's name.</param>
    /// <exception cref="CsvException">There is no such column, or a cell is not a finite number.</exception>
    public double[] this[string column]
    {
        get
        {
            var j = IndexOf(column);
            return [.. _rows.Select(row => Number(row, j))];
        }
    }

    /// <summary>A column as n texts, without the quotation marks and the spaces around them that the file may have.</summary>
    /// <param name="column">The column's name.</param>
    /// <exception cref="CsvException">There is no such column.</exception>
    public string[] Text(string column)
    {
        var j = IndexOf(column);
        return [.. _rows.Select(row => row.Cells[j])];
    }

    /// <summary>0/1 labels: 1 where a text column has the given value, 0 elsewhere.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="positive">The text that counts as class 1.</param>
    /// <exception cref="CsvException">There is no such column, or no row has that value.</exception>
    public double[] Label(string column, string positive)
    {
        var text = Text(column);
        return text.Contains(positive)
            ? [.. text.Select(value => value == positive ? 1.0 : 0.0)]
            : throw new CsvException(Name, $"no row is '{positive}'; the values are {string.Join(", ", text.Distinct().Take(RowsShown))}.", column: column);
    }

    /// <summary>The named columns as an n × d matrix of features; without names, all columns.</summary>
    /// <param name="columns">Names of the d columns, in the order wanted.</param>
    /// <exception cref="CsvException">A column is missing, or a cell is not a finite number.</exception>
    public Features Features(params string[] columns)
    {
        Guard.NotNull(columns, nameof(columns));
        return LogRegCourse.Features.FromColumns([.. (columns.Length > 0 ? columns : _names).Select(name => (name, this[name]))]);
    }

    /// <summary>The rows for which a text column satisfies a condition, in order.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="keep">Says of a cell's text whether its row stays.</param>
    /// <exception cref="CsvException">There is no such column, or no row is left.</exception>
    public Dataset Where(string column, Func<string, bool> keep)
    {
        Guard.NotNull(keep, nameof(keep));
        var j = IndexOf(column);
        return With([.. _rows.Where(row => keep(row.Cells[j]))]);
    }

    /// <summary>The given rows, in the given order; a row may be taken more than once.</summary>
    /// <param name="rows">Row numbers, counted from 0.</param>
    /// <exception cref="ArgumentException">No row is given, or there is no row of such a number.</exception>
    public Dataset Rows(params int[] rows)
    {
        Guard.NotEmpty(rows, nameof(rows));
        Guard.RowNumbers(rows, RowCount);
        return With([.. rows.Select(i => _rows[i])]);
    }

    /// <summary>The first rows as a text table.</summary>
    public override string ToString() => TextReport.Render(((IReportable)this).Report());

    Report IReportable.Report() => new(
        $"{Name}: {RowCount} rows, {_names.Length} columns",
        [new ReportTable(_names, [.. _rows.Take(RowsShown).Select(row => row.Cells)])],
        RowCount > RowsShown ? [$"… and {RowCount - RowsShown} more rows"] : []);

    private Dataset With(List<CsvRow> rows) => rows.Count > 0
        ? new Dataset(Name, _names, rows)
        : throw new CsvException(Name, "no row is left; loosen the condition.");

    private int IndexOf(string column)
    {
        var j = Array.IndexOf(_names, column);
        return j >= 0 ? j : throw new CsvException(Name, $"there is no column '{column}'; the columns are {string.Join(", ", _names)}.", 1);
    }

    private double Number(CsvRow row, int j)
    {
        var text = row.Cells[j];
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
        var what = text.Length == 0 ? "the cell is empty" : $"'{text}' is not a finite number";
        throw new CsvException(Name, $"{what}; write a number such as 12.5, or read the column with Text(\"{_names[j]}\").", row.Line, _names[j]);
    }
}
