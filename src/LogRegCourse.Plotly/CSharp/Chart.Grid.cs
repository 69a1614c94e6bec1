namespace Plotly.NET.CSharp;

public static partial class Chart
{
    // The gaps plotly.js leaves between the cells of a grid with axes of their own, as a part of one cell.
    private const double ColumnGap = 0.2;
    private const double RowGap = 0.3;

    /// <summary>
    /// Charts side by side, row by row from the top. Axis titles are taken from the members; size, title and scenes belong on
    /// the result.
    /// </summary>
    public static GenericChart Grid(
        IEnumerable<GenericChart> gCharts, int nRows, int nCols, Optional<IEnumerable<string>> SubPlotTitles = default)
    {
        GenericChart[] members = [.. gCharts];
        var layout = new Layout();
        for (var i = 0; i < members.Length; i++) PlaceMember(members[i], i, nCols, layout);
        if (SubPlotTitles.IsSome)
            layout.SetValue("annotations", SubPlotTitles.Value.Select((title, i) => Annotation(title, i / nCols, i % nCols, nRows, nCols)).ToArray());
        layout.SetValue("grid", new { rows = nRows, columns = nCols, roworder = "top to bottom", pattern = "independent" });
        return new GenericChart(members.SelectMany(member => member.Traces), layout);
    }

    private static void PlaceMember(GenericChart member, int index, int columns, Layout layout)
    {
        var number = index == 0 ? "" : $"{index + 1}";
        if (member.Traces.Any(trace => trace.Attributes["type"] is "surface"))
        {
            layout.SetValue("scene" + number, new { domain = new { row = index / columns, column = index % columns } });
            foreach (var trace in member.Traces) trace.SetValue("scene", "scene" + number);
            return;
        }
        foreach (var axis in (string[])["x", "y"])
        {
            layout.Part($"{axis}axis{number}").MergeFrom(member.Layout.Part(axis + "axis"));
            foreach (var trace in member.Traces) trace.SetValue(axis + "axis", axis + number);
        }
    }

    private static object Annotation(string title, int row, int column, int rows, int columns) => new
    {
        x = (column + (1 - ColumnGap) / 2) / (columns - ColumnGap),
        y = 1 - row / (rows - RowGap),
        showarrow = false,
        text = title,
        xanchor = "center",
        xref = "paper",
        yanchor = "bottom",
        yref = "paper",
    };
}
