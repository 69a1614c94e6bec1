using System.Collections.Concurrent;
using System.IO.Pipes;
using System.Text.Json;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Session;
using LogRegCourse.KernelProcess.Pipe;
using LogRegCourse.KernelProcess.Session;
using LogRegCourse.KernelProcess.Tests.Support;
using LogRegCourse.Testing;

namespace LogRegCourse.KernelProcess.Tests.Pipe;

public sealed class PipeServerTests : IDisposable
{
    private readonly AnonymousPipeServerStream _commandsIn = new(PipeDirection.In);
    private readonly AnonymousPipeServerStream _eventsOut = new(PipeDirection.Out);
    private readonly StreamWriter _commands;
    private readonly BlockingCollection<KernelEvent> _events = [];
    private readonly WorkQueue _work;

    public PipeServerTests()
    {
        var session = new EchoSession();
        _work = new WorkQueue(session);
        _commands = new StreamWriter(new AnonymousPipeClientStream(PipeDirection.Out, _commandsIn.ClientSafePipeHandle)) { AutoFlush = true };
        var events = new StreamReader(new AnonymousPipeClientStream(PipeDirection.In, _eventsOut.ClientSafePipeHandle));
        var outgoing = new OutgoingEvents(_eventsOut);
        new Thread(() =>
        {
            new PipeServer(session, _work, outgoing).Serve(new StreamReader(_commandsIn));
            outgoing.Dispose();
        }) { IsBackground = true }.Start();
        new Thread(() =>
        {
            while (events.ReadLine() is { } line) _events.Add(JsonSerializer.Deserialize(line, PipeJson.Default.KernelEvent)!);
        }) { IsBackground = true }.Start();
    }

    public void Dispose()
    {
        _commands.Dispose();
        _work.Dispose();
    }

