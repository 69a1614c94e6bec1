using System.Text.Json;
using LogRegCourse.Testing;

namespace LogRegCourse.Notebooks.Tests.Support;

/// <summary>A lesson's notebook.</summary>
public sealed record Lesson(string Name, IReadOnlyList<Cell> Cells)
{
    public static string Folder => Repository.PathOf("notebooks");

    /// <summary>The committed lessons in the order of the course.</summary>
    public static IReadOnlyList<Lesson> All { get; } =
        [.. Directory.GetFiles(Folder, "*.ipynb").Order(StringComparer.Ordinal).Select(file => Read(file))];

    public static TheoryData<string> Names => [.. All.Select(lesson => lesson.Name)];

    /// <summary>The number as titles, exercises and figures write it: "2" of 02-…, "2b" of 02b-….</summary>
    public string Number => Name[..Name.IndexOf('-')].TrimStart('0') is { Length: > 0 } number ? number : "0";

    public string Path => System.IO.Path.Combine(Folder, Name + ".ipynb");

    public IEnumerable<Cell> Code => Cells.Where(cell => cell.IsCode);

    public IEnumerable<Cell> Prose => Cells.Where(cell => !cell.IsCode);

    public static Lesson Named(string name) => All.Single(lesson => lesson.Name == name);

    public static Lesson Of(params Cell[] cells) => new("03-a-lesson", cells);

    public static Lesson Read(string file)
    {
        using var notebook = JsonDocument.Parse(File.ReadAllBytes(file));
        return new Lesson(
            System.IO.Path.GetFileNameWithoutExtension(file),
            [.. notebook.RootElement.Clone().GetProperty("cells").EnumerateArray().Select(Cell.Read)]);
    }
}
