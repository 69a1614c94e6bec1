using LogRegCourse.Checks.Display;

namespace LogRegCourse.Checks;

/// <summary>A hint or a table of progress; it shows itself as the value of a cell.</summary>
[TypeFormatterSource(typeof(TextFormats))]
public sealed class ShownText
{
    private readonly string _text;

    internal ShownText(string text, string? html = null) => (_text, Html) = (text, html ?? $"<p>{Sentence.Html(text)}</p>");

    internal string Html { get; }

    /// <summary>The text.</summary>
    public override string ToString() => _text;
}
