using System.Text.Json;

namespace LogRegCourse.Studio.Notebooks;

/// <summary>What a check said, as an output keeps it.</summary>
internal sealed record CheckVerdict(string Id, string Kind, string Verdict)
{
    /// <summary>The verdict in an output; null where there is none, or what stands there is none.</summary>
    public static CheckVerdict? Of(MimeBundle? shown) =>
        shown?.Json(MimeBundle.Check) is { ValueKind: JsonValueKind.Object } check && Text(check, "verdict") is { } verdict
            ? new(Text(check, "id") ?? "", Text(check, "kind") ?? "", verdict) : null;

    private static string? Text(JsonElement check, string name) =>
        check.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
