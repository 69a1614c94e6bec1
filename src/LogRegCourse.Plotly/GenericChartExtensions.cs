namespace Plotly.NET;

/// <summary>What the core of the library adds to a chart.</summary>
public static class GenericChartExtensions
{
    /// <summary>Puts a title above the chart.</summary>
    public static GenericChart WithTitle(this GenericChart gChart, string title)
    {
        gChart.Layout.Part("title").SetValue("text", title);
        return gChart;
    }
}
