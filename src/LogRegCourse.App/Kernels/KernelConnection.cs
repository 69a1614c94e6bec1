using System.Diagnostics;
using System.IO.Pipes;
using System.Text.Json;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Processes;
using LogRegCourse.Studio.State;

namespace LogRegCourse.App.Kernels;

/// <summary>One running kernel process: its two pipes, its standard streams, its end.</summary>
internal sealed class KernelConnection
{
    // The runtime names a stack overflow in its first line and may list 100,000 frames below it; an exception's name comes last.
    private const int FirstLinesKept = 100;
    private const int LinesKept = 500;
    private const int LongestLineKept = 10_000;
    private const int LongestEvent = 64 * 1024 * 1024;
    private static readonly TimeSpan DrainPatience = TimeSpan.FromSeconds(1);

    // A process started between the creation of another's pipe and the closing of our copy would inherit that pipe
    // and keep it open, so kernels are started one at a time.
    private static readonly Lock StartingOne = new();

    private readonly Process _process;
    private readonly AnonymousPipeServerStream _commands;
    private readonly AnonymousPipeServerStream _events;
    private readonly Action<KernelEvent> _publish;
    private readonly List<string> _lines = [];
    private readonly Lock _sending = new();
    private volatile string? _endedBecause;

    private KernelConnection(Process process, AnonymousPipeServerStream commands, AnonymousPipeServerStream events, Action<KernelEvent> publish)
    {
        (_process, _commands, _events, _publish) = (process, commands, events, publish);
        Ended = WatchAsync();
    }

    /// <summary>Done when the process is gone and its last event is published.</summary>
    public Task Ended { get; }

    public static KernelConnection Start(KernelLaunch launch, Action<KernelEvent> publish)
    {
        lock (StartingOne)
        {
            var commands = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
            var events = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
            var start = new ProcessStartInfo(launch.Program)
            {
                WorkingDirectory = launch.Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            foreach (var argument in (string[])[.. launch.Arguments, launch.Door, commands.GetClientHandleAsString(), events.GetClientHandleAsString()])
                start.ArgumentList.Add(argument);
            // A kernel that is killed would leave the runtime's files for debuggers behind.
            start.Environment["DOTNET_EnableDiagnostics"] = "0";
            foreach (var (name, value) in launch.Environment) start.Environment[name] = value;
            var process = Process.Start(start)!;
            commands.DisposeLocalCopyOfClientHandle();
            events.DisposeLocalCopyOfClientHandle();
            process.StandardInput.Close();
            return new KernelConnection(process, commands, events, publish);
        }
    }

    public void Send(KernelCommand command)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(command, PipeJson.Default.KernelCommand);
        lock (_sending)
        {
            try
            {
                _commands.Write([.. line, (byte)'\n']);
                _commands.Flush();
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                // The process is gone; its end is told by KernelEnded.
            }
        }
    }

    /// <summary>Ends the process and whatever it started; the sentence is what KernelEnded will say.</summary>
    public async Task KillAsync(string because)
    {
        _endedBecause = because;
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended by itself in the meantime.
        }
        await Ended;
    }

    private async Task WatchAsync()
    {
        var streams = Task.WhenAll(
            OnThread(ReadEvents),
            OnThread(() => KeepLines(_process.StandardOutput.BaseStream)),
            OnThread(() => KeepLines(_process.StandardError.BaseStream)));
        await _process.WaitForExitAsync();
        OwnPrograms.EndOf(_process.Id);
        // A program that the cell started may hold the streams open for ever; what the kernel wrote is read by then.
        await Task.WhenAny(streams, Task.Delay(DrainPatience));
        lock (_lines) _publish(new KernelEnded(_endedBecause ?? KernelCrash.Sentence(_process.ExitCode, [.. _lines])));
        lock (_sending) _commands.Dispose();
        _process.Dispose();
    }

    private void ReadEvents()
    {
        using var events = _events;
        foreach (var (line, isCut) in BoundedLines.Of(events, LongestEvent))
        {
            try
            {
                _publish(isCut ? throw new JsonException($"it is longer than {LongestEvent / 1024 / 1024} million characters") : PipeJson.ReadEvent(line));
            }
            catch (JsonException e)
            {
                // A cell can write into the pipe too.
                StudioLog.Say($"A message of a kernel was refused: {e.Message}");
            }
        }
    }

    private void KeepLines(Stream stream)
    {
        foreach (var (line, _) in BoundedLines.Of(stream, LongestLineKept))
            lock (_lines)
            {
                if (_lines.Count == LinesKept) _lines.RemoveAt(FirstLinesKept);
                _lines.Add(line);
            }
    }

    // Blocking reads on threads of their own: they neither hold up the pool nor keep this program alive.
    private static Task OnThread(Action read)
    {
        var done = new TaskCompletionSource();
        new Thread(() =>
        {
            try
            {
                read();
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException or JsonException)
            {
                // A killed process may leave half a line.
            }
            finally
            {
                done.SetResult();
            }
        })
        { IsBackground = true }.Start();
        return done.Task;
    }
}
