using System.Net;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.App.Export;

/// <summary>One cell of an executed notebook as html.</summary>
internal static class CellHtml
{
    /// <summary>Cells that are the same in every lesson and not what it teaches: folded away under these words.</summary>
    public static readonly IReadOnlyDictionary<string, string> Folded = new Dictionary<string, string>
    {
        ["setup"] = "The packages and namespaces of this lesson",
        ["drawing"] = "How the figures of this lesson are drawn",
    };

    public static string Render(Cell cell) => cell switch
    {
        MarkdownCell text => $"<section class=\"{Classes(text)}\">{Text(text)}</section>\n",
        CodeCell code => Code(code),
        _ => "",
    };

    // The verdict on a statement of the quiz, "e01-right": to be read after a decision of one's own.
    private static string Text(MarkdownCell cell) => MarkdownHtml.Render(cell.Source) is var html && cell.Id.EndsWith("-right", StringComparison.Ordinal)
        ? $"<details><summary>Decide first; then open the verdict</summary>{html}</details>" : html;

    /// <summary>Code that only draws stands below one line, so that the figure and its caption stand together.</summary>
    private static string? FigureCode(CodeCell cell) => cell.MetadataText("alt") is null ? null
        : cell.Source.Trim().Count(letter => letter == '\n') + 1 is var lines && lines == 1 ? "The code of this figure (1 line)" : $"The code of this figure ({lines} lines)";

    private static string Classes(MarkdownCell cell) =>
        cell.Source.StartsWith("**Figure ", StringComparison.Ordinal) ? "prose caption" : "prose";

    private static string Code(CodeCell cell)
    {
        var source = $"<pre class=\"code\" tabindex=\"0\"><code class=\"csharp\">{WebUtility.HtmlEncode(cell.Source)}</code></pre>";
        if ((Folded.GetValueOrDefault(cell.Id) ?? FigureCode(cell)) is { } words) source = $"<details class=\"setup\"><summary>{words}</summary>{source}</details>";
        return $"<section class=\"cell\" id=\"cell-{cell.Id}\">{source}\n<div class=\"outputs\">{OutputHtml.Render(cell)}</div></section>\n";
    }
}
