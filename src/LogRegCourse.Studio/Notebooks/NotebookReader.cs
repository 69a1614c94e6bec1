using System.Collections.Immutable;
using System.Text.Json;

namespace LogRegCourse.Studio.Notebooks;

/// <summary>nbformat 4.5 to records. What the format does not allow is refused in one sentence, never guessed at.</summary>
internal static class NotebookReader
{
    public const int LargestFileMegabytes = 64;

    public static Notebook ReadFile(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            if (new FileInfo(path) is { Exists: true } file && file.Length > LargestFileMegabytes * 1024L * 1024L)
                throw new NotebookException($"{name} has {file.Length / 1024 / 1024} MB, more than {LargestFileMegabytes} MB: clear its outputs and save it again.");
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

    /// <param name="utf8">The file's bytes; a byte-order mark is allowed.</param>
    /// <param name="name">What a refusal calls the notebook.</param>
    public static Notebook Read(ReadOnlyMemory<byte> utf8, string name)
    {
        var root = new NotebookNode(Parse(utf8, name), name, "the notebook");
        root.Expect(JsonValueKind.Object, "a JSON object");
        CheckVersion(root, name);
        root.AllowOnly("cells", "metadata", "nbformat", "nbformat_minor");
        var cells = root.Items("cells").Select((cell, index) => ReadCell(cell with { Place = $"cell {index + 1}" })).ToImmutableArray();
        var twice = cells.GroupBy(cell => cell.Id).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw new NotebookException($"{name} has {twice.Count()} cells with the id \"{twice.Key}\": give each cell an id of its own.");
        return new Notebook(cells, root.Object("metadata"));
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> utf8, string name)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        if (utf8.Span.Trim(" \t\r\n"u8).IsEmpty)
            throw new NotebookException($"{name} is empty: restore it from git or from .logregcourse beside it.");
        try
        {
            var options = new JsonDocumentOptions { MaxDepth = 256, AllowDuplicateProperties = false };
            return JsonDocument.Parse(utf8, options).RootElement;
        }
        catch (JsonException e)
        {
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

    private static void CheckVersion(NotebookNode root, string name)
    {
        var (major, minor) = (root.OptionalInteger("nbformat"), root.OptionalInteger("nbformat_minor"));
        if (major is null || minor is null)
            throw new NotebookException($"{name} is JSON but not a notebook: it does not say its nbformat version.");
        if (major != 4 || minor != 5)
            throw new NotebookException($"{name} is a notebook of nbformat {major}.{minor}, and 4.5 is needed: convert it with  jupyter nbconvert --to notebook --inplace {name}");
    }

    private static Cell ReadCell(NotebookNode node)
    {
        node.Expect(JsonValueKind.Object, "a JSON object");
        var id = node.String("id");
        if (id.Length is 0 or > 64 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw node.Refusal($"has the id \"{id}\", but an id has 1 to 64 letters, digits, - or _");
        node = node with { Place = $"{node.Place} ({id})" };
        var (source, metadata) = (node.Text("source"), node.Object("metadata"));
        switch (node.String("cell_type"))
        {
            case "markdown":
                node.AllowOnly("attachments", "cell_type", "id", "metadata", "source");
                return new MarkdownCell(id, source, metadata) { Attachments = node.Optional("attachments") };
            case "raw":
                node.AllowOnly("attachments", "cell_type", "id", "metadata", "source");
                return new RawCell(id, source, metadata) { Attachments = node.Optional("attachments") };
            case "code":
                node.AllowOnly("cell_type", "execution_count", "id", "metadata", "outputs", "source");
                return new CodeCell(id, source, metadata)
                {
                    ExecutionCount = node.OptionalInteger("execution_count"),
                    Outputs = [.. node.Items("outputs").Select((output, index) => ReadOutput(output with { Place = $"output {index + 1} of {node.Place}" }))],
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
                node.AllowOnly("name", "output_type", "text");
                return new StreamOutput(node.String("name"), node.Text("text"));
            case "display_data":
                node.AllowOnly("data", "metadata", "output_type");
                return new DisplayOutput(ReadBundle(node), node.Object("metadata"));
            case "execute_result":
                node.AllowOnly("data", "execution_count", "metadata", "output_type");
                return new ResultOutput(ReadBundle(node), node.Object("metadata"), node.OptionalInteger("execution_count"));
            case "error":
                node.AllowOnly("ename", "evalue", "output_type", "traceback");
                return new ErrorOutput(node.String("ename"), node.String("evalue"), [.. node.Items("traceback").Select(line => line.AsString())]);
            case var other:
                throw node.Refusal($"has the type \"{other}\", but an output is stream, display_data, execute_result or error");
        }
    }

    private static MimeBundle ReadBundle(NotebookNode node) =>
        MimeBundle.Of(node.Object("data").EnumerateObject().Select(form => KeyValuePair.Create(
            form.Name,
            MimeBundle.IsJson(form.Name) ? form.Value : JsonSerializer.SerializeToElement((node with { Place = $"{form.Name} of {node.Place}", Element = form.Value }).AsText()))));
}
