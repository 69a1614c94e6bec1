using System.Text.Json;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Kernel.Messages;

namespace LogRegCourse.Studio.Tests.Notebooks;

public class OutputRecorderTests
{
    private static readonly CodeCell Cell = new("a", "x", JsonElement.Parse("{}"));
    private readonly OutputRecorder _recorder = new();

    private static Dictionary<string, JsonElement> Plain(string text) => new() { ["text/plain"] = JsonSerializer.SerializeToElement(text) };

    private CodeCell After(params KernelEvent[] events)
    {
        foreach (var news in events) _recorder.Record(news);
        return _recorder.Executed(Cell);
    }

    [Fact]
    public void PrintedPieces_OfOneStream_AreOneOutput()
    {
        var cell = After(
            new CellStarted("a", 4),
            new TextPrinted("a", PrintStream.Stdout, "one "),
            new TextPrinted("a", PrintStream.Stdout, "two"),
            new TextPrinted("a", PrintStream.Stderr, "three"));

        Assert.Equal(4, cell.ExecutionCount);
        Assert.Equal([new StreamOutput("stdout", "one two"), new StreamOutput("stderr", "three")], cell.Outputs);
    }

    [Fact]
    public void Result_IsKeptWithTheExecutionCount()
    {
        var cell = After(new CellStarted("a", 2), new ValueDisplayed("a", Plain("7"), IsResult: true));
        var result = Assert.IsType<ResultOutput>(Assert.Single(cell.Outputs));
        Assert.Equal((2, "7"), (result.ExecutionCount, result.Data.Text("text/plain")));
    }

    [Fact]
    public void Display_UpdatedByALaterCell_ShowsTheNewValueInItsOwnCell()
    {
        var cell = After(
            new CellStarted("a", 1),
            new ValueDisplayed("a", Plain("old"), IsResult: false, "d1"),
            new CellStarted("b", 2),
            new DisplayUpdated("d1", Plain("new")));

        Assert.Equal("new", Assert.IsType<DisplayOutput>(Assert.Single(cell.Outputs)).Data.Text("text/plain"));
        Assert.Empty(_recorder.OutputsOf("b"));
    }

    [Fact]
    public void Cell_StartedAgain_ForgetsItsOutputs() =>
        Assert.Empty(After(new TextPrinted("a", PrintStream.Stdout, "old"), new CellStarted("a", 2)).Outputs);

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "old")]
    public void Outputs_Cleared_GoAtOnceOrWithTheNextOutput(bool wait, string left)
    {
        var cleared = After(new CellStarted("a", 1), new TextPrinted("a", PrintStream.Stdout, "old"), new OutputCleared("a", wait));
        Assert.Equal(left, string.Concat(cleared.Outputs.OfType<StreamOutput>().Select(output => output.Text)));

        var later = After(new TextPrinted("a", PrintStream.Stdout, "new"));
        Assert.Equal([new StreamOutput("stdout", "new")], later.Outputs);
    }

    [Fact]
    public void Output_OfTwentyMegabytes_IsReplacedByASentence()
    {
        var cell = After(new CellStarted("a", 1), new ValueDisplayed("a", Plain(new string('x', 20 * 1024 * 1024)), IsResult: false));

        Assert.Equal(
            "This output has 20 MB, more than the 10 MB a notebook keeps: show less of it.",
            Assert.IsType<DisplayOutput>(Assert.Single(cell.Outputs)).Data.Text("text/plain"));
    }

    [Fact]
    public void Failure_IsAnErrorOutput()
    {
        var error = new CellError("DivideByZeroException", "Attempted to divide by zero.", ["DivideByZeroException", "  line 2"], 2);
        var cell = After(new CellStarted("a", 1), new CellFinished("a", CellOutcomeKind.Failed, 1, error));
        var output = Assert.IsType<ErrorOutput>(Assert.Single(cell.Outputs));
        Assert.Equal(("DivideByZeroException", "Attempted to divide by zero.", 2), (output.Name, output.Message, output.Traceback.Length));
    }
}
