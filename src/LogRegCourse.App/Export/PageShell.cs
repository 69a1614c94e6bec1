using System.Net;

namespace LogRegCourse.App.Export;

/// <summary>What differs between the pages of the site and of the Studio. Prefix: where a page finds the assets.
/// Scripts run in order once the page is read; modules may import others.</summary>
internal sealed record PageFrame(string Title, string Prefix, string Home)
{
    public string Where { get; init; } = "";

    public bool HasFormulas { get; init; } = true;

    public bool HasCharts { get; init; }

    /// <summary>Whether scripts put html into it that cells made, and so have to clean it.</summary>
    public bool HasOutputs { get; init; }

    public IReadOnlyList<string> Styles { get; init; } = ["tokens", "page", "prose", "cell"];

    public IReadOnlyList<string> Scripts { get; init; } = [];

    public IReadOnlyList<string> Modules { get; init; } = [];

    /// <summary>What the browser is forbidden, where no server says so.</summary>
    public string Policy { get; init; } = "";

    /// <summary>More elements of the head.</summary>
    public string Head { get; init; } = "";

    /// <summary>Controls at the end of the bar, before the colours.</summary>
    public string Controls { get; init; } = "";
}

/// <summary>The html around a page's content: head, bar and scripts.</summary>
internal static class PageShell
{
    public const string CourseName = "Logistic regression";

    public static string Page(PageFrame frame, string body, WebAssets assets) =>
        $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">{(frame.Policy.Length > 0 ? $"\n<meta http-equiv=\"Content-Security-Policy\" content=\"{frame.Policy}\">" : "")}
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Encode(frame.Title)}</title>
        <link rel="icon" href="{frame.Prefix}styles/icon.svg">
        {string.Join('\n', Elements(frame, assets).Where(element => element.Length > 0))}
        </head>
        <body>
        <a class="skip" href="#content">Skip to the text</a>
        <header class="bar"><a class="course" href="{frame.Home}">{CourseName}</a><span class="where">{Encode(frame.Where)}</span>
        <span class="end">{frame.Controls}<button type="button" class="quiet-button theme-button">Dark</button></span></header>
        {body}
        </body>
        </html>

        """;

    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static IEnumerable<string> Elements(PageFrame frame, WebAssets assets)
    {
        yield return frame.Head;
        yield return assets.BundledElement("fonts.css", frame.Prefix);
        if (frame.HasFormulas) yield return assets.Element("katex.min.css", frame.Prefix);
        foreach (var style in frame.Styles) yield return $"<link rel=\"stylesheet\" href=\"{frame.Prefix}styles/{style}.css\">";
        // Colours are chosen before the first paint.
        yield return $"<script src=\"{frame.Prefix}shared/theme.js\"></script>";
        if (frame.HasCharts) yield return assets.FiguresElement(frame.Prefix);
        if (frame.HasOutputs) yield return assets.Element("purify.min.js", frame.Prefix);
        if (frame.HasFormulas)
        {
            yield return assets.Element("katex.min.js", frame.Prefix);
            yield return assets.Element("auto-render.min.js", frame.Prefix);
        }
        foreach (var script in frame.Scripts) yield return $"<script src=\"{frame.Prefix}{script}\" defer></script>";
        foreach (var module in frame.Modules) yield return $"<script type=\"module\" src=\"{frame.Prefix}{module}\"></script>";
    }
}
