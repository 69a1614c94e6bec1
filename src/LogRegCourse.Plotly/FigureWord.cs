namespace Plotly.NET;

/// <summary>A value that a figure writes as one word.</summary>
public abstract class FigureWord
{
    private protected FigureWord(string text) => Text = text;

    internal string Text { get; }
}
