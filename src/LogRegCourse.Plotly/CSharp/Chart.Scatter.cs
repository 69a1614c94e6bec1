namespace Plotly.NET.CSharp;

/// <summary>Makes charts.</summary>
public static partial class Chart
{
    /// <summary>A line through the points (x, y).</summary>
    public static GenericChart Line<XType, YType, TextType>(
        IEnumerable<XType> x,
        IEnumerable<YType> y,
        Optional<bool> ShowMarkers = default,
        Optional<string> Name = default,
        Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default,
        Optional<Color> LineColor = default,
        Optional<double> LineWidth = default,
        Optional<StyleParam.DrawingStyle> LineDash = default)
        where XType : IConvertible
        where YType : IConvertible
        where TextType : IConvertible
    {
        var trace = Scatter(x, y, ShowMarkers is { IsSome: true, Value: true } ? "lines+markers" : "lines", Name, ShowLegend);
        trace.Set("opacity", Opacity);
        var line = trace.Part("line");
        line.Set("color", LineColor);
        line.Set("width", LineWidth);
        line.Set("dash", LineDash);
        return new GenericChart(trace);
    }

    /// <summary>Marks at the points (x, y). The text is shown beside them only with a position, else on pointing at them.</summary>
    public static GenericChart Point<XType, YType, TextType>(
        IEnumerable<XType> x,
        IEnumerable<YType> y,
        Optional<string> Name = default,
        Optional<bool> ShowLegend = default,
        Optional<TextType> Text = default,
        Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<Color> MarkerColor = default,
        Optional<StyleParam.MarkerSymbol> MarkerSymbol = default)
        where XType : IConvertible
        where YType : IConvertible
        where TextType : IConvertible
    {
        var trace = Scatter(x, y, TextPosition.IsSome ? "markers+text" : "markers", Name, ShowLegend);
        trace.Set("text", Text);
        trace.Set("textposition", TextPosition);
        trace.Part("marker").Set("color", MarkerColor);
        trace.Part("marker").Set("symbol", MarkerSymbol);
        return new GenericChart(trace);
    }

    private static Trace Scatter<XType, YType>(
        IEnumerable<XType> x, IEnumerable<YType> y, string mode, Optional<string> name, Optional<bool> showLegend)
    {
        var trace = new Trace("scatter");
        trace.Set("name", name);
        trace.Set("showlegend", showLegend);
        trace.SetValue("mode", mode);
        trace.SetValue("x", x);
        trace.SetValue("y", y);
        trace.Part("marker");
        trace.Part("line");
        return trace;
    }
}
