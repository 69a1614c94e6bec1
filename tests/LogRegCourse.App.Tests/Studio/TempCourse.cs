using System.Text.Json;
using LogRegCourse.App.Notebooks;
using LogRegCourse.App.Running;

namespace LogRegCourse.App.Tests.Studio;

/// <summary>A course folder with lessons of a few cells.</summary>
internal sealed class TempCourse : IDisposable
{
    private static readonly JsonElement None = JsonElement.Parse("{}");

    private readonly string _root = Directory.CreateTempSubdirectory("logregcourse-course").FullName;

    public TempCourse()
    {
        Directory.CreateDirectory(Folder.Notebooks);
        Directory.CreateDirectory(Path.Combine(_root, "data"));
    }

    public CourseFolder Folder => new(_root);

    public static Notebook NotebookOf(params (string Id, string Source)[] cells) =>
        new([.. cells.Select(Cell (cell) => cell.Id == "title" ? new MarkdownCell(cell.Id, cell.Source, None) : new CodeCell(cell.Id, cell.Source, None))], None);

    public string Add(string lesson, params (string Id, string Source)[] cells)
    {
        var path = Path.Combine(Folder.Notebooks, lesson + ".ipynb");
        NotebookWriter.WriteFile(path, NotebookOf(cells));
        return path;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
