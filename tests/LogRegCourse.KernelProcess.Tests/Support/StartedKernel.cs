using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Pipes;
using System.Text.Json;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Testing;

namespace LogRegCourse.KernelProcess.Tests.Support;

/// <summary>A kernel started as the app starts one, with its pipes.</summary>
internal sealed class StartedKernel : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly AnonymousPipeServerStream _commands = new(PipeDirection.Out, HandleInheritability.Inheritable);
    private readonly AnonymousPipeServerStream _events = new(PipeDirection.In, HandleInheritability.Inheritable);
    private readonly BlockingCollection<KernelEvent> _received = [];
    private readonly StreamWriter _writer;

    public StartedKernel(string? program = null, string? folder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [program ?? ProgramPath, "--pipe", _commands.GetClientHandleAsString(), _events.GetClientHandleAsString()])
        {
            WorkingDirectory = folder ?? Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        Process = Process.Start(start)!;
        _commands.DisposeLocalCopyOfClientHandle();
        _events.DisposeLocalCopyOfClientHandle();
        Process.ErrorDataReceived += (_, line) => Complaints.Enqueue(line.Data ?? "");
        Process.OutputDataReceived += (_, line) => RawOutput.Enqueue(line.Data ?? "");
        Process.BeginErrorReadLine();
        Process.BeginOutputReadLine();
        _writer = new StreamWriter(_commands) { AutoFlush = true };
        new Thread(ReadAll) { IsBackground = true }.Start();
    }

    /// <summary>The kernel built in the same configuration as these tests.</summary>
    public static string ProgramPath { get; } = Repository.PathOf(
        "artifacts", "bin", "LogRegCourse.KernelProcess", new DirectoryInfo(AppContext.BaseDirectory).Name, "LogRegCourse.KernelProcess.dll");

    public Process Process { get; }

    public ConcurrentQueue<string> Complaints { get; } = new();

    public ConcurrentQueue<string> RawOutput { get; } = new();

    public void Send(KernelCommand command) => SendLine(JsonSerializer.Serialize(command, PipeJson.Default.KernelCommand));

    public void SendLine(string line) => _writer.WriteLine(line);

    public void CloseCommands() => _writer.Dispose();

    /// <summary>The next event, whatever it is; null when the kernel has ended.</summary>
    public KernelEvent? Next()
    {
        if (_received.TryTake(out var happened, Patience)) return happened;
        return _received.IsCompleted ? null : throw new TimeoutException($"The kernel said nothing for {Patience.TotalSeconds} s.");
    }

    /// <summary>All events up to the first of a kind, that one last.</summary>
    public IReadOnlyList<KernelEvent> Until<T>(Func<T, bool>? which = null) where T : KernelEvent
    {
        List<KernelEvent> all = [];
        while (Next() is { } happened)
        {
            all.Add(happened);
            if (happened is T wanted && which?.Invoke(wanted) != false) return all;
        }
        throw new InvalidOperationException($"The kernel ended before {typeof(T).Name}: {string.Join('\n', Complaints)}");
    }

    public T UntilOne<T>() where T : KernelEvent => (T)Until<T>()[^1];

    /// <summary>Runs a cell to its end.</summary>
    public RanCell Run(string source, string cellId = "cell")
    {
        Send(new RunCell(cellId, source));
        return new RanCell(Until<CellFinished>());
    }

    public void Dispose()
    {
        if (!Process.HasExited) Process.Kill();
        Process.WaitForExit();
        Process.Dispose();
        _events.Dispose();
    }

    private void ReadAll()
    {
        using var reader = new StreamReader(_events);
        while (reader.ReadLine() is { } line) _received.Add(JsonSerializer.Deserialize(line, PipeJson.Default.KernelEvent)!);
        _received.CompleteAdding();
    }
}

/// <summary>What a cell gave.</summary>
internal sealed record RanCell(IReadOnlyList<KernelEvent> Events)
{
    public CellFinished Finished => (CellFinished)Events[^1];

    public string Printed => string.Concat(Events.OfType<TextPrinted>().Where(text => text.Stream == PrintStream.Stdout).Select(text => text.Text));

    public string Complained => string.Concat(Events.OfType<TextPrinted>().Where(text => text.Stream == PrintStream.Stderr).Select(text => text.Text));

    public string? Result => Events.OfType<ValueDisplayed>().SingleOrDefault(value => value.IsResult)?.Data["text/plain"].GetString();
}
