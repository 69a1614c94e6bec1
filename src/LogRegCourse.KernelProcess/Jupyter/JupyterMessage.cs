using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LogRegCourse.KernelProcess.Jupyter;

/// <summary>A request as it came: who sent it, its header as bytes (answers carry it unchanged), its content, and the cell
/// that it comes from, where the front end says so in the metadata (VS Code, JupyterLab).</summary>
internal sealed record JupyterMessage(IReadOnlyList<byte[]> Route, byte[] HeaderBytes, string Type, JsonElement Content, string? CellId);

/// <summary>Reads, checks and signs messages.</summary>
internal sealed class JupyterSigner(string key)
{
    public const string ProtocolVersion = "5.3";

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);
    private readonly string _session = Guid.NewGuid().ToString("N");
    private long _sent;

    /// <summary>The message in the frames; null when it is broken or its signature is not right.</summary>
    public JupyterMessage? Read(List<byte[]> frames)
    {
        var at = frames.FindIndex(frame => frame.AsSpan().SequenceEqual(Delimiter));
        if (at < 0 || frames.Count < at + 6) return null;
        var signed = frames.GetRange(at + 2, 4);
        if (_key.Length > 0 && !CryptographicOperations.FixedTimeEquals(Signature(signed), frames[at + 1])) return null;
        try
        {
            using var header = JsonDocument.Parse(signed[0]);
            using var content = JsonDocument.Parse(signed[3]);
            var isObject = header.RootElement.ValueKind == JsonValueKind.Object && content.RootElement.ValueKind == JsonValueKind.Object;
            if (!isObject || !header.RootElement.TryGetProperty("msg_type", out var type) || type.GetString() is not { } name) return null;
            return new(frames.GetRange(0, at), signed[0], name, content.RootElement.Clone(), CellId(signed[2]));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The frames of a message. Route: those before it, as they came, or the topic.</summary>
    public IReadOnlyList<byte[]> Write(string type, JsonObject content, byte[]? parentHeader, IEnumerable<byte[]> route)
    {
        var header = new JsonObject
        {
            ["msg_id"] = $"{_session}_{Interlocked.Increment(ref _sent)}",
            ["session"] = _session,
            ["username"] = "kernel",
            ["date"] = DateTimeOffset.UtcNow.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["msg_type"] = type,
            ["version"] = ProtocolVersion,
        };
        List<byte[]> parts = [Bytes(header), parentHeader ?? "{}"u8.ToArray(), "{}"u8.ToArray(), Bytes(content)];
        return [.. route, Delimiter, _key.Length == 0 ? [] : Signature(parts), .. parts];
    }

    // Metadata is what a front end may leave out: a request without it, or with something odd there, is one all the same.
    private static string? CellId(byte[] metadata)
    {
        try
        {
            using var json = JsonDocument.Parse(metadata);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("cellId", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes<JsonNode>(json, Readable);

    private byte[] Signature(IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (var part in parts) hash.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
