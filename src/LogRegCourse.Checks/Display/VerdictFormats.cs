using System.Text;

namespace LogRegCourse.Checks.Display;

/// <summary>How the verdict of an exercise is shown.</summary>
internal sealed class VerdictFormats
{
    /// <summary>The formatters, by .NET Interactive's convention.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<Verdict>("text/html", Html),
        new MimeFormatter<Verdict>("text/plain", VerdictText.Write),
        new MimeFormatter<Verdict>(Verdicts.MimeType, Verdicts.Json),
    ];

    private static string Html(Verdict verdict)
    {
        var html = new StringBuilder($"<div class=\"verdict verdict-{VerdictText.Code(verdict.State)}\"><p><strong>{Verdicts.Html(VerdictText.Headline(verdict))}</strong></p><ul style=\"list-style:none;padding-left:.6em\">");
        foreach (var finding in verdict.Findings.Where(finding => !finding.IsInTable || verdict.Derivation is null)) html.Append($"<li>{VerdictText.Sign(finding.State)} {Sentence.Html(finding.Text)}</li>");
        html.Append("</ul>");
        if (verdict.Derivation is { } derivation) html.Append(DerivationHtml.WriteLines(derivation));
        return html.Append("</div>").ToString();
    }
}
