using System.Collections.Immutable;
using System.Text.Json;

namespace LogRegCourse.Studio.Notebooks;

/// <summary>
/// nbformat 3 and 4 to records of nbformat 4.5. What a field must hold is refused in one sentence where it does not; a
/// field that the format does not know is kept.
/// </summary>
internal static class NotebookReader
{
    public const int LargestFileMegabytes = 64;

    // Deeper than anything that is drawn; what goes through such a tree calls itself once for each level.
    public const int DeepestNesting = 512;

    public static Notebook ReadFile(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            if (new FileInfo(path) is { Exists: true } file) ExpectSize(file.Length, name);
            return Read(File.ReadAllBytes(path), name);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NotebookException($"There is no notebook {path}: check the name.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"{name} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Refuses what is too long to be read.</summary>
    public static void ExpectSize(long bytes, string name)
    {
        var megabytes = Math.Ceiling(bytes / 1024.0 / 1024.0);
        if (megabytes > LargestFileMegabytes)
            throw new NotebookException($"{name} has {megabytes} MB, more than {LargestFileMegabytes} MB: clear its outputs and save it again.");
    }

    /// <param name="utf8">The file's bytes; a byte-order mark is allowed.</param>
    /// <param name="name">What a refusal calls the notebook.</param>
    public static Notebook Read(ReadOnlyMemory<byte> utf8, string name)
    {
        try
        {
            return ReadUnguarded(utf8, name);
        }
        catch (Exception e) when (e is not NotebookException)
        {
            // Whatever it is, it is this file's trouble and no other lesson's.
            throw new NotebookException($"{name} cannot be read as a notebook ({e.Message.ReplaceLineEndings(" ")}): restore it from git or from .logregcourse beside it.", e);
        }
    }

    private static Notebook ReadUnguarded(ReadOnlyMemory<byte> utf8, string name)
    {
        if (name.EndsWith(".dib", StringComparison.OrdinalIgnoreCase))
            throw new NotebookException($"{name} is a script of Polyglot Notebooks, not a notebook: open it in VS Code and save it as .ipynb.");
        var root = new NotebookNode(Parse(utf8, name), name, "the notebook");
        root.Expect(JsonValueKind.Object, "a JSON object");
        root = Upgraded(root, name);
        var ids = new CellIds(root.Items("cells").Select(cell => cell.Element));
        var cells = root.Items("cells").Select((cell, index) => ReadCell(cell with { Place = $"cell {index + 1}" }, ids.Of(index))).ToImmutableArray();
        return new Notebook(cells, root.ObjectOrEmpty("metadata")) { Other = root.Except("cells", "metadata", "nbformat", "nbformat_minor") };
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> utf8, string name)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        if (utf8.Span.Trim(" \t\r\n"u8).IsEmpty)
            throw new NotebookException($"{name} is empty: restore it from git or from .logregcourse beside it.");
        if (JsonOfOthers.LineThatIsNotUtf8(utf8.Span) is { } bad)
            throw new NotebookException($"{name} is not UTF-8 (line {bad}): save it again as UTF-8.");
        try
        {
            var options = new JsonDocumentOptions { MaxDepth = DeepestNesting, AllowDuplicateProperties = false };
            return JsonDocument.Parse(JsonOfOthers.Made(utf8), options).RootElement;
        }
        catch (JsonException e)
        {
            if (JsonOfOthers.Depth(utf8.Span) > DeepestNesting)
                throw new NotebookException($"{name} is nested deeper than {DeepestNesting} levels: clear its outputs, or the metadata that is so deep.", e);
            if (e.LineNumber is not { } index)
                throw new NotebookException($"{name} has the same field twice in one object: remove one of them.", e);
            // A file cut off in the middle fails at its end; anything else is no JSON to begin with.
            var line = index + 1;
            var lines = utf8.Span.Count((byte)'\n') + (utf8.Span[^1] == '\n' ? 0 : 1);
            var starts = utf8.Span.TrimStart(" \t\r\n"u8)[0] == '{';
            throw new NotebookException(starts && line >= lines
                ? $"{name} ends too early, in line {line}: it was cut off; restore it from git or from .logregcourse beside it."
                : $"{name} is not JSON (line {line}, column {e.BytePositionInLine + 1}): restore it from git or from .logregcourse beside it.", e);
        }
    }

    // Whatever is read is kept in the words of nbformat 4.5, and written so when it is saved.
    private static NotebookNode Upgraded(NotebookNode root, string name)
    {
        switch (root.OptionalInteger("nbformat"))
        {
            case null:
                throw new NotebookException($"{name} is JSON but not a notebook: it does not say its nbformat version.");
            case 3:
                return root with { Element = OldFormat.Upgraded(root.Element) };
            case 4:
                return root;
            case var other:
                throw new NotebookException($"{name} is a notebook of nbformat {other}, and 3 or 4 is needed: convert it with  jupyter nbconvert --to notebook --inplace {name}");
        }
    }

    private static Cell ReadCell(NotebookNode node, string id)
    {
        node.Expect(JsonValueKind.Object, "a JSON object");
        node = node with { Place = $"{node.Place} ({id})" };
        var (source, metadata) = (node.TextOrEmpty("source"), node.ObjectOrEmpty("metadata"));
        switch (node.String("cell_type"))
        {
            case "markdown":
                return new MarkdownCell(id, source, metadata) { Attachments = node.Optional("attachments"), Other = node.Except("attachments", "cell_type", "id", "metadata", "source") };
            case "raw":
                return new RawCell(id, source, metadata) { Attachments = node.Optional("attachments"), Other = node.Except("attachments", "cell_type", "id", "metadata", "source") };
            case "code":
                return new CodeCell(id, source, metadata)
                {
                    ExecutionCount = node.OptionalInteger("execution_count"),
                    Outputs = [.. node.ItemsOrNone("outputs").Select((output, index) => ReadOutput(output with { Place = $"output {index + 1} of {node.Place}" }))],
                    Other = node.Except("cell_type", "execution_count", "id", "metadata", "outputs", "source"),
                };
            case var other:
                throw node.Refusal($"has the type \"{other}\", but a cell is code, markdown or raw");
        }
    }

    private static CellOutput ReadOutput(NotebookNode node)
    {
        node.Expect(JsonValueKind.Object, "a JSON object");
        switch (node.String("output_type"))
        {
            case "stream":
                return new StreamOutput(node.TextOrEmpty("name") is { Length: > 0 } name ? name : "stdout", node.TextOrEmpty("text")) { Other = node.Except("name", "output_type", "text") };
            case "display_data":
                return new DisplayOutput(ReadBundle(node), node.ObjectOrEmpty("metadata")) { Other = node.Except("data", "metadata", "output_type") };
            case "execute_result":
                return new ResultOutput(ReadBundle(node), node.ObjectOrEmpty("metadata"), node.OptionalInteger("execution_count")) { Other = node.Except("data", "execution_count", "metadata", "output_type") };
            case "error":
                return new ErrorOutput(node.TextOrEmpty("ename"), node.TextOrEmpty("evalue"), [.. node.ItemsOrNone("traceback").Select(line => line.AsString())]) { Other = node.Except("ename", "evalue", "output_type", "traceback") };
            case var other:
                throw node.Refusal($"has the type \"{other}\", but an output is stream, display_data, execute_result or error");
        }
    }

    private static MimeBundle ReadBundle(NotebookNode node) =>
        MimeBundle.Of(node.ObjectOrEmpty("data").EnumerateObject().Select(form => KeyValuePair.Create(form.Name, ReadForm(node with { Place = $"{form.Name} of {node.Place}", Element = form.Value }, form.Name))));

    private static JsonElement ReadForm(NotebookNode form, string mimeType) =>
        MimeBundle.IsJson(mimeType) || form.Element.ValueKind is not (JsonValueKind.String or JsonValueKind.Array) ? form.Element : JsonSerializer.SerializeToElement(form.AsText());
}
