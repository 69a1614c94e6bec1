using System.Collections.Immutable;
using System.Text.Json;

namespace LogRegCourse.Studio.Notebooks;

/// <summary>One value in several forms, by MIME type: a string for text and images, JSON for <c>…+json</c>.</summary>
internal sealed record MimeBundle(ImmutableSortedDictionary<string, JsonElement> Forms)
{
    public const string Html = "text/html";
    public const string Markdown = "text/markdown";
    public const string Latex = "text/latex";
    public const string Plain = "text/plain";
    public const string Plotly = "application/vnd.plotly.v1+json";
    public const string Check = "application/vnd.logregcourse.check+json";

    public static MimeBundle Of(IEnumerable<KeyValuePair<string, JsonElement>> forms) =>
        new(forms.ToImmutableSortedDictionary(StringComparer.Ordinal));

    public bool Has(string mimeType) => Forms.ContainsKey(mimeType);

    /// <summary>The form as text; null where the bundle lacks it or it is not text.</summary>
    public string? Text(string mimeType) =>
        Forms.TryGetValue(mimeType, out var form) && form.ValueKind == JsonValueKind.String ? form.GetString() : null;

    /// <summary>The form as JSON; null where the bundle lacks it.</summary>
    public JsonElement? Json(string mimeType) => Forms.TryGetValue(mimeType, out var form) ? form : null;

    /// <summary>JSON forms are kept as JSON in the file; every other form is text.</summary>
    public static bool IsJson(string mimeType) =>
        mimeType == "application/json" || (mimeType.StartsWith("application/", StringComparison.Ordinal) && mimeType.EndsWith("+json", StringComparison.Ordinal));
}
