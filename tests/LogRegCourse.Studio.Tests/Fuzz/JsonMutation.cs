using System.Text;
using System.Text.Json.Nodes;
using LogRegCourse.Testing;

namespace LogRegCourse.Studio.Tests.Fuzzing;

/// <summary>JSON that is nearly right: a field gone, of another type or twice as deep, or bytes that are none.</summary>
internal static class JsonMutation
{
    private static readonly string[] Odd =
    [
        "null", "true", "5", "-1", "1e999", "1.5", "\"\"", "\"text\"", "\"half a pair\"", "[]", "{}", "[null]", "[[[]]]", "{\"verdict\":5}", "2147483648", "\"passed\"", "[1,\"a\",{}]",
        "{\"a\":{\"a\":null}}", "NaN", "Infinity", "\"\\u0000\"",
    ];

    public static byte[] Of(string json, Random random)
    {
        if (JsonNode.Parse(json) is not { } node) return Encoding.UTF8.GetBytes(json);
        for (var times = random.Next(3); times > 0; times--) Change(node, random);
        var whole = node.ToJsonString().Replace("half a pair", "\\ud800", StringComparison.Ordinal);
        var text = random.Next(10) == 0 ? Nested(whole, random) : whole;
        var bytes = Encoding.UTF8.GetBytes(text);
        if (random.Next(3) > 0) return bytes;
        for (var times = random.Next(1, 4); times > 0 && bytes.Length > 1; times--) bytes = Broken(bytes, random);
        return bytes;
    }

    private static void Change(JsonNode root, Random random)
    {
        var at = root;
        for (var depth = random.Next(1, 8); depth > 0; depth--)
        {
            if (Children(at) is not { Count: > 0 } children) break;
            var child = children[random.Next(children.Count)];
            if (child is null || depth == 1) break;
            at = child;
        }
        var odd = random.Next(Odd.Length);
        if (at is JsonObject json && json.Count > 0)
        {
            var name = json.ElementAt(random.Next(json.Count)).Key;
            if (random.Next(3) == 0) json.Remove(name);
            else json[name] = Value(odd);
        }
        else if (at is JsonArray { Count: > 0 } array)
        {
            array[random.Next(array.Count)] = Value(odd);
        }
    }

    private static JsonNode? Value(int odd)
    {
        try
        {
            return JsonNode.Parse(Odd[odd]);
        }
        catch (System.Text.Json.JsonException)
        {
            return JsonValue.Create(Odd[odd]);
        }
    }

    private static IReadOnlyList<JsonNode?> Children(JsonNode node) => node switch
    {
        JsonObject json => [.. json.Select(entry => entry.Value)],
        JsonArray array => [.. array],
        _ => [],
    };

    private static string Nested(string json, Random random)
    {
        var depth = random.Of(10, 64, 100, 500, 520, 2000);
        var at = json.IndexOf("{}", StringComparison.Ordinal);
        return at < 0 ? json : $"{json[..at]}{string.Concat(Enumerable.Repeat("{\"a\":", depth))}1{new string('}', depth)}{json[(at + 2)..]}";
    }

    private static byte[] Broken(byte[] bytes, Random random)
    {
        var (from, length) = (random.Next(bytes.Length), random.Next(1, 20));
        var to = Math.Min(bytes.Length, from + length);
        switch (random.Next(5))
        {
            case 0: return [.. bytes[..from], .. bytes[to..]];
            case 1: return [.. bytes[..to], .. bytes[from..]];
            case 2: return bytes[..from];
            case 3: return [.. bytes[..from], .. Encoding.UTF8.GetBytes(random.Of(Odd)), .. bytes[from..]];
            default:
                bytes[from] = (byte)random.Of(0xE9, 0xFF, 0x00, '"', '{', '[', '\\', random.Next(256));
                return bytes;
        }
    }
}
