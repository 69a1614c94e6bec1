namespace Plotly.NET;

/// <summary>One set of data in a figure and how it is drawn.</summary>
public sealed class Trace : FigureObject
{
    internal Trace(string type) => SetValue("type", type);
}
