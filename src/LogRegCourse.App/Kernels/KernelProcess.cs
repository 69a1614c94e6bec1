using System.Threading.Channels;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Studio.State;

namespace LogRegCourse.App.Kernels;

/// <summary>
/// A notebook's kernel as the rest of the program sees it: commands in, events out, stop, restart. The object outlives
/// the processes behind it.
/// </summary>
internal sealed class KernelProcess(KernelLaunch launch, TimeProvider time) : IAsyncDisposable
{
    public static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(2);

    private const int MostWaiting = 1000;
    private const int MostWaits = 10_000;

    private readonly Channel<KernelEvent> _events = Channel.CreateUnbounded<KernelEvent>();
    private readonly Lock _state = new();
    private KernelConnection? _connection;
    private TaskCompletionSource _idle = new();
    private int _unanswered;

    /// <summary>Everything the kernels say, in order; each process ends with one <see cref="KernelEnded"/>.</summary>
    public ChannelReader<KernelEvent> Events => _events.Reader;

    /// <summary>Starts a process where there is none, or the last one has ended.</summary>
    public void Start()
    {
        lock (_state)
        {
            _unanswered = 0;
            _connection = KernelConnection.Start(launch, Publish);
        }
    }

    public void Send(KernelCommand command)
    {
        KernelConnection? connection;
        lock (_state)
        {
            if (command is RunCell or SetLiveInput && _unanswered++ == 0) _idle = new();
            connection = _connection;
        }
        connection?.Send(command);
    }

    /// <summary>
    /// Asks the running cell to stop; one that has not stopped after <see cref="StopPatience"/> loses its process.
    /// </summary>
    /// <returns>Whether the process, and so the variables, are still there.</returns>
    public async Task<bool> StopCellAsync()
    {
        Task idle;
        KernelConnection? connection;
        lock (_state)
        {
            connection = _connection;
            if (connection is null || connection.Ended.IsCompleted) return false;
            if (_unanswered == 0) return true;
            idle = _idle.Task;
        }
        connection.Send(new StopCell());
        if (await Task.WhenAny(idle, connection.Ended, Task.Delay(StopPatience, time)) == idle) return true;
        await connection.KillAsync($"The cell did not stop within {StopPatience.TotalSeconds:0} s of being asked; its process was ended and all variables are lost.");
        return false;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync("The kernel was closed.");
        _events.Writer.TryComplete();
    }

    /// <summary>Ends the process, if there is one; the sentence is what <see cref="KernelEnded"/> will say.</summary>
    public Task EndAsync(string because)
    {
        KernelConnection? connection;
        lock (_state) (connection, _connection) = (_connection, null);
        return connection is null || connection.Ended.IsCompleted ? Task.CompletedTask : connection.KillAsync(because);
    }

    private void Publish(KernelEvent news)
    {
        // A cell that shows faster than anybody reads waits, in the end, for its pipe.
        for (var waits = 0; news is not KernelEnded && _events.Reader.Count > MostWaiting && waits < MostWaits; waits++) Thread.Sleep(1);
        _events.Writer.TryWrite(news);
        if (news is not (CellFinished { Request: null } or LiveInputSet)) return;
        lock (_state)
            if (--_unanswered == 0) _idle.TrySetResult();
    }
}
