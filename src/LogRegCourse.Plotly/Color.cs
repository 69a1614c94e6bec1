namespace Plotly.NET;

/// <summary>A colour of CSS.</summary>
public sealed class Color : FigureWord
{
    private Color(string text) : base(text)
    {
    }

    /// <summary>A colour by its CSS name or as "#rrggbb"; passed on unchecked.</summary>
    public static Color fromString(string c) => new(c);
}
