using System.Text.Json;
using System.Text.Json.Serialization;
using LogRegCourse.Studio.Notebooks;

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
    public static PageCommand Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            // A page may hold half a surrogate pair, which no file can.
            var command = JsonSerializer.Deserialize(JsonOfOthers.Made(utf8).Span, Default.PageCommand) ?? throw new JsonException("It is null.");
            return command is RunCells run && run.CellIds.Contains(null!) ? throw new JsonException("It names no cell.") : command;
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException or InvalidOperationException)
        {
            throw new JsonException(e.Message, e);
        }
    }
}
