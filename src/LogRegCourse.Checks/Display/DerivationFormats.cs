namespace LogRegCourse.Checks.Display;

/// <summary>How a derivation is shown.</summary>
internal sealed class DerivationFormats
{
    /// <summary>The formatters, by .NET Interactive's convention.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<Derivation>("text/html", DerivationHtml.Write),
        new MimeFormatter<Derivation>("text/plain", DerivationText.Write),
        new MimeFormatter<Derivation>(Verdicts.MimeType, derivation => Verdicts.Json(derivation.Title, "derivation", DerivationText.Verdict(derivation))),
    ];
}
