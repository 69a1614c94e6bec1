namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>Upright bars, one for each value, over their keys.</summary>
    public static GenericChart Column<ValuesType, KeysType, TextType>(
        IEnumerable<ValuesType> values,
        Optional<IEnumerable<KeysType>> Keys = default,
        Optional<string> Name = default,
        Optional<double> Opacity = default)
        where ValuesType : IConvertible
        where KeysType : IConvertible
        where TextType : IConvertible
    {
        var trace = new Trace("bar");
        trace.Set("name", Name);
        trace.Set("opacity", Opacity);
        trace.Set("x", Keys);
        trace.SetValue("y", values);
        trace.SetValue("orientation", "v");
        trace.Part("marker").Part("pattern");
        return new GenericChart(trace);
    }
}
