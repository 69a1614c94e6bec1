using System.Text.Json;

namespace LogRegCourse.Checks.Display;

/// <summary>The machine-readable verdict that accompanies every check and derivation, and the words for people.</summary>
internal static class Verdicts
{
    public const string MimeType = "application/vnd.logregcourse.check+json";

    public static string Json(string id, string kind, string verdict) => JsonSerializer.Serialize(new { id, kind, verdict });

    public static string Html(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");
}
