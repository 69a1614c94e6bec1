using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LogRegCourse.KernelProcess.Jupyter;

/// <summary>One of a kernel's five sockets: accepts peers, receives from any, sends to one or to all subscribers.</summary>
internal sealed class ZmtpListener : IDisposable
{
    // Each peer has two threads; a front end opens one connection to a socket.
    private const int MaxPeers = 256;

    // Of all sockets together: peers must not take the handles that cells need.
    private static readonly int MaxPeersTogether = Math.Max(10, FileHandles.Limit - FileHandles.Needed);

    private const int MostTopics = 100;
    private const int LongestTopic = 1000;

    private static readonly TimeSpan AfterShortage = TimeSpan.FromMilliseconds(100);

    private readonly TcpListener _listener;
    private readonly string _socketType;
    private readonly Action<ZmtpConnection, List<byte[]>> _receive;
    private readonly List<ZmtpConnection> _peers = [];
    private readonly Dictionary<ZmtpConnection, List<string>> _topics = [];
    private static int _servedTogether;
    private int _served;
    private volatile bool _hasEnded;

    public ZmtpListener(IPAddress address, int port, string socketType, Action<ZmtpConnection, List<byte[]>> receive)
    {
        _socketType = socketType;
        _receive = socketType == "PUB" ? Subscribe : receive;
        _listener = new TcpListener(address, port);
        _listener.Start();
        new Thread(AcceptAll) { IsBackground = true, Name = socketType }.Start();
    }

    /// <summary>The port it listens on.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The peer of that identity, else the only one there is, else null.</summary>
    public ZmtpConnection? Find(string identity)
    {
        lock (_peers) return _peers.Find(peer => peer.Identity == identity) ?? (_peers.Count == 1 ? _peers[0] : null);
    }

    /// <summary>Sends to all who subscribed to the topic, which is the first frame.</summary>
    public void Publish(IReadOnlyList<byte[]> frames)
    {
        var topic = Encoding.Latin1.GetString(frames[0]);
        List<ZmtpConnection> subscribers;
        lock (_peers) subscribers = [.. _peers.Where(peer => _topics[peer].Exists(wanted => topic.StartsWith(wanted, StringComparison.Ordinal)))];
        subscribers.ForEach(peer => peer.Send(frames));
    }

    /// <summary>Sends what waits, then closes all.</summary>
    public void Finish(TimeSpan limit)
    {
        List<ZmtpConnection> peers;
        lock (_peers) peers = [.. _peers];
        peers.ForEach(peer => peer.Finish(limit));
        Dispose();
    }

    public void Dispose()
    {
        _hasEnded = true;
        _listener.Dispose();
    }

    private void AcceptAll()
    {
        while (true)
        {
            TcpClient? client = null;
            try
            {
                client = _listener.AcceptTcpClient();
                if (Interlocked.Increment(ref _servedTogether) <= MaxPeersTogether & Interlocked.Increment(ref _served) <= MaxPeers) new Thread(() => Serve(client)) { IsBackground = true, Name = _socketType + " in" }.Start();
                else Refuse(client);
            }
            catch (Exception) when (_hasEnded)
            {
                return;
            }
            catch (Exception error) when (error is SocketException or IOException or OutOfMemoryException or ThreadStartException)
            {
                // Too few file handles, or threads: there may be some again when other peers have gone.
                if (client is not null) Refuse(client);
                Thread.Sleep(AfterShortage);
            }
        }
    }

    private void Refuse(TcpClient client)
    {
        client.Dispose();
        Leave();
    }

    private void Leave()
    {
        Interlocked.Decrement(ref _served);
        Interlocked.Decrement(ref _servedTogether);
    }

    private void Serve(TcpClient client)
    {
        try
        {
            using var peer = new ZmtpConnection(client, _socketType);
            lock (_peers)
            {
                _peers.Add(peer);
                _topics[peer] = [];
            }
            peer.ReadAll(_receive);
            lock (_peers)
            {
                _peers.Remove(peer);
                _topics.Remove(peer);
            }
        }
        catch (Exception error) when (error is IOException or InvalidDataException or ObjectDisposedException or SocketException or InvalidOperationException or NotSupportedException or OutOfMemoryException or ThreadStartException)
        {
            // Whoever it was, it does not speak ZMTP, or there is no room for one more.
            client.Dispose();
        }
        finally
        {
            Leave();
        }
    }

    private void Subscribe(ZmtpConnection peer, List<byte[]> frames)
    {
        if (frames[0] is not [var what, .. var topic] || topic.Length > LongestTopic) return;
        lock (_peers)
        {
            if (what == 1 && _topics[peer].Count < MostTopics) _topics[peer].Add(Encoding.Latin1.GetString(topic));
            if (what == 0) _topics[peer].Remove(Encoding.Latin1.GetString(topic));
        }
    }
}
