namespace LogRegCourse.Checks.Display;

/// <summary>Values that are a few lines of text, in HTML as well.</summary>
internal sealed class TextFormats
{
    /// <summary>The formatters, by .NET Interactive's convention.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<ShownText>("text/html", shown => shown.Html),
        new MimeFormatter<ShownText>("text/plain", shown => shown.ToString()),
    ];
}
