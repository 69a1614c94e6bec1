using System.Net;

namespace LogRegCourse.App.Export;

/// <summary>The html around a page's content: head, bar and scripts.</summary>
internal static class PageShell
{
    public const string CourseName = "Logistic regression";
    private const string Prefix = "assets/";

    public static string Page(string title, string where, string body, WebAssets assets, bool withCharts) =>
        $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Encode(title)}</title>
        <link rel="icon" href="{Prefix}styles/icon.svg">
        {assets.BundledElement("fonts.css", Prefix)}
        {assets.Element("katex.min.css", Prefix)}
        {string.Join('\n', new[] { "tokens", "page", "prose", "cell" }.Select(name => $"<link rel=\"stylesheet\" href=\"{Prefix}styles/{name}.css\">"))}
        <script src="{Prefix}shared/theme.js"></script>
        {(withCharts ? assets.Element("plotly.min.js", Prefix) : "")}
        {assets.Element("katex.min.js", Prefix)}
        {assets.Element("auto-render.min.js", Prefix)}
        {assets.BundledElement("highlight.js", Prefix)}
        {string.Join('\n', new[] { "shared/figures.js", "shared/formulas.js", "site/site.js" }.Select(name => $"<script src=\"{Prefix}{name}\" defer></script>"))}
        </head>
        <body>
        <a class="skip" href="#content">Skip to the text</a>
        <header class="bar"><a class="course" href="index.html">{CourseName}</a><span class="where">{Encode(where)}</span>
        <span class="end"><button type="button" class="quiet-button theme-button">Dark</button></span></header>
        {body}
        </body>
        </html>

        """;

    public static string Encode(string text) => WebUtility.HtmlEncode(text);
}
