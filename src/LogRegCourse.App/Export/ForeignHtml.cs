using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Ganss.Xss;

namespace LogRegCourse.App.Export;

/// <summary>
/// Html that a cell made, cleaned before it is written into a page: text, tables, formulas and pictures that it brings
/// along stay, and whatever could run, ask, lead away, lie over the page or bear a name goes. Web/studio/foreign-html.js
/// lets the same through where a page is alive; a test compares both lists.
/// </summary>
internal static partial class ForeignHtml
{
    // Browsers nest no deeper either.
    private const int DeepestNesting = 400;

    public static readonly IReadOnlyList<string> Tags =
    [
        "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "details", "div", "dl", "dt", "em",
        "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp",
        "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul", "var",
        "math", "mfrac", "mi", "mn", "mo", "mover", "mrow", "ms", "mspace", "msqrt", "mroot", "mstyle", "msub", "msubsup", "msup", "mtable", "mtd",
        "mtext", "mtr", "munder", "munderover",
    ];

    public static readonly IReadOnlyList<string> Attributes =
    [
        "align", "alt", "aria-label", "class", "colspan", "data-choice", "data-latex", "data-question", "display", "displaystyle", "height", "href",
        "mathvariant", "open", "role", "rowspan", "scope", "span", "src", "start", "stretchy", "style", "title", "width",
    ];

    /// <summary>Nothing that lays an element over others or takes something in from elsewhere.</summary>
    public static readonly IReadOnlyList<string> Styles =
    [
        "align-items", "background-color", "border", "border-bottom", "border-collapse", "border-color", "border-left", "border-right", "border-spacing",
        "border-style", "border-top", "border-width", "color", "display", "flex", "flex-wrap", "font-family", "font-size", "font-style",
        "font-variant-numeric", "font-weight", "gap", "height", "letter-spacing", "line-height", "list-style", "max-height", "max-width", "min-height",
        "min-width", "overflow-x", "overflow-y", "padding", "padding-bottom", "padding-left", "padding-right", "padding-top", "table-layout",
        "text-align", "text-decoration", "vertical-align", "white-space", "width",
    ];

    private static readonly HtmlSanitizer Sanitizer = Make();

    /// <summary>The html without what no page may have; null where it is nested deeper than a page can be.</summary>
    public static string? Cleaned(string html)
    {
        using var document = Sanitizer.HtmlParserFactory().ParseDocument($"<!doctype html><body>{html}");
        if (IsTooDeep(document)) return null;
        // Styles are kept as they were written or not at all: the sanitizer writes them anew, and drops what it does not know.
        var styled = document.All.Where(element => element.GetAttribute("style") is { } style && IsTame(style)).Select(element => (element, element.GetAttribute("style"))).ToList();
        Sanitizer.SanitizeDom(document, document.Body);
        foreach (var (element, style) in styled) element.SetAttribute("style", style);
        return document.Body!.InnerHtml;
    }

    private static bool IsTame(string style) => style.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .All(part => part.Split(':', 2) is [var name, var value] && Styles.Contains(name.TrimEnd()) && PlainValue().IsMatch(value));

    private static HtmlSanitizer Make()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Tags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(Attributes.Except(["style"]), StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href", "src"], StringComparer.OrdinalIgnoreCase),
            // Others fall to the rule below.
            AllowedClasses = new HashSet<string>(["verdict"]),
        });
        sanitizer.RemovingCssClass += (_, removing) => removing.Cancel = OwnClass().IsMatch(removing.CssClass);
        sanitizer.FilterUrl += (_, filtering) =>
        {
            if (filtering.Tag.LocalName == "img") filtering.SanitizedUrl = Picture().IsMatch(filtering.OriginalUrl) ? filtering.OriginalUrl : null;
        };
        return sanitizer;
    }

    private static bool IsTooDeep(INode root)
    {
        var level = 0;
        for (INode? node = root; node is not null;)
        {
            if (node.FirstChild is { } child)
            {
                if (++level > DeepestNesting) return true;
                node = child;
                continue;
            }
            while (node is not null && node != root && node.NextSibling is null)
            {
                node = node.Parent;
                level--;
            }
            node = node is null || node == root ? null : node.NextSibling;
        }
        return false;
    }

    /// <summary>The course's own classes; any other could look like a control of the page.</summary>
    [GeneratedRegex("^(?:verdict|prediction|derivation|dni)(?:-[a-z]+)*$")]
    public static partial Regex OwnClass();

    [GeneratedRegex("^data:image/(?:png|jpeg|gif|webp);", RegexOptions.IgnoreCase)]
    private static partial Regex Picture();

    [GeneratedRegex(@"^(?!.*(?:url|image))[-\w.,#%() +]*$", RegexOptions.IgnoreCase | RegexOptions.ECMAScript)]
    private static partial Regex PlainValue();
}
