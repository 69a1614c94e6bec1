using System.Text.Json;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.Studio.Tests.Notebooks;

/// <summary>A notebook of a few cells.</summary>
internal static class SmallNotebook
{
    private static readonly JsonElement None = JsonElement.Parse("{}");

    /// <summary>Code cells by id and source; the cell called title is markdown.</summary>
    public static Notebook Of(params (string Id, string Source)[] cells) =>
        new([.. cells.Select(Cell (cell) => cell.Id == "title" ? new MarkdownCell(cell.Id, cell.Source, None) : new CodeCell(cell.Id, cell.Source, None))], None);
}
