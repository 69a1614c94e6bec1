using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LogRegCourse.Studio.Notebooks;

/// <summary>Markdown to html: tables and formulas as in Jupyter, formulas left as text for KaTeX to typeset. Html
/// written in the markdown is shown as text, so that opening a notebook from elsewhere runs nothing.</summary>
internal static class MarkdownHtml
{
    // Fits on the line of a phone, so it is never broken: a minus sign must not part from what it stands before.
    private const int ShortCode = 24;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseMathematics()
        .UsePipeTables()
        .UseEmphasisExtras()
        .UseTaskLists()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .DisableHtml()
        .Build();

    public static string Render(string markdown)
    {
        try
        {
            if (MarkdownBudget.Allows(markdown)) return Typeset(markdown);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or IndexOutOfRangeException or NullReferenceException)
        {
            // Nested too deep for the library, or a mistake of it: the text is still there.
        }
        return $"<p>This text is too long or too deeply nested to be typeset; it stands here as it is written.</p>\n<pre>{System.Net.WebUtility.HtmlEncode(markdown)}</pre>\n";
    }

    private static string Typeset(string markdown)
    {
        var document = WithOwnIds(markdown);
        foreach (var link in document.Descendants<LinkInline>()) Tame(link);
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => IsForeign(link.Url))) link.Url = "#";
        foreach (var formula in document.Descendants<MathInline>().Where(formula => formula.DelimiterCount == 2)) formula.GetAttributes().AddClass("display");
        foreach (var code in document.Descendants<CodeInline>().Where(code => code.Content.Length <= ShortCode)) code.GetAttributes().AddClass("short");
        var html = Markdown.ToHtml(document, Pipeline);
        return html
            .Replace("<table>", "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table>", StringComparison.Ordinal)
            .Replace("</table>", "</table></div>", StringComparison.Ordinal);
    }

    /// <summary>The headings of a text in order, with the ids that <see cref="Render"/> gives them.</summary>
    public static IEnumerable<(int Level, string Text, string Id)> Headings(string markdown) =>
        Parse(markdown).Descendants<HeadingBlock>().Select(heading => (heading.Level, TextOf(heading.Inline), heading.GetAttributes().Id ?? ""));

    /// <summary>The first paragraph as plain text, formulas included as they are written; empty where there is none.</summary>
    public static string FirstParagraph(string markdown) =>
        Parse(markdown).OfType<ParagraphBlock>().Select(paragraph => TextOf(paragraph.Inline)).FirstOrDefault("");

    /// <summary>The items of the first list as plain text; empty where there is none.</summary>
    public static IReadOnlyList<string> FirstList(string markdown) =>
        Parse(markdown).OfType<ListBlock>().FirstOrDefault() is { } list
            ? [.. list.OfType<ListItemBlock>().Select(item => item.OfType<ParagraphBlock>().Select(paragraph => TextOf(paragraph.Inline)).FirstOrDefault(""))] : [];

    private static MarkdownDocument Parse(string markdown)
    {
        try
        {
            return WithOwnIds(MarkdownBudget.Allows(markdown) ? markdown : "");
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or IndexOutOfRangeException or NullReferenceException)
        {
            return [];
        }
    }

    private static MarkdownDocument WithOwnIds(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
            if (heading.GetAttributes() is { Id: { } id } attributes) attributes.Id = OwnId(id);
        return document;
    }

    // An element whose id is a name of JavaScript becomes a variable of the page: a heading "Exports" must not be one.
    private static string OwnId(string id) => id.Contains('-', StringComparison.Ordinal) ? id : $"section-{id}";

    private static string TextOf(ContainerInline? inline) =>
        inline is null ? "" : string.Concat(inline.Descendants().Select(part => part switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            MathInline math => $"${math.Content}$",
            LineBreakInline => " ",
            _ => "",
        }));

    private static bool IsForeign(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is not ("http" or "https" or "mailto");

    // A link to another lesson leads to its page; a script is no address.
    private static void Tame(LinkInline link)
    {
        var url = link.Url ?? "";
        if (IsForeign(url)) link.Url = "#";
        else if (Uri.TryCreate(url, UriKind.Absolute, out _)) link.GetAttributes().AddPropertyIfNotExist("rel", "noreferrer");
        else if (url.Split('#', 2) is [var page, { Length: > 0 } id]) link.Url = $"{page.Replace(".ipynb", ".html", StringComparison.Ordinal)}#{OwnId(id)}";
        else link.Url = url.Replace(".ipynb", ".html", StringComparison.Ordinal);
    }
}
