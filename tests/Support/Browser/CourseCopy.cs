using System.Text.Json;
using LogRegCourse.App.Studio;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.Testing;

/// <summary>A course of tiny notebooks in a folder of its own, with the real libraries.</summary>
internal sealed class CourseCopy : IDisposable
{
    /// <summary>Charts and the mathematics, without the exercises.</summary>
    public const string Setup =
        """
        #r "nuget: Plotly.NET, 6.0.0"
        #r "nuget: Plotly.NET.CSharp, 0.14.0"
        #r "nuget: Plotly.NET.Interactive, 6.0.0"
        #r "bin/LogRegCourse.dll"
        using static System.Math;
        using Plotly.NET;
        using Plotly.NET.CSharp;
        using Chart = Plotly.NET.CSharp.Chart;
        using static LogRegCourse.Logistic;
        Defaults.DefaultTemplate = new Template();
        """;

    public CourseCopy()
    {
        Directory.CreateDirectory(Notebooks);
        Directory.CreateDirectory(Path.Combine(Root, "data"));
        Directory.CreateDirectory(Path.Combine(Notebooks, "bin"));
        var libraries = Repository.PathOf("notebooks", "bin");
        foreach (var library in Directory.GetFiles(libraries, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Notebooks, "bin", Path.GetRelativePath(libraries, library));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(library, copy);
        }
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("logregcourse-studio").FullName;

    public string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>The course's own lessons instead of tiny ones.</summary>
    public static CourseCopy OfAllLessons()
    {
        var course = new CourseCopy();
        foreach (var lesson in Directory.GetFiles(Repository.PathOf("notebooks"), "*.ipynb")) File.Copy(lesson, Path.Combine(course.Notebooks, Path.GetFileName(lesson)));
        foreach (var lesson in Directory.GetFiles(course.Notebooks, "*.ipynb")) course.Trust(Path.GetFileNameWithoutExtension(lesson));
        foreach (var data in Directory.GetFiles(Repository.PathOf("data"))) File.Copy(data, Path.Combine(course.Root, "data", Path.GetFileName(data)));
        return course;
    }

    /// <summary>What the Studio keeps for the reader beside the course.</summary>
    public string State => Path.Combine(Root, ".state");

    public string PathOf(string lesson) => Path.Combine(Notebooks, lesson + ".ipynb");

    /// <summary>A lesson of a title and code cells, each given as id and source.</summary>
    public CourseCopy With(string lesson, params (string Id, string Source)[] cells)
    {
        var none = JsonElement.Parse("{}");
        NotebookWriter.WriteFile(PathOf(lesson), new Notebook(
            [
                new MarkdownCell("title", $"# Lesson {lesson}\n\nAbout $\\sigma(z)$ and how to read it.\n\n## First part\n\nSome text.", none),
                .. cells.Select(Cell (cell) => new CodeCell(cell.Id, cell.Source, none)),
            ],
            none));
        Trust(lesson);
        return this;
    }

    /// <summary>The reader has said that this lesson may run as it is now.</summary>
    public void Trust(string lesson) => new TrustRecord(Path.Combine(State, "trusted")).Keep(PathOf(lesson), Read(lesson));

    /// <summary>Puts an output into the file, as if the cell had been run elsewhere.</summary>
    public void StoreOutput(string lesson, string cellId, string type, string value)
    {
        var notebook = Read(lesson);
        var output = new DisplayOutput(MimeBundle.Of([KeyValuePair.Create(type, MimeBundle.IsJson(type) ? JsonElement.Parse(value) : JsonSerializer.SerializeToElement(value))]), JsonElement.Parse("{}"));
        NotebookWriter.WriteFile(PathOf(lesson), notebook with { Cells = [.. notebook.Cells.Select(cell => cell is CodeCell code && cell.Id == cellId ? code with { Outputs = [output] } : cell)] });
    }

    public Notebook Read(string lesson) => NotebookReader.ReadFile(PathOf(lesson));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
