namespace Plotly.NET.CSharp;

/// <summary>What the C# binding adds to a chart.</summary>
public static class GenericChartExtensions
{
    /// <summary>The size of the drawing in pixels.</summary>
    public static GenericChart WithSize(this GenericChart gChart, Optional<int> Width = default, Optional<int> Height = default)
    {
        gChart.Layout.Set("width", Width);
        gChart.Layout.Set("height", Height);
        return gChart;
    }

    /// <summary>Title, scale and range of the horizontal axis; on a logarithmic one the range is in powers of ten.</summary>
    public static GenericChart WithXAxisStyle<MinType, MaxType, CategoryArrayType>(
        this GenericChart gChart,
        Optional<string> TitleText = default,
        Optional<StyleParam.AxisType> AxisType = default,
        Optional<Tuple<MinType, MaxType>> MinMax = default)
        where MinType : IConvertible
        where MaxType : IConvertible
        where CategoryArrayType : IConvertible =>
        StyleAxis(gChart, "xaxis", TitleText, AxisType, MinMax);

    /// <summary>Title, scale and range of the vertical axis; on a logarithmic one the range is in powers of ten.</summary>
    public static GenericChart WithYAxisStyle<MinType, MaxType, CategoryArrayType>(
        this GenericChart gChart,
        Optional<string> TitleText = default,
        Optional<StyleParam.AxisType> AxisType = default,
        Optional<Tuple<MinType, MaxType>> MinMax = default)
        where MinType : IConvertible
        where MaxType : IConvertible
        where CategoryArrayType : IConvertible =>
        StyleAxis(gChart, "yaxis", TitleText, AxisType, MinMax);

    /// <summary>The chart's own layout, to be changed in place.</summary>
    public static Layout GetLayout(this GenericChart gChart) => gChart.Layout;

    /// <summary>The chart's own traces, to be changed in place.</summary>
    public static Trace[] GetTraces(this GenericChart gChart) => [.. gChart.Traces];

    private static GenericChart StyleAxis<MinType, MaxType>(
        GenericChart chart, string name, Optional<string> title, Optional<StyleParam.AxisType> type, Optional<Tuple<MinType, MaxType>> range)
    {
        var axis = chart.Layout.Part(name);
        axis.Part("title").Set("text", title);
        axis.Set("type", type);
        if (range.IsSome) axis.SetValue("range", new object?[] { range.Value.Item1, range.Value.Item2 });
        return chart;
    }
}
