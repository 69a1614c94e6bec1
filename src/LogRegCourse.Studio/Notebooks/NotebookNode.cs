using System.Collections.Immutable;
using System.Text.Json;

namespace LogRegCourse.Studio.Notebooks;

/// <summary>A JSON value of a notebook together with its place, so that each refusal names file and place.</summary>
internal sealed record NotebookNode(JsonElement Element, string File, string Place)
{
    private static readonly JsonElement EmptyObject = JsonElement.Parse("{}");

    public NotebookException Refusal(string what) => new($"{File}: {Place} {what}.");

    public void Expect(JsonValueKind kind, string words)
    {
        if (Element.ValueKind != kind) throw Refusal($"must be {words}");
    }

    /// <summary>The fields that are not of the format; dropping them on the next save would lose somebody's work.</summary>
    public OtherFields Except(params ReadOnlySpan<string> known)
    {
        var others = ImmutableArray.CreateBuilder<KeyValuePair<string, JsonElement>>();
        foreach (var property in Element.EnumerateObject())
            if (!known.Contains(property.Name)) others.Add(KeyValuePair.Create(property.Name, property.Value));
        return new OtherFields(others.ToImmutable());
    }

    public JsonElement? Optional(string name) => Element.TryGetProperty(name, out var value) ? value : null;

    public int? OptionalInteger(string name) =>
        Optional(name) is not { ValueKind: not JsonValueKind.Null } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number
        : throw Refusal($"has a {name} that is not a whole number");

    public string String(string name) => Required(name).AsString();

    /// <summary>A multi-line string, which the file may hold as one string or as an array of lines.</summary>
    public string Text(string name) => Required(name).AsText();

    /// <summary>A text that may be absent or null.</summary>
    public string TextOrEmpty(string name) => IsAbsent(name) ? "" : Text(name);

    /// <summary>An object that may be absent or null.</summary>
    public JsonElement ObjectOrEmpty(string name)
    {
        if (IsAbsent(name)) return EmptyObject;
        var node = Required(name);
        node.Expect(JsonValueKind.Object, "a JSON object");
        return node.Element;
    }

    public IEnumerable<NotebookNode> Items(string name)
    {
        var node = Required(name);
        node.Expect(JsonValueKind.Array, "a list");
        return node.Element.EnumerateArray().Select(item => node with { Element = item });
    }

    /// <summary>A list that may be absent or null.</summary>
    public IEnumerable<NotebookNode> ItemsOrNone(string name) => IsAbsent(name) ? [] : Items(name);

    public string AsString()
    {
        Expect(JsonValueKind.String, "a string");
        return Element.GetString()!;
    }

    public string AsText() =>
        Element.ValueKind == JsonValueKind.Array
            ? string.Concat(Element.EnumerateArray().Select(line => (this with { Element = line }).AsString()))
            : AsString();

    private bool IsAbsent(string name) => Optional(name) is not { ValueKind: not JsonValueKind.Null };

    private NotebookNode Required(string name) =>
        Optional(name) is { } value ? new NotebookNode(value, File, $"{name} of {Place}") : throw Refusal($"has no \"{name}\"");
}
