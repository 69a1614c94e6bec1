namespace Plotly.NET.CSharp;

/// <summary>Charts of a table z[row = y][column = x].</summary>
public static partial class Chart
{
    /// <summary>A table of numbers as coloured cells.</summary>
    public static GenericChart Heatmap<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData,
        Optional<double> Opacity = default,
        Optional<IEnumerable<XType>> X = default,
        Optional<IEnumerable<YType>> Y = default,
        Optional<StyleParam.Colorscale> ColorScale = default,
        Optional<bool> ShowScale = default,
        Optional<bool> ReverseYAxis = default)
        where ZType : IConvertible
        where XType : IConvertible
        where YType : IConvertible
        where TextType : IConvertible
    {
        var chart = new GenericChart(Table("heatmap", zData, X, Y, ColorScale, ShowScale, Opacity));
        if (ReverseYAxis is { IsSome: true, Value: true }) chart.Layout.Part("yaxis").SetValue("autorange", "reversed");
        return chart;
    }

    /// <summary>Lines of equal height. The binding makes them invisible (width 0): set the trace's "line".</summary>
    public static GenericChart Contour<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData,
        Optional<double> Opacity = default,
        Optional<IEnumerable<XType>> X = default,
        Optional<IEnumerable<YType>> Y = default,
        Optional<StyleParam.Colorscale> ColorScale = default,
        Optional<bool> ShowScale = default,
        Optional<int> NContours = default)
        where ZType : IConvertible
        where XType : IConvertible
        where YType : IConvertible
        where TextType : IConvertible
    {
        var trace = Table("contour", zData, X, Y, ColorScale, ShowScale, Opacity);
        trace.Part("line").SetValue("width", 0);
        trace.Part("contours");
        trace.Set("ncontours", NContours);
        return new GenericChart(trace);
    }

    /// <summary>A surface in three dimensions.</summary>
    public static GenericChart Surface<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData,
        Optional<IEnumerable<XType>> X = default,
        Optional<IEnumerable<YType>> Y = default,
        Optional<StyleParam.Colorscale> ColorScale = default,
        Optional<bool> ShowScale = default)
        where ZType : IConvertible
        where XType : IConvertible
        where YType : IConvertible
        where TextType : IConvertible =>
        new(Table("surface", zData, X, Y, ColorScale, ShowScale, default));

    private static Trace Table<ZType, XType, YType>(
        string type,
        IEnumerable<IEnumerable<ZType>> z,
        Optional<IEnumerable<XType>> x,
        Optional<IEnumerable<YType>> y,
        Optional<StyleParam.Colorscale> colorScale,
        Optional<bool> showScale,
        Optional<double> opacity)
    {
        var trace = new Trace(type);
        trace.Set("opacity", opacity);
        trace.Set("x", x);
        trace.Set("y", y);
        trace.SetValue("z", z);
        trace.Set("colorscale", colorScale);
        trace.Set("showscale", showScale);
        return trace;
    }
}
