using System.Text.Json;

namespace LogRegCourse.Kernel.Magics;

/// <summary>A file that #!import names, as steps.</summary>
internal static class ImportedFile
{
    /// <summary>The steps; null for a kind of file that is not known.</summary>
    /// <exception cref="InvalidDataException">A notebook that is none.</exception>
    public static IReadOnlyList<CellStep>? Read(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".ipynb" => Notebook(File.ReadAllBytes(path)),
        ".cs" or ".csx" or ".dib" => CellSteps.Of(File.ReadAllText(path)),
        ".html" => [new OtherStep("html", [], File.ReadAllText(path), 1)],
        ".md" => [new OtherStep("markdown", [], File.ReadAllText(path), 1)],
        ".js" => [new OtherStep("javascript", [], File.ReadAllText(path), 1)],
        _ => null,
    };

    private static List<CellStep> Notebook(byte[] file)
    {
        try
        {
            using var document = JsonDocument.Parse(file);
            List<CellStep> steps = [];
            foreach (var cell in document.RootElement.GetProperty("cells").EnumerateArray())
            {
                var source = cell.GetProperty("source") is { ValueKind: JsonValueKind.Array } lines ? string.Concat(lines.EnumerateArray().Select(line => line.GetString())) : cell.GetProperty("source").GetString()!;
                if (string.IsNullOrWhiteSpace(source)) continue;
                if (cell.GetProperty("cell_type").GetString() == "code") steps.AddRange(CellSteps.Of(source, Kernel(cell)));
                else if (cell.GetProperty("cell_type").GetString() == "markdown") steps.Add(new OtherStep("markdown", [], source, 1));
            }
            return steps;
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException("it is no notebook.", error);
        }
    }

    private static string? Kernel(JsonElement cell) =>
        cell.TryGetProperty("metadata", out var metadata) && metadata.TryGetProperty("polyglot_notebook", out var polyglot) && polyglot.TryGetProperty("kernelName", out var name) ? name.GetString() : null;
}
