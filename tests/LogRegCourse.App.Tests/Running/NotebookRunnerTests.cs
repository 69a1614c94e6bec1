using System.Text.Json;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.App.Running;
using LogRegCourse.App.Tests.Kernels;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests.Running;

public sealed class NotebookRunnerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static readonly JsonElement None = JsonElement.Parse("{}");

    private Task<NotebookRun> RunAsync(TimeSpan limit, params string[] sources)
    {
        Cell[] cells = [new MarkdownCell("text", "# Title", None), .. sources.Select((source, index) => new CodeCell($"c{index}", source, None))];
        var runner = new NotebookRunner(EchoKernel.Launch(_folder.Path), limit, TimeProvider.System);
        return runner.RunAsync("lesson", new Notebook([.. cells], None), () => { }, TestContext.Current.CancellationToken);
    }

    private static string Printed(NotebookRun run, int cell) =>
        string.Concat(((CodeCell)run.Executed!.Cells[cell]).Outputs.OfType<StreamOutput>().Select(output => output.Text));

    [Fact]
    public async Task Notebook_ThatRunsThrough_HasItsOutputs()
    {
        var run = await RunAsync(TimeSpan.FromMinutes(1), "one", "  ", "two");

        Assert.Null(run.Failure);
        Assert.Equal("one", Printed(run, 1));
        Assert.Equal("two", Printed(run, 3));
        Assert.Equal(2, ((CodeCell)run.Executed!.Cells[3]).ExecutionCount);
        Assert.Equal(3, run.Tally.Cells);
    }

    [Theory]
    [InlineData("wait")]
    [InlineData("deaf")]
    public async Task Cell_WithoutAnEnd_IsStoppedAndSaysSo(string source)
    {
        const string Sentence = "The cell ran longer than 4 s and was stopped: look for a loop without an end, or allow more with --timeout.";
        var run = await RunAsync(TimeSpan.FromSeconds(4), "before", source, "after");

        Assert.Equal($"lesson, cell 3 (c1): {Sentence}", run.Failure!.Sentence("lesson"));
        var error = Assert.IsType<ErrorOutput>(Assert.Single(((CodeCell)run.Executed!.Cells[2]).Outputs));
        Assert.Equal(Sentence, error.Message);
        Assert.Equal("before", Printed(run, 1));
        Assert.Empty(((CodeCell)run.Executed!.Cells[3]).Outputs);
    }

    [Fact]
    public async Task Cell_ThatIsMeantToFail_DoesNotEndTheRun()
    {
        var mayFail = JsonElement.Parse("""{"tags": ["raises-exception"]}""");
        var runner = new NotebookRunner(EchoKernel.Launch(_folder.Path), TimeSpan.FromMinutes(1), TimeProvider.System);

        var run = await runner.RunAsync("lesson", new Notebook([new CodeCell("a", "fail", mayFail), new CodeCell("b", "after", None)], None), () => { }, TestContext.Current.CancellationToken);

        Assert.Null(run.Failure);
        Assert.IsType<ErrorOutput>(Assert.Single(((CodeCell)run.Executed!.Cells[0]).Outputs));
        Assert.Equal("after", Printed(run, 1));
    }

    [Fact]
    public async Task Cell_ThatEndsItsProcess_FailsWithOneSentence()
    {
        var run = await RunAsync(TimeSpan.FromMinutes(1), "exit 3", "after");
        Assert.Equal(
            "lesson, cell 2 (c0): The cell ended its process (exit code 3), as Environment.Exit does, and all variables are lost.",
            run.Failure!.Sentence("lesson"));
    }

    [Fact]
    public async Task Cell_ThatAsksForInput_ReadsTheEndOfInput()
    {
        var run = await RunAsync(TimeSpan.FromMinutes(1), "ask");
        Assert.Null(run.Failure);
        Assert.Equal("end of input", Printed(run, 1));
    }
}
