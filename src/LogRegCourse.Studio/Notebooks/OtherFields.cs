using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LogRegCourse.Studio.Notebooks;

/// <summary>What a file holds beside the fields of nbformat 4.5; other programs' work, kept as it is.</summary>
internal readonly record struct OtherFields(ImmutableArray<KeyValuePair<string, JsonElement>> Fields)
{
    /// <summary>Puts them into what is written.</summary>
    public void AddTo(JsonObject json)
    {
        if (Fields.IsDefault) return;
        foreach (var (name, value) in Fields) json[name] = NotebookWriter.Node(value);
    }
}
