using System.Net;
using System.Text.Json;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.App.Export;

/// <summary>What a cell left behind as html: the richest form of each value, a chart as a figure for the page to draw.</summary>
internal static class OutputHtml
{
    private static readonly string[] Images = ["image/png", "image/jpeg", "image/gif"];

    public static string Render(CodeCell cell) => string.Concat(StreamOutput.Joined(cell.Outputs).Select(output => output switch
    {
        StreamOutput stream => $"<pre class=\"text-output {Encode(stream.Name)}\">{Encode(stream.Text)}</pre>\n",
        DisplayOutput display => Value(display.Data, cell),
        ResultOutput result => Value(result.Data, cell),
        ErrorOutput error => Error(error.Traceback.IsEmpty ? $"{error.Name}: {error.Message}" : string.Join('\n', error.Traceback)),
        _ => "",
    }));

    private static string Error(string text)
    {
        var parts = text.Split($"\n{Kernel.Display.ErrorReport.CompilersWords}\n", 2);
        var folded = parts.Length > 1 ? $"<details><summary>{Encode(Kernel.Display.ErrorReport.CompilersWords.TrimEnd(':'))}</summary>{Encode(parts[1])}</details>" : "";
        return $"<pre class=\"error-output\" role=\"alert\">{Encode(parts[0])}{folded}</pre>\n";
    }

    private static string Value(MimeBundle data, CodeCell cell)
    {
        if (data.Json(MimeBundle.Plotly) is { } figure) return Chart(figure, cell.MetadataText("alt"));
        if (data.Text(MimeBundle.Html) is { } html && ForeignHtml.Cleaned(html) is { } cleaned) return $"<div class=\"html-output\">{cleaned}</div>\n";
        if (data.Text(MimeBundle.Latex) is { } latex) return $"<div class=\"latex-output\">{Encode(latex)}</div>\n";
        if (data.Text(MimeBundle.Markdown) is { } markdown) return $"<div class=\"prose\">{MarkdownHtml.Render(markdown)}</div>\n";
        if (data.Text("image/svg+xml") is { } svg) return Image("image/svg+xml", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(svg)), cell);
        foreach (var type in Images)
            if (data.Text(type) is { } image) return Image(type, image.ReplaceLineEndings(""), cell);
        return data.Text(MimeBundle.Plain) is { } plain ? $"<pre class=\"text-output\">{Encode(plain)}</pre>\n" : "";
    }

    /// <summary>The figure travels as JSON in a script element that no browser runs; "&lt;" is escaped, so no text in it ends the element.</summary>
    private static string Chart(JsonElement figure, string? alt) =>
        $"<figure class=\"chart\" role=\"img\" aria-label=\"{Encode(alt ?? TitleOf(figure))}\"><script type=\"application/json\" class=\"figure\">{figure.GetRawText().Replace("<", "\\u003c", StringComparison.Ordinal)}</script></figure>\n";

    public static string TitleOf(JsonElement figure) =>
        figure.TryGetProperty("layout", out var layout) && layout.TryGetProperty("title", out var title)
            && title.ValueKind == JsonValueKind.Object && title.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()! : "Chart";

    private static string Image(string type, string base64, CodeCell cell) =>
        $"<img class=\"image-output\" alt=\"{Encode(cell.MetadataText("alt") ?? "Picture")}\" src=\"data:{type};base64,{Encode(base64)}\">\n";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
