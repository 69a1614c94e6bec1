using System.Text.Json;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Studio.Tests.Notebooks;
using LogRegCourse.Studio.Work;

namespace LogRegCourse.Studio.Tests.Work;

public class SharedCellsTests
{
    private static readonly Notebook Original = SmallNotebook.Of(("title", "# T"), ("a", "1"), ("b", "2"));

    [Fact]
    public void Link_CarriesChangedAndAddedCells_AndNothingElse()
    {
        var mine = SmallNotebook.Of(("title", "# T"), ("a", "1"), ("new", "3"), ("b", "20"));
        var json = SharedCells.Write("01", mine, Original);
        Assert.Equal("""{"lesson":"01","cells":[{"id":"new","source":"3","kind":"code","after":"a"},{"id":"b","source":"20"}]}""", json);
        Assert.Equal(["# T", "1", "3", "20"], SharedCells.Read(json, "01", Original).Cells.Select(cell => cell.Source));
    }

    [Fact]
    public void CellAddedAtTheTop_StandsThere()
    {
        var mine = Original with { Cells = [new MarkdownCell("note", "look", default), .. Original.Cells] };
        var read = SharedCells.Read(SharedCells.Write("01", mine, Original), "01", Original);
        Assert.Equal(["note", "title", "a", "b"], read.Cells.Select(cell => cell.Id));
        Assert.IsType<MarkdownCell>(read.Cells[0]);
    }

    [Fact]
    public void ChangedCell_HasNoOutputs_OthersKeepTheirs()
    {
        var executed = Original with { Cells = [.. Original.Cells.Select(cell => cell is CodeCell code ? code with { ExecutionCount = 1, Outputs = [new StreamOutput("stdout", "printed")] } : cell)] };
        var read = SharedCells.Read("""{"lesson":"01","cells":[{"id":"a","source":"10"},{"id":"b","source":"2"}]}""", "01", executed);
        Assert.Empty(((CodeCell)read.Cells[1]).Outputs);
        Assert.Single(((CodeCell)read.Cells[2]).Outputs);
    }

    [Theory]
    [InlineData("""{"lesson":"02-other","cells":[]}""", "This link is of another lesson, 02-other: ask for it once more. This is the lesson without it.")]
    [InlineData("""{"lesson":"<b>","cells":[]}""", "This link is of another lesson: ask for it once more. This is the lesson without it.")]
    [InlineData("""{"lesson":"01","cells":[{"id":"gone","source":""}]}""", "This link changes a cell that the lesson does not have, gone: it may be of another version of the course. This is the lesson without it.")]
    public void LinkOfSomethingElse_SaysSo(string json, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<NotebookException>(() => SharedCells.Read(json, "01", Original)).Message);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"lesson":"01"}""")]
    [InlineData("""{"lesson":"01","cells":[null]}""")]
    [InlineData("""{"lesson":"01","cells":[{"id":"a"}]}""")]
    [InlineData("""{"lesson":"01","cells":[{"id":"a","source":7}]}""")]
    [InlineData("""{"lesson":"01","cells":[{"id":"a","source":"","kind":"code"}]}""")]
    [InlineData("""{"lesson":"01","cells":[{"id":"new","source":"","kind":"raw"}]}""")]
    [InlineData("""{"lesson":"01","cells":[{"id":"new","source":"","kind":"code","after":"gone"}]}""")]
    [InlineData("""{"lesson":"01","cells":[{"id":"\"><b>","source":"","kind":"code"}]}""")]
    public void AnythingElse_IsNoLink(string json) =>
        Assert.Equal("This link does not hold cells of a lesson: ask for it once more. This is the lesson without it.", Assert.Throws<NotebookException>(() => SharedCells.Read(json, "01", Original)).Message);

    [Fact]
    public void Take_PutsTheCopysCellsAmongOnesOwn()
    {
        var copy = SmallNotebook.Of(("title", "# T"), ("a", "theirs"), ("new", "added"), ("b", "2"));
        var mine = SmallNotebook.Of(("title", "# T"), ("own", "mine too"), ("a", "mine"), ("b", "mine b"));
        var taken = SharedCells.Take(copy, Original, mine);
        Assert.Equal(["# T", "mine too", "theirs", "added", "mine b"], taken.Cells.Select(cell => cell.Source));
    }

    [Fact]
    public void Take_OfACellThatOneHasDeleted_BringsItBackInItsPlace()
    {
        var copy = SmallNotebook.Of(("title", "# T"), ("a", "theirs"), ("b", "2"));
        Assert.Equal(["title", "a", "b"], SharedCells.Take(copy, Original, SmallNotebook.Of(("title", "# T"), ("b", "2"))).Cells.Select(cell => cell.Id));
    }
}
