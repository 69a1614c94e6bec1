using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LogRegCourse.Notebooks.Tests.Support;

/// <summary>JSON as nbformat writes it: sorted keys, one space, nothing escaped without need, a newline at the end.</summary>
internal static class CanonicalJson
{
    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Rewrite(byte[] json) => Encoding.UTF8.GetBytes(Sorted(JsonNode.Parse(json))!.ToJsonString(Form) + "\n");

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
