using System.Diagnostics;

namespace LogRegCourse.Cluster.Tests;

/// <summary>A program that a test started, ended with the test.</summary>
internal sealed class StartedProgram : IDisposable
{
    private readonly Process _process;
    private readonly Task _ready;

    private StartedProgram(string program, string[] arguments, string readyWord)
    {
        var ready = new TaskCompletionSource();
        _process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var printed = "";
        _process.OutputDataReceived += (_, line) =>
        {
            printed += line.Data + "\n";
            if (line.Data is null) ready.TrySetException(new InvalidOperationException($"{program} ended: {printed}"));
            else if (line.Data.Contains(readyWord, StringComparison.Ordinal)) ready.TrySetResult();
        };
        _process.ErrorDataReceived += (_, line) => printed += line.Data + "\n";
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _ready = ready.Task;
    }

    /// <summary>Starts it and waits until it prints a word.</summary>
    public static async Task<StartedProgram> StartAsync(string program, string[] arguments, string readyWord)
    {
        var started = new StartedProgram(program, arguments, readyWord);
        await started._ready.WaitAsync(TimeSpan.FromSeconds(60));
        return started;
    }

    /// <summary>As kill -9 does.</summary>
    public void Kill() => _process.Kill();

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
