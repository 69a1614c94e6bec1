using System.Text.Json;
using LogRegCourse.Kernel.Messages;

namespace LogRegCourse.Kernel.Display;

/// <summary>Makes bundles: one value in several MIME types, as a notebook file keeps them.</summary>
internal static class MimeBundle
{
    public const string Html = "text/html";
    public const string Plain = "text/plain";

    /// <summary>A bundle of text by MIME type. Types ending in json are parsed: front ends expect JSON there, not a string.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Of(params IEnumerable<(string Mime, string Text)> parts) =>
        parts.DistinctBy(part => part.Mime).ToDictionary(part => part.Mime, part => Element(part.Mime, part.Text));

    private static JsonElement Element(string mime, string text)
    {
        if (!mime.EndsWith("json", StringComparison.Ordinal)) return JsonSerializer.SerializeToElement(text, PipeJson.Default.String);
        using var parsed = JsonDocument.Parse(text);
        return parsed.RootElement.Clone();
    }
}
