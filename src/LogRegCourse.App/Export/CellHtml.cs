using System.Net;
using LogRegCourse.App.Notebooks;

namespace LogRegCourse.App.Export;

/// <summary>One cell of an executed notebook as html.</summary>
internal static class CellHtml
{
    /// <summary>The cell that every lesson begins with; its lines are for the compiler, so they are folded away.</summary>
    public const string SetupId = "setup";

    public static string Render(Cell cell) => cell switch
    {
        MarkdownCell text => $"<section class=\"{Classes(text)}\">{MarkdownHtml.Render(text.Source)}</section>\n",
        CodeCell code => Code(code),
        _ => "",
    };

    private static string Classes(MarkdownCell cell) =>
        cell.Source.StartsWith("**Figure ", StringComparison.Ordinal) ? "prose caption" : "prose";

    private static string Code(CodeCell cell)
    {
        var source = $"<pre class=\"code\" tabindex=\"0\"><code class=\"csharp\">{WebUtility.HtmlEncode(cell.Source)}</code></pre>";
        if (cell.Id == SetupId) source = $"<details class=\"setup\"><summary>The packages and namespaces of this lesson</summary>{source}</details>";
        return $"<section class=\"cell\" id=\"cell-{cell.Id}\">{source}\n<div class=\"outputs\">{OutputHtml.Render(cell)}</div></section>\n";
    }
}
