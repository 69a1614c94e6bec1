using LogRegCourse.App.Studio;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Studio.State;

namespace LogRegCourse.App.Tests.Studio;

public sealed class LessonFileTests : IDisposable
{
    private readonly TempCourse _course = new();
    private readonly string _path;
    private readonly LessonFile _file;
    private readonly Notebook _notebook;

    public LessonFileTests()
    {
        _path = _course.Add("01-first", ("title", "# First"), ("one", "hello"));
        _file = new LessonFile(_path);
        _notebook = _file.Read();
    }

    public void Dispose() => _course.Dispose();

    [Fact]
    public void ChangeOfEqualSizeAndTime_IsNotWrittenOver()
    {
        Assert.Null(_file.Look());
        var time = File.GetLastWriteTimeUtc(_path);
        File.WriteAllText(_path, File.ReadAllText(_path).Replace("hello", "olleh"));
        File.SetLastWriteTimeUtc(_path, time);

        Assert.Equal("olleh", Assert.IsType<FileChanged>(_file.Write(With("mine"), overwrite: false)).OnDisk.Cells[1].Source);
        Assert.Contains("olleh", File.ReadAllText(_path));
    }

    [Fact]
    public void DeletedFile_IsSaidOnce_AndNotWrittenUnlessAsked()
    {
        Assert.Null(_file.Look());
        File.Delete(_path);
        Assert.Equal(new FileGone(true), _file.Look());
        Assert.Equal(new FileGone(true), _file.Write(With("mine"), overwrite: false));
        Assert.False(File.Exists(_path));

        Assert.Null(_file.Write(With("mine"), overwrite: true));
        Assert.Null(_file.Look());
        Assert.Null(_file.Write(With("mine again"), overwrite: false));
    }

    [Fact]
    public void TwoStudios_OnOneFile_NeverWriteOverEachOther()
    {
        var other = new LessonFile(_path);
        other.Read();
        var refused = 0;
        Parallel.For(0, 2, studio =>
        {
            var (file, text) = studio == 0 ? (_file, "s0") : (other, "s1");
            for (var round = 0; round < 20; round++)
            {
                text += $" {studio}{round}";
                // Whoever is refused takes what the other wrote, and adds to it.
                while (file.Write(With(text), overwrite: false) is FileChanged theirs)
                {
                    Interlocked.Increment(ref refused);
                    text = $"{theirs.OnDisk.Cells[1].Source} {studio}{round}";
                }
            }
        });

        var words = NotebookReader.ReadFile(_path).Cells[1].Source.Split(' ').ToHashSet();
        // The first text of one of the two gave way to the other's; nothing that was written later did.
        Assert.Equal(40, words.Count(word => word is not ("s0" or "s1")));
    }

    [Fact]
    public void Lesson_WithMoreOutputsThanAFileHolds_CanBeOpenedAgain()
    {
        var output = new DisplayOutput(MimeBundle.Of([KeyValuePair.Create("text/html", System.Text.Json.JsonSerializer.SerializeToElement(new string('x', 9_000_000)))]), default);
        var none = System.Text.Json.JsonElement.Parse("{}");
        var full = new Notebook([new CodeCell("one", "1", none) { Outputs = [.. Enumerable.Range(0, 9).Select(_ => output with { Metadata = none })] }], none);

        Assert.Null(_file.Write(full, overwrite: false));

        var outputs = ((CodeCell)NotebookReader.ReadFile(_path).Cells[0]).Outputs;
        Assert.Equal(9, outputs.Length);
        Assert.Contains(outputs, shown => shown.Bundle?.Text("text/plain")?.StartsWith("This output was too much for the file", StringComparison.Ordinal) == true);
    }

    private Notebook With(string source) => _notebook with { Cells = [_notebook.Cells[0], _notebook.Cells[1] with { Source = source }] };
}
