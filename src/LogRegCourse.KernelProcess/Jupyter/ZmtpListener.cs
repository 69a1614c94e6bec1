using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LogRegCourse.KernelProcess.Jupyter;

/// <summary>One of a kernel's five sockets: accepts peers, receives from any, sends to one or to all subscribers.</summary>
internal sealed class ZmtpListener : IDisposable
{
    // Each peer has two threads; a front end opens one connection to a socket.
    private const int MaxPeers = 256;

    private readonly TcpListener _listener;
    private readonly string _socketType;
    private readonly Action<ZmtpConnection, List<byte[]>> _receive;
    private readonly List<ZmtpConnection> _peers = [];
    private readonly Dictionary<ZmtpConnection, List<string>> _topics = [];
    private int _served;

    public ZmtpListener(string ip, int port, string socketType, Action<ZmtpConnection, List<byte[]>> receive)
    {
        _socketType = socketType;
        _receive = socketType == "PUB" ? Subscribe : receive;
        _listener = new TcpListener(ip is "*" or "0.0.0.0" ? IPAddress.Any : IPAddress.Parse(ip == "localhost" ? "127.0.0.1" : ip), port);
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

    public void Dispose() => _listener.Dispose();

    private void AcceptAll()
    {
        try
        {
            while (true)
            {
                var client = _listener.AcceptTcpClient();
                if (Interlocked.Increment(ref _served) <= MaxPeers) new Thread(() => Serve(client)) { IsBackground = true, Name = _socketType + " in" }.Start();
                else Refuse(client);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The kernel ends.
        }
    }

    private void Refuse(TcpClient client)
    {
        client.Dispose();
        Interlocked.Decrement(ref _served);
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
        catch (Exception error) when (error is IOException or InvalidDataException or ObjectDisposedException or SocketException)
        {
            // Whoever it was, it does not speak ZMTP.
            client.Dispose();
        }
        finally
        {
            Interlocked.Decrement(ref _served);
        }
    }

    private void Subscribe(ZmtpConnection peer, List<byte[]> frames)
    {
        if (frames[0] is not [var what, .. var topic]) return;
        lock (_peers)
        {
            if (what == 1) _topics[peer].Add(Encoding.Latin1.GetString(topic));
            if (what == 0) _topics[peer].Remove(Encoding.Latin1.GetString(topic));
        }
    }
}
