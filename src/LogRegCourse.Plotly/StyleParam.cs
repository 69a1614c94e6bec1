namespace Plotly.NET;

/// <summary>Styles by name.</summary>
public static class StyleParam
{
    /// <summary>How a line is drawn.</summary>
    public sealed class DrawingStyle : FigureWord
    {
        private DrawingStyle(string text) : base(text) { }

        /// <summary>Dashes.</summary>
        public static DrawingStyle Dash { get; } = new("dash");

        /// <summary>Dots.</summary>
        public static DrawingStyle Dot { get; } = new("dot");
    }

    /// <summary>How an axis places its values.</summary>
    public sealed class AxisType : FigureWord
    {
        private AxisType(string text) : base(text) { }

        /// <summary>By their logarithm; a range is then given in powers of ten.</summary>
        public static AxisType Log { get; } = new("log");
    }

    /// <summary>Colours for a table of numbers.</summary>
    public sealed class Colorscale : FigureWord
    {
        private Colorscale(string text) : base(text) { }

        /// <summary>Dark violet to yellow, readable without colour vision.</summary>
        public static Colorscale Viridis { get; } = new("Viridis");

        /// <summary>Red against blue.</summary>
        public static Colorscale RdBu { get; } = new("RdBu");
    }

    /// <summary>Where a text stands beside its point.</summary>
    public sealed class TextPosition : FigureWord
    {
        private TextPosition(string text) : base(text) { }

        /// <summary>Below, to the left.</summary>
        public static TextPosition BottomLeft { get; } = new("bottom left");
    }

    /// <summary>The mark of a point.</summary>
    public sealed class MarkerSymbol : FigureWord
    {
        private MarkerSymbol(string text) : base(text) { }

        /// <summary>A diagonal cross, which plotly.js knows as symbol 4.</summary>
        public static MarkerSymbol X { get; } = new("4");
    }
}
