using System.Text.Json;
using LogRegCourse.KernelProcess;
using LogRegCourse.KernelProcess.Packages;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Session;

namespace LogRegCourse.Kernel.Tests.Support;

/// <summary>A session in this process, shared by the tests of a class.</summary>
public sealed class SessionUnderTest : IDisposable
{
    private static readonly TextWriter Out = Console.Out;
    private static readonly TextWriter Error = Console.Error;
    private int _cells;

    public SessionUnderTest() : this(NoPackages)
    {
    }

    internal SessionUnderTest(PackageRestore restore)
    {
        Cells = new CellSession(new ProcessHost(restore));
        ConsoleCapture.Install();
        Cells.WarmUp();
    }

    internal CellSession Cells { get; }

    /// <summary>A restore that must not be asked.</summary>
    internal static PackageRestore NoPackages { get; } = new(
        Path.GetTempPath(), Path.GetTempPath(), TimeProvider.System, (_, _, _) => throw new InvalidOperationException("No package was asked for."));

    /// <summary>A process in which no package may be asked for.</summary>
    internal static ProcessHost HostWithoutPackages => new(NoPackages);

    public void Dispose()
    {
        Console.SetOut(Out);
        Console.SetError(Error);
    }

    internal Recorded Run(string source, string? cellId = null, params string[] answers)
    {
        var output = new RecordedOutput();
        foreach (var answer in answers) output.Answers.Enqueue(answer);
        var outcome = Cells.RunAsync(cellId ?? $"c{++_cells}", source, output).GetAwaiter().GetResult();
        Cells.ForgetStop();
        return new(outcome, output);
    }

    internal LiveInputOutcome SetLiveInput(string name, JsonElement value, IRerun rerun) => Cells.SetLiveInputAsync(name, value, rerun).GetAwaiter().GetResult();
}

/// <summary>A cell's outcome and outputs.</summary>
internal sealed record Recorded(CellOutcome Outcome, RecordedOutput Output)
{
    public string? Plain => Output.Result?["text/plain"].GetString();

    public string? Html => Output.Result?["text/html"].GetString();
}

/// <summary>Outputs that are kept, and a student who answers what is in Answers.</summary>
internal sealed class RecordedOutput : IOutput
{
    public List<string> Log { get; } = [];

    public List<IReadOnlyDictionary<string, JsonElement>> Shown { get; } = [];

    public Queue<string> Answers { get; } = new();

    public IReadOnlyDictionary<string, JsonElement>? Result { get; private set; }

    public void Print(PrintStream stream, string text) => Log.Add($"{stream}: {text}");

    public void Show(IReadOnlyDictionary<string, JsonElement> bundle, bool isResult, string? displayId)
    {
        Shown.Add(bundle);
        if (isResult) Result = bundle;
        Log.Add($"{(isResult ? "result" : "display")}: {bundle.Values.Last()}");
    }

    public void Update(string displayId, IReadOnlyDictionary<string, JsonElement> bundle) => Log.Add($"update: {bundle.Values.Last()}");

    public void Clear(bool wait) => Log.Add("clear");

    public string? ReadLine(string prompt, bool isPassword) => Answers.TryDequeue(out var answer) ? answer : null;
}
