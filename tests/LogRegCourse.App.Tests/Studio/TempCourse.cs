using LogRegCourse.App.Running;
using LogRegCourse.App.Studio;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Studio.Tests.Notebooks;

namespace LogRegCourse.App.Tests.Studio;

/// <summary>A course folder with lessons of a few cells.</summary>
internal sealed class TempCourse : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("logregcourse-course").FullName;

    public TempCourse()
    {
        Directory.CreateDirectory(Folder.Notebooks);
        Directory.CreateDirectory(Path.Combine(_root, "data"));
    }

    public CourseFolder Folder => new(_root);

    /// <summary>Knows the lessons that were added here.</summary>
    public TrustRecord Trust => new(Path.Combine(_root, "trusted"));

    public string Add(string lesson, params (string Id, string Source)[] cells)
    {
        var path = Path.Combine(Folder.Notebooks, lesson + ".ipynb");
        NotebookWriter.WriteFile(path, SmallNotebook.Of(cells));
        Trust.Keep(path, SmallNotebook.Of(cells));
        return path;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
