using System.Globalization;
using System.Text.RegularExpressions;

namespace LogRegCourse.Notebooks.Tests.Support;

/// <summary>What a cell showed, taken apart: the columns of its table, the traces of its figure, the numbers of its text.</summary>
public sealed partial class Shown(ExecutedCell cell)
{
    private string[][] Lines => [.. cell.Text.Split('\n').Where(line => line.Trim().Length > 0).Select(line => Gap().Split(line.Trim()))];

    /// <summary>Every number of the text, in its order.</summary>
    public double[] Numbers => [.. Number().Matches(cell.Text).Select(match => Value(match.Value))];

    /// <summary>What stands below a title of the table.</summary>
    public string[] Words(string title)
    {
        var at = Array.IndexOf(Lines[0], title);
        Assert.True(at >= 0, $"{cell.Cell.Id} has no column {title}: {cell.Text}");
        return [.. Lines.Skip(1).Select(line => line[at])];
    }

    /// <summary>The numbers below a title of the table.</summary>
    public double[] this[string title] => [.. Words(title).Select(Value)];

    /// <summary>The coordinates of one trace of the figure.</summary>
    public double[] Trace(int number, string axis) =>
        [.. cell.Figure!.Value.GetProperty("data")[number].GetProperty(axis).EnumerateArray().Select(value => value.GetDouble())];

    private static double Value(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"-?\d+(\.\d+)?([eE][-+]?\d+)?")]
    private static partial Regex Number();
}
