using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LogRegCourse;

/// <summary>A few named results side by side, rounded to six significant digits when they are shown.</summary>
/// <example><code>
/// Table.Of(new { slope, oddsRatio = Exp(slope) })
/// Table.Of(new[] { 0.1, 0.5 }.Select(p => new { p, logOdds = Logit(p) }))
/// </code></example>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed partial class Table : IReportable
{
    private readonly ReportTable _table;

    private Table(ReportTable table) => _table = table;

    /// <summary>One row: each property of an object under its name.</summary>
    /// <param name="row">An object with public properties, as <c>new { slope, se }</c> makes it.</param>
    public static Table Of(object row) => Of([row]);

    /// <summary>One row for each object; all of one type, so that they share their columns.</summary>
    /// <param name="rows">At least one object with public properties.</param>
    /// <exception cref="ArgumentException">There is no row, rows are of different types, or have no property to show.</exception>
    public static Table Of(IEnumerable<object> rows)
    {
        Guard.NotNull(rows, nameof(rows));
        object[] all = [.. rows];
        for (var i = 0; i < all.Length; i++) Guard.NotNull(all[i], $"row {i + 1}");
        if (all.Length == 0) throw new ArgumentException("rows is empty; give at least one object.", nameof(rows));
        var properties = all[0].GetType().GetProperties();
        if (Array.Find(all, row => row.GetType() != all[0].GetType()) is not null)
            throw new ArgumentException("the rows are of different types; give objects with the same properties.", nameof(rows));
        if (properties.Length == 0)
            throw new ArgumentException("the object has no property to show; write new { name = value }.", nameof(rows));
        return new(new ReportTable(
            [.. properties.Select(property => Words(property.Name))],
            [.. all.Select(row => (IReadOnlyList<string>)[.. properties.Select(property => Cell(property.GetValue(row)))])]));
    }

    /// <summary>The table in a fixed-width font.</summary>
    public override string ToString() => TextReport.Render(((IReportable)this).Report());

    Report IReportable.Report() => new("", [_table], []);

    private static string Cell(object? value) => value switch
    {
        null => "",
        double number => Digits.Short(number),
        string text => text,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable sequence => string.Join(", ", sequence.Cast<object?>().Select(Cell)),
        _ => value.ToString() ?? "",
    };

    /// <summary>A property's name as words: oddsRatio and OddsRatio are "odds ratio", logOf31 is "log of 31"; TP and f1 stay.</summary>
    private static string Words(string name) =>
        WordStart().Replace(name, match => (match.Index == 0 ? "" : " ") + match.Value.ToLowerInvariant());

    [GeneratedRegex("^[A-Z](?=[a-z])|(?<=[a-z])[A-Z](?![A-Z])|(?<=[A-Za-z][a-z])[0-9]+")]
    private static partial Regex WordStart();
}
