using System.Text.Json;
using LogRegCourse.Kernel.Display;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Session;

namespace LogRegCourse.KernelProcess.Tests.Support;

/// <summary>
/// A session of a language of six words, so that the doors are tested without a compiler: "print TEXT", "show TEXT",
/// "update TEXT", "fail", "wait" (until stopped), "ask PROMPT", "times N" (N printed lines); anything else is its own value.
/// </summary>
internal sealed class EchoSession : ICellSession
{
    private readonly ManualResetEventSlim _stopped = new();

    public int ExecutionCount { get; private set; }

    public Task<CellOutcome> RunAsync(string cellId, string source, IOutput output, string? kernel = null) => Task.FromResult(Run(source, output));

    private CellOutcome Run(string source, IOutput output)
    {
        ExecutionCount++;
        var (word, rest) = source.Split(' ', 2) is [var first, var other] ? (first, other) : (source, "");
        switch (word)
        {
            case "print": output.Print(PrintStream.Stdout, rest); break;
            case "show": output.Show(MimeBundle.Of((MimeBundle.Plain, rest)), isResult: false, "display-1"); break;
            case "update": output.Update("display-1", MimeBundle.Of((MimeBundle.Plain, rest))); break;
            case "clear": output.Clear(wait: true); break;
            case "fail": return new(CellOutcomeKind.Failed, TimeSpan.Zero, new CellError("EchoError", "asked to fail", ["EchoError: asked to fail"], 1, 1));
            case "wait": _stopped.Wait(); return new(CellOutcomeKind.Stopped, TimeSpan.Zero, new CellError("Stopped", "stopped", []));
            case "ask": output.Show(MimeBundle.Of((MimeBundle.Plain, output.ReadLine(rest, isPassword: false) ?? "<nobody>")), isResult: true, null); break;
            case "times": for (var i = 0; i < int.Parse(rest); i++) output.Print(PrintStream.Stdout, $"{i}\n"); break;
            case "": break;
            default: output.Show(MimeBundle.Of((MimeBundle.Plain, source)), isResult: true, null); break;
        }
        return new(CellOutcomeKind.Succeeded, TimeSpan.Zero, null, new([], [], [], []), []);
    }

    public Task<LiveInputOutcome> SetLiveInputAsync(string name, JsonElement value, IRerun rerun)
    {
        var output = rerun.Started("dependent");
        output.Print(PrintStream.Stdout, value.GetRawText());
        rerun.Finished("dependent", new(CellOutcomeKind.Succeeded, TimeSpan.Zero));
        return Task.FromResult(new LiveInputOutcome(["dependent"]));
    }

    public void Stop() => _stopped.Set();

    public void ForgetStop() => _stopped.Reset();

    public void Rest()
    {
    }

    public Completions Complete(string source, int position, CancellationToken cancel) =>
        new(0, position, [new(source[..position] + "!", "variable")]);

    public HoverText? Hover(string source, int position, CancellationToken cancel) => source.Length == 0 ? null : new(0, source.Length, "echo " + source, null);

    public Findings Diagnose(string source, CancellationToken cancel) => new([], new([], [], [], []));

    public IReadOnlyDictionary<string, object?> Variables() => new Dictionary<string, object?>();

    public IReadOnlyList<string> TakeChangedReferences() => [];

    public TextState StateOf(string source) => source.EndsWith('\\') ? TextState.Incomplete : TextState.Complete;
}
