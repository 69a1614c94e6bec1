using LogRegCourse.App.Kernels;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Studio.State;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests.Kernels;

public sealed class KernelProcessTests : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly KernelProcess _kernel;

    public KernelProcessTests()
    {
        _kernel = new KernelProcess(EchoKernel.Launch(_folder.Path), TimeProvider.System);
        _kernel.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await _kernel.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Cell_Run_AnswersInOrder()
    {
        _kernel.Send(new RunCell("a", "hello"));

        Assert.IsType<KernelReady>(await NextAsync());
        Assert.Equal(new CellStarted("a", 1), await NextAsync());
        Assert.Equal(new TextPrinted("a", PrintStream.Stdout, "hello"), await NextAsync());
        Assert.Equal(CellOutcomeKind.Succeeded, Assert.IsType<CellFinished>(await NextAsync()).Outcome);
    }

    [Fact]
    public async Task Cell_ThatStopsWhenAsked_KeepsItsProcess()
    {
        _kernel.Send(new RunCell("a", "wait"));
        await NextAsync<CellStarted>();

        Assert.True(await _kernel.StopCellAsync());

        Assert.Equal(CellOutcomeKind.Stopped, (await NextAsync<CellFinished>()).Outcome);
        _kernel.Send(new RunCell("b", "on"));
        Assert.Equal(2, (await NextAsync<CellStarted>()).ExecutionCount);
    }

    [Fact]
    public async Task Cell_DeafToStop_LosesItsProcessAndSaysSo()
    {
        _kernel.Send(new RunCell("a", "deaf"));
        await NextAsync<CellStarted>();

        Assert.False(await _kernel.StopCellAsync());

        Assert.Equal(
            "The cell did not stop within 2 s of being asked; its process was ended and all variables are lost.",
            (await NextAsync<KernelEnded>()).Sentence);
    }

    [Fact]
    public async Task Kernel_EndedAndStarted_CountsFromOneAndHearsNothingOld()
    {
        _kernel.Send(new RunCell("a", "deaf"));
        await NextAsync<CellStarted>();

        await _kernel.EndAsync("Enough.");
        _kernel.Start();
        _kernel.Send(new RunCell("b", "new"));

        Assert.Equal("Enough.", (await NextAsync<KernelEnded>()).Sentence);
        Assert.IsType<KernelReady>(await NextAsync());
        Assert.Equal(new CellStarted("b", 1), await NextAsync());
    }

    [Theory]
    [InlineData("overflow", "The cell used up the stack, as a recursion without an end does; its process ended and all variables are lost.")]
    [InlineData("exit 3", "The cell ended its process (exit code 3), as Environment.Exit does, and all variables are lost.")]
    [InlineData("native", "The cell's process ended with exit code 4 (liblapack: bad argument) and all variables are lost.")]
    public async Task Cell_ThatEndsItsProcess_IsExplainedInOneSentence(string source, string sentence)
    {
        _kernel.Send(new RunCell("a", source));
        Assert.Equal(sentence, (await NextAsync<KernelEnded>()).Sentence);
    }

    [Fact]
    public async Task Cell_ThatFloodsTheStandardStreams_HarmsNoMessage()
    {
        _kernel.Send(new RunCell("a", "flood"));
        Assert.Equal("flood", (await NextAsync<TextPrinted>()).Text);
    }

    [Fact]
    public async Task Command_AfterTheEnd_IsIgnored()
    {
        _kernel.Send(new RunCell("a", "exit 3"));
        await NextAsync<KernelEnded>();

        _kernel.Send(new RunCell("b", "late"));

        Assert.False(await _kernel.StopCellAsync());
    }

    private async Task<KernelEvent> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return await _kernel.Events.ReadAsync(limit.Token);
    }

    private async Task<T> NextAsync<T>()
        where T : KernelEvent
    {
        while (true)
            if (await NextAsync() is T wanted) return wanted;
    }
}
