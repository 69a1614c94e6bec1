using System.Text.Json.Serialization;

namespace LogRegCourse.Studio.Protocol;

/// <summary>How messages become text: camelCase names, absent instead of null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(PageCommand))]
[JsonSerializable(typeof(PageNews))]
internal sealed partial class PageJson : JsonSerializerContext;
