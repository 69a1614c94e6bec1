using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace LogRegCourse.KernelProcess.Jupyter;

/// <summary>A request as it came: who sent it, its header as bytes (answers carry it unchanged), its content, and the cell
/// that it comes from, where the front end says so in the metadata (VS Code, JupyterLab). IsText: whether all of the content is;
/// it may hold half a character, and is empty here then.</summary>
internal sealed record JupyterMessage(IReadOnlyList<byte[]> Route, byte[] HeaderBytes, string Type, JsonElement Content, string? CellId, bool IsText);

/// <summary>Reads, checks and signs messages.</summary>
internal sealed class JupyterSigner(string key)
{
    public const string ProtocolVersion = "5.3";

    // As many as Jupyter's own session remembers.
    private const int MostSeen = 1 << 16;

    private static readonly JsonElement Nothing = JsonElement.Parse("{}");
    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);
    private readonly string _session = Guid.NewGuid().ToString("N");
    private readonly HashSet<UInt128> _seen = [];
    private readonly Queue<UInt128> _seenInOrder = [];
    private long _sent;

    /// <summary>The message in the frames; null when it is broken, its signature is not right, or the same came before: who
    /// has overheard a message shall not have it done again.</summary>
    public JupyterMessage? Read(List<byte[]> frames)
    {
        var at = frames.FindIndex(frame => frame.AsSpan().SequenceEqual(Delimiter));
        if (at < 0 || frames.Count < at + 6) return null;
        var signed = frames.GetRange(at + 2, 4);
        if (_key.Length > 0 && !(CryptographicOperations.FixedTimeEquals(Signature(signed), frames[at + 1]) && IsNew(frames[at + 1]))) return null;
        try
        {
            using var header = JsonDocument.Parse(signed[0]);
            using var content = JsonDocument.Parse(signed[3]);
            var isObject = header.RootElement.ValueKind == JsonValueKind.Object && content.RootElement.ValueKind == JsonValueKind.Object;
            if (!isObject || !header.RootElement.TryGetProperty("msg_type", out var type) || type.GetString() is not { } name) return null;
            var isText = IsText(signed[3], content.RootElement);
            return new(frames.GetRange(0, at), signed[0], name, isText ? content.RootElement.Clone() : Nothing, CellId(signed[2]), isText);
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
        return [.. route, .. Sign(Bytes(header), Bytes(content), parentHeader)];
    }

    /// <summary>The frames of a message behind its route.</summary>
    public IReadOnlyList<byte[]> Sign(byte[] header, byte[] content, byte[]? parentHeader = null)
    {
        List<byte[]> parts = [header, parentHeader ?? "{}"u8.ToArray(), "{}"u8.ToArray(), content];
        return [Delimiter, _key.Length == 0 ? [] : Signature(parts), .. parts];
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

    private bool IsNew(byte[] signature)
    {
        // Half of it tells messages apart.
        var half = UInt128.Parse(Encoding.ASCII.GetString(signature, 0, 32), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);
        lock (_seen)
        {
            if (!_seen.Add(half)) return false;
            _seenInOrder.Enqueue(half);
            if (_seenInOrder.Count > MostSeen) _seen.Remove(_seenInOrder.Dequeue());
            return true;
        }
    }

    // Only an escape can be half a character where the bytes are right.
    private static bool IsText(ReadOnlySpan<byte> bytes, JsonElement json)
    {
        if (!Utf8.IsValid(bytes)) return false;
        if (bytes.IndexOf("\\ud"u8) < 0 && bytes.IndexOf("\\uD"u8) < 0) return true;
        try
        {
            ReadAll(json);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void ReadAll(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String) json.GetString();
        if (json.ValueKind == JsonValueKind.Array) foreach (var item in json.EnumerateArray()) ReadAll(item);
        if (json.ValueKind != JsonValueKind.Object) return;
        foreach (var member in json.EnumerateObject())
        {
            _ = member.Name;
            ReadAll(member.Value);
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
