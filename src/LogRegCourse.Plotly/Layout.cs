namespace Plotly.NET;

/// <summary>Everything of a figure that is not a trace: size, title, axes, scenes, sliders.</summary>
public sealed class Layout : FigureObject
{
    internal Layout()
    {
        SetValue("width", 600);
        SetValue("height", 600);
    }
}
