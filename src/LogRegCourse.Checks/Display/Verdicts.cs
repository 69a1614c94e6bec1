using System.Text.Json;
using System.Text.Json.Serialization;
using LogRegCourse.Checks.Exercises;

namespace LogRegCourse.Checks.Display;

/// <summary>The machine-readable verdict that accompanies every check and derivation, and the words for people.</summary>
internal static class Verdicts
{
    public const string MimeType = "application/vnd.logregcourse.check+json";

    private static readonly JsonSerializerOptions Brief = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Json(string id, string kind, string verdict) => JsonSerializer.Serialize(new { id, kind, verdict });

    /// <summary>The verdict of an exercise, with what is wrong first and the mistake by its name, where there are such.</summary>
    public static string Json(Verdict verdict) => JsonSerializer.Serialize(new
    {
        id = verdict.Id,
        kind = "exercise",
        verdict = VerdictText.Code(verdict.State),
        says = Text(verdict, FindingState.Wrong),
        mistake = verdict.State == VerdictState.Failed ? Text(verdict, FindingState.Advice) : null,
    }, Brief);

    private static string? Text(Verdict verdict, FindingState state) => verdict.Findings.FirstOrDefault(finding => finding.State == state)?.Text;

    public static string Html(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");
}
