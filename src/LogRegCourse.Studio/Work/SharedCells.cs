using System.Text.Json;
using System.Text.Json.Serialization;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.Studio.Work;

/// <summary>A cell that differs from the course's. Kind and After (the cell before it; null at the top) are there where
/// the course has no such cell.</summary>
internal sealed record SharedCell(string Id, string Source, string? Kind = null, string? After = null);

/// <summary>What a link carries: a lesson's name and its changed cells, texts only.</summary>
internal sealed record SharedLesson(string Lesson, IReadOnlyList<SharedCell> Cells);

/// <summary>The cells that somebody changed in a lesson: written for a link, read from one, taken over into one's own.</summary>
internal static class SharedCells
{
    private const string Code = "code";
    private const string Markdown = "markdown";
    private static readonly JsonElement NoMetadata = JsonElement.Parse("{}");

    /// <summary>What differs from the course's own notebook. Cells that were deleted are not told.</summary>
    public static string Write(string lesson, Notebook mine, Notebook original)
    {
        var cells = mine.Cells.Index().Where(cell => Differs(cell.Item, original)).Select(cell => original.Cells.Any(course => course.Id == cell.Item.Id)
            ? new SharedCell(cell.Item.Id, cell.Item.Source)
            : new SharedCell(cell.Item.Id, cell.Item.Source, cell.Item is CodeCell ? Code : Markdown, cell.Index > 0 ? mine.Cells[cell.Index - 1].Id : null));
        return JsonSerializer.Serialize(new SharedLesson(lesson, [.. cells]), SharedJson.Default.SharedLesson);
    }

    /// <summary>The course's notebook with the cells that a link carries, which have no outputs: nobody has run them here.</summary>
    /// <exception cref="NotebookException">The link is not of this lesson, or not what <see cref="Write"/> writes.</exception>
    public static Notebook Read(string json, string lesson, Notebook original)
    {
        var shared = Parse(json);
        if (shared.Lesson != lesson) throw new NotebookException($"This link is of another lesson{(IsId(shared.Lesson) ? $", {shared.Lesson}" : "")}: ask for it once more. This is the lesson without it.");
        var cells = original.Cells.ToList();
        foreach (var (id, source, kind, after) in shared.Cells)
        {
            var index = cells.FindIndex(cell => cell.Id == id);
            if (kind is null)
            {
                if (index < 0) throw new NotebookException($"This link changes a cell that the lesson does not have{(IsId(id) ? $", {id}" : "")}: it may be of another version of the course. This is the lesson without it.");
                cells[index] = WithSource(cells[index], source);
                continue;
            }
            var before = after is null ? -1 : cells.FindIndex(cell => cell.Id == after);
            if (index >= 0 || !IsId(id) || kind is not (Code or Markdown) || (after is not null && before < 0)) throw Broken();
            cells.Insert(before + 1, kind == Code ? new CodeCell(id, source, NoMetadata) : new MarkdownCell(id, source, NoMetadata));
        }
        return original with { Cells = [.. cells] };
    }

    /// <summary>One's own notebook with the cells of a copy that differ from the course's; all others stay.</summary>
    public static Notebook Take(Notebook copy, Notebook original, Notebook mine)
    {
        var cells = mine.Cells.ToList();
        var place = -1;
        foreach (var cell in copy.Cells)
        {
            var index = cells.FindIndex(own => own.Id == cell.Id);
            if (!Differs(cell, original))
            {
                if (index >= 0) place = index;
                continue;
            }
            if (index >= 0) cells[place = index] = cell;
            else cells.Insert(++place, cell);
        }
        return mine with { Cells = [.. cells] };
    }

    private static bool Differs(Cell cell, Notebook original) => original.Cells.FirstOrDefault(course => course.Id == cell.Id)?.Source != cell.Source;

    private static Cell WithSource(Cell cell, string source) =>
        source == cell.Source ? cell : cell is CodeCell code ? code.WithoutOutputs() with { Source = source } : cell with { Source = source };

    private static SharedLesson Parse(string json)
    {
        try
        {
            var shared = JsonSerializer.Deserialize(json, SharedJson.Default.SharedLesson);
            if (shared is { Lesson: not null, Cells: not null } && shared.Cells.All(cell => cell is { Id: not null, Source: not null })) return shared;
        }
        catch (JsonException)
        {
        }
        throw Broken();
    }

    private static NotebookException Broken() => new("This link does not hold cells of a lesson: ask for it once more. This is the lesson without it.");

    private static bool IsId(string text) => text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SharedLesson))]
internal sealed partial class SharedJson : JsonSerializerContext;
