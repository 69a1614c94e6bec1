using System.Text.Json;
using System.Text.Json.Serialization;

namespace Plotly.NET;

/// <summary>An object of a figure: attributes by their plotly.js name. Sequences are kept as given and read at each output.</summary>
public abstract class FigureObject
{
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    internal Dictionary<string, object?> Attributes { get; } = [];

    /// <summary>Sets any plotly.js attribute, replacing what it was. A misspelt name is not noticed.</summary>
    public void SetValue<T>(string name, T value) => Attributes[name] = value is FigureWord word ? word.Text : value;

    internal void Set<T>(string name, CSharp.Optional<T> value)
    {
        if (value.IsSome) SetValue(name, value.Value);
    }

    /// <summary>The part called name; a new one takes the place of anything that is not a part.</summary>
    internal FigurePart Part(string name)
    {
        if (Attributes.GetValueOrDefault(name) is FigurePart part) return part;
        var added = new FigurePart();
        Attributes[name] = added;
        return added;
    }

    /// <summary>Takes over the other's attributes; parts that both have are merged.</summary>
    internal void MergeFrom(FigureObject other)
    {
        foreach (var (name, value) in other.Attributes)
            if (value is FigurePart part) Part(name).MergeFrom(part);
            else Attributes[name] = value;
    }

    internal string ToJson() => JsonSerializer.Serialize(ToDictionary(), Json);

    private Dictionary<string, object?> ToDictionary() => Attributes.ToDictionary(
        attribute => attribute.Key,
        attribute => attribute.Value is FigurePart part ? part.ToDictionary() : attribute.Value);
}

/// <summary>An object inside a layout or a trace, such as an axis or a line.</summary>
internal sealed class FigurePart : FigureObject;
