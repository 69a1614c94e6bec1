using System.Text.Json;
using System.Text.Json.Serialization;

namespace LogRegCourse.Studio.Protocol;

/// <summary>How messages become text: camelCase names, absent instead of null. A message without a field that it must
/// have, or with null in its place, is none.</summary>
[JsonSourceGenerationOptions(
    MaxDepth = Kernel.Messages.PipeJson.Deepest,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(PageCommand))]
[JsonSerializable(typeof(PageNews))]
internal sealed partial class PageJson : JsonSerializerContext
{
    /// <summary>A page's message.</summary>
    /// <exception cref="JsonException">It is none that the Studio knows, and why in one sentence.</exception>
    public static PageCommand Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, Default.PageCommand) ?? throw new JsonException("It is null.");
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException or InvalidOperationException)
        {
            throw new JsonException(e.Message, e);
        }
    }
}
