using System.Collections.Concurrent;
using System.Net.Sockets;

namespace LogRegCourse.KernelProcess.Jupyter;

/// <summary>One peer: a thread that reads its messages and one that writes what waits for it.</summary>
internal sealed class ZmtpConnection : IDisposable
{
    private const int MaxMessageBytes = 256 * 1024 * 1024;
    private const int MaxMessageBytesOfStrangers = 4 * 1024 * 1024;
    private const int MaxWaiting = 20_000;

    private static readonly ReceiveBudget Budget = new(2L * MaxMessageBytes);
    private static readonly ReceiveBudget BudgetOfStrangers = new(16L * MaxMessageBytesOfStrangers);

    // For the handshake, and for each message of a peer that has not shown the key.
    private static readonly TimeSpan StrangersLimit = TimeSpan.FromSeconds(10);

    // A peer that has read nothing for so long while that much waits is cut off: it must not stop the student's cell.
    private static readonly TimeSpan SlowPeerLimit = TimeSpan.FromSeconds(5);

    private readonly TcpClient _client;
    private readonly BufferedStream _input;
    private readonly BufferedStream _output;
    private readonly BlockingCollection<IReadOnlyList<byte[]>> _waiting = new(MaxWaiting);
    private readonly Thread _writer;
    private readonly Timer _deadline;

    /// <summary>Meets the peer.</summary>
    /// <exception cref="InvalidDataException">It does not speak ZMTP.</exception>
    public ZmtpConnection(TcpClient client, string socketType)
    {
        _client = client;
        client.NoDelay = true;
        var stream = client.GetStream();
        _input = new BufferedStream(stream, 64 * 1024);
        _output = new BufferedStream(stream, 64 * 1024);
        _deadline = new Timer(_ => client.Dispose(), null, StrangersLimit, Timeout.InfiniteTimeSpan);
        try
        {
            Identity = ZmtpHandshake.Meet(_input, _output, socketType);
        }
        catch
        {
            _deadline.Dispose();
            throw;
        }
        _deadline.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _writer = new Thread(WriteAll) { IsBackground = true, Name = $"{socketType} out" };
        _writer.Start();
    }

    /// <summary>What the peer calls itself; a client's shell and stdin connections have the same.</summary>
    public string Identity { get; }

    /// <summary>Whether the peer has shown that it knows the key: such a one may send more.</summary>
    public bool IsKnown { get; set; }

    /// <summary>Hands each message to the receiver until the peer is gone or sends what is not ZMTP.</summary>
    public void ReadAll(Action<ZmtpConnection, List<byte[]>> receive)
    {
        try
        {
            while (true) ReadOne(receive);
        }
        catch (Exception error) when (IsEndOfConnection(error))
        {
            Dispose();
        }
    }

    private void ReadOne(Action<ZmtpConnection, List<byte[]>> receive)
    {
        var (isKnown, taken) = (IsKnown, 0L);
        var budget = isKnown ? Budget : BudgetOfStrangers;
        try
        {
            var frames = ZmtpFrames.Read(_input, isKnown ? MaxMessageBytes : MaxMessageBytesOfStrangers, out var isCommand, bytes =>
            {
                if (!isKnown && taken == 0) _deadline.Change(StrangersLimit, Timeout.InfiniteTimeSpan);
                budget.Take(bytes);
                taken += bytes;
            });
            if (!isKnown) _deadline.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            if (!isCommand) receive(this, frames);
        }
        finally
        {
            budget.Give(taken);
        }
    }

    /// <summary>Puts a message behind those that wait. A full queue makes the caller wait, up to a limit.</summary>
    public void Send(IReadOnlyList<byte[]> frames)
    {
        try
        {
            if (!_waiting.TryAdd(frames, SlowPeerLimit)) Dispose();
        }
        catch (InvalidOperationException)
        {
            // The peer is gone.
        }
    }

    /// <summary>Writes what waits, within a limit, and closes.</summary>
    public void Finish(TimeSpan limit)
    {
        _waiting.CompleteAdding();
        _writer.Join(limit);
        Dispose();
    }

    public void Dispose()
    {
        _waiting.CompleteAdding();
        _deadline.Dispose();
        _client.Dispose();
    }

    private void WriteAll()
    {
        try
        {
            foreach (var frames in _waiting.GetConsumingEnumerable())
            {
                ZmtpFrames.Write(_output, frames);
                if (_waiting.Count == 0) _output.Flush();
            }
        }
        catch (Exception error) when (IsEndOfConnection(error))
        {
            Dispose();
        }
    }

    // A stream that another thread closed refuses reads and writes as not supported.
    private static bool IsEndOfConnection(Exception error) =>
        error is IOException or InvalidDataException or ObjectDisposedException or NotSupportedException or InvalidOperationException;
}