    [Fact]
    public void Run_IsAnsweredInOrder()
    {
        Send(new RunCell("a", "print hello"));
        Assert.Equal([new CellStarted("a", 1), new TextPrinted("a", PrintStream.Stdout, "hello")], [Next(), Next()]);
        var finished = Assert.IsType<CellFinished>(Next());
        Assert.Equal(("a", CellOutcomeKind.Succeeded), (finished.CellId, finished.Outcome));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"type\":\"no-such-command\"}")]
    [InlineData("{\"cellId\":\"a\"}")]
    [InlineData("null")]
    [InlineData("{\"type\":\"run-cell\"}")]
    [InlineData("{\"type\":\"run-cell\",\"cellId\":\"a\",\"source\":null}")]
    [InlineData("{\"type\":\"set-live-input\",\"request\":1,\"name\":\"w\"}")]
    public void Line_ThatIsNoCommand_IsRefusedAndTheNextOneServed(string line)
    {
        _commands.WriteLine(line);
        Send(new Hover(7, "a", "x", 0));
        Assert.IsType<CommandRefused>(Next());
        Assert.Equal(new HoverFound(7, 0, 1, "echo x"), Next());
    }

    [Fact]
    public void HarmedLines_OfBothWays_AreReadOrRefused()
    {
        KernelCommand[] commands = [new RunCell("a", "print \"x\""), new StopCell(), new ProvideInput("y"), new SetLiveInput(1, "w", JsonSerializer.SerializeToElement(2.5)), new Complete(2, "a", "ab", 1), new Hover(3, "a", "x", 0), new Diagnose(4, "a", "x")];
        KernelEvent[] events = [new KernelReady("1"), new TextPrinted("a", PrintStream.Stdout, "x"), new InputRequested("a", "p", true), new CellFinished("a", CellOutcomeKind.Failed, 1.5, new("N", "m", ["t"], 1, 2), new(["x"], [new("y", "b")], [], []), [new("w", "slider", "l", JsonSerializer.SerializeToElement(1), 0, 1)])];
        byte[][] lines = [.. commands.Select(command => JsonSerializer.SerializeToUtf8Bytes(command, PipeJson.Default.KernelCommand)), .. events.Select(happened => JsonSerializer.SerializeToUtf8Bytes(happened, PipeJson.Default.KernelEvent))];
        var random = new Random(6);
        for (var round = 0L; round < FuzzRounds.Of(40_000); round++)
        {
            var which = random.Next(lines.Length);
            var line = Mutation.Of(lines[which], random);
            try
            {
                if (which < commands.Length) JsonSerializer.Deserialize(line, PipeJson.Default.KernelCommand);
                else JsonSerializer.Deserialize(line, PipeJson.Default.KernelEvent);
            }
            catch (Exception error) when (error is JsonException or NotSupportedException)
            {
                // The told refusals.
            }
            if (round % 40 == 0) _commands.WriteLine(System.Text.Encoding.Latin1.GetString(Mutation.Of(lines[random.Next(commands.Length)], random)).ReplaceLineEndings(" "));
        }
        Send(new Hover(777, "a", "x", 0));
        Assert.Equal("echo x", Until<HoverFound>(found => found.Request == 777).Signature);
    }

    [Fact]
    public void Failure_AbortsWhatWaits_WhereAskedTo()
    {
        Send(new RunCell("wait", "wait"));
        Send(new RunCell("fails", "fail"));
        Send(new RunCell("goes-on", "1"));
        Assert.IsType<CellStarted>(Next());
        Send(new StopCell());
        Assert.Equal(
            [("fails", CellOutcomeKind.Aborted), ("goes-on", CellOutcomeKind.Aborted), ("wait", CellOutcomeKind.Stopped)],
            Finished(3).OrderBy(end => end.CellId, StringComparer.Ordinal).Select(end => (end.CellId, end.Outcome)));
        Send(new RunCell("fails", "fail"));
        Send(new RunCell("goes-on", "1"));
        Assert.Equal([CellOutcomeKind.Failed, CellOutcomeKind.Succeeded], Finished(2).Select(end => end.Outcome));
    }

    [Fact]
    public void Questions_AreAnsweredWhileACellRuns()
    {
        Send(new RunCell("wait", "wait"));
        Assert.IsType<CellStarted>(Next());
        Send(new Complete(1, "b", "ab", 1));
        Assert.Equal("a!", Assert.IsType<CompletionsFound>(Next()).Items[0].Text);
        Send(new StopCell());
        Assert.IsType<CellFinished>(Next());
    }

    [Fact]
    public void LiveValues_ThatWait_AreReplacedByTheNewest()
    {
        Send(new RunCell("wait", "wait"));
        Next();
        for (var value = 1; value <= 3; value++) Send(new SetLiveInput(value, "w", JsonSerializer.SerializeToElement(value)));
        Assert.Equal([1, 2], [Assert.IsType<LiveInputSet>(Next()).Request, Assert.IsType<LiveInputSet>(Next()).Request]);
        Send(new StopCell());
        var last = Until<LiveInputSet>();
        Assert.Equal(3, last.Request);
        Assert.NotNull(last.Refusal);
        Send(new SetLiveInput(4, "w", JsonSerializer.SerializeToElement(4)));
        Assert.Equal(4, Until<CellStarted>().Request);
        Assert.Equal("4", Until<TextPrinted>().Text);
        Assert.Equal(4, Until<CellFinished>().Request);
        Assert.Equal(["dependent"], Until<LiveInputSet>().Ran);
    }

    [Fact]
    public void Input_IsAskedForAndGiven()
    {
        Send(new RunCell("a", "ask name?"));
        Assert.Equal(new InputRequested("a", "name?", false), Until<InputRequested>());
        Send(new ProvideInput("Ada"));
        Assert.Equal("Ada", Until<ValueDisplayed>().Data["text/plain"].GetString());
    }

    [Fact]
    public void Input_ThatIsNotGiven_EndsWithTheCell()
    {
        Send(new RunCell("a", "ask name?"));
        Until<InputRequested>();
        Send(new StopCell());
        Assert.Equal("<nobody>", Until<ValueDisplayed>().Data["text/plain"].GetString());
    }

    private void Send(KernelCommand command) => _commands.WriteLine(JsonSerializer.Serialize(command, PipeJson.Default.KernelCommand));

    private KernelEvent Next() => _events.TryTake(out var happened, TimeSpan.FromSeconds(20)) ? happened : throw new TimeoutException();

    private T Until<T>(Func<T, bool>? which = null)
    {
        while (true)
            if (Next() is T wanted && which?.Invoke(wanted) != false) return wanted;
    }

    private List<CellFinished> Finished(int count) => [.. Enumerable.Range(0, count).Select(_ => Until<CellFinished>())];
}
