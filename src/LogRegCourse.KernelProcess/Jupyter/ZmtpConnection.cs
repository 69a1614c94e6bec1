using System.Collections.Concurrent;
using System.Net.Sockets;

namespace LogRegCourse.KernelProcess.Jupyter;

/// <summary>One peer: a thread that reads its messages and one that writes what waits for it.</summary>
internal sealed class ZmtpConnection : IDisposable
{
    private const int MaxMessageBytes = 256 * 1024 * 1024;
    private const int MaxWaiting = 20_000;

    private static readonly ReceiveBudget Budget = new(2L * MaxMessageBytes);

    private static readonly TimeSpan HandshakeLimit = TimeSpan.FromSeconds(10);

    // A peer that has read nothing for so long while that much waits is cut off: it must not stop the student's cell.
    private static readonly TimeSpan SlowPeerLimit = TimeSpan.FromSeconds(5);

    private readonly TcpClient _client;
    private readonly BufferedStream _input;
    private readonly BufferedStream _output;
    private readonly BlockingCollection<IReadOnlyList<byte[]>> _waiting = new(MaxWaiting);
    private readonly Thread _writer;

    /// <summary>Meets the peer.</summary>
    /// <exception cref="InvalidDataException">It does not speak ZMTP.</exception>
    public ZmtpConnection(TcpClient client, string socketType)
    {
        _client = client;
        client.NoDelay = true;
        var stream = client.GetStream();
        stream.ReadTimeout = (int)HandshakeLimit.TotalMilliseconds;
        _input = new BufferedStream(stream, 64 * 1024);
        _output = new BufferedStream(stream, 64 * 1024);
        Identity = ZmtpHandshake.Meet(_input, _output, socketType);
        stream.ReadTimeout = Timeout.Infinite;
        _writer = new Thread(WriteAll) { IsBackground = true, Name = $"{socketType} out" };
        _writer.Start();
    }

    /// <summary>What the peer calls itself; a client's shell and stdin connections have the same.</summary>
    public string Identity { get; }

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
        var taken = 0L;
        try
        {
            var frames = ZmtpFrames.Read(_input, MaxMessageBytes, out var isCommand, bytes =>
            {
                Budget.Take(bytes);
                taken += bytes;
            });
            if (!isCommand) receive(this, frames);
        }
        finally
        {
            Budget.Give(taken);
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
