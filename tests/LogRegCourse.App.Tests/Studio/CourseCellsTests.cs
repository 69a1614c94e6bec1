using LogRegCourse.App.Studio;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Studio.Tests.Notebooks;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests.Studio;

public class CourseCellsTests
{
    private static IEnumerable<Notebook> Lessons => Directory.GetFiles(Repository.PathOf("notebooks"), "*.ipynb").Order(StringComparer.Ordinal).Select(NotebookReader.ReadFile);

    /// <summary>LOGREGCOURSE_DRAW=1 writes it anew.</summary>
    [Fact]
    public void List_HasTheCellsOfEveryLesson_AndNoOthers()
    {
        var path = Repository.PathOf("src", "LogRegCourse.App", "Studio", "course-cells.txt");
        var cells = Lessons.SelectMany(CourseCells.Hashes).Distinct().Order(StringComparer.Ordinal).ToList();
        if (Environment.GetEnvironmentVariable("LOGREGCOURSE_DRAW") == "1") File.WriteAllText(path, string.Concat(cells.Select(cell => cell + "\n")));
        Assert.True(cells.SequenceEqual(File.ReadLines(path)), "A lesson's code has changed: run this test with LOGREGCOURSE_DRAW=1, and commit course-cells.txt with the lesson.");
    }

    [Fact]
    public void Lesson_IsTheCourses_AndOneForeignCellMakesItAnothers()
    {
        var lesson = Lessons.First();
        Assert.True(CourseCells.AreAllOf(lesson));
        Assert.False(CourseCells.AreAllOf(lesson with { Cells = [.. lesson.Cells, .. SmallNotebook.Of(("more", "evil();")).Cells] }));
    }
}
