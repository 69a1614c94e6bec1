using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace LogRegCourse.Testing;

/// <summary>
/// The only way out that a browser is given: it refuses everything and remembers what was asked for. (To refuse requests in
/// the page instead would turn off the browser's cache.)
/// </summary>
internal sealed class ShutProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public ShutProxy()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Address => $"http://{_listener.LocalEndpoint}";

    /// <summary>Addresses, or of encrypted ones the hosts.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = RefuseAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The browser is closed.
        }
    }

    private async Task RefuseAsync(TcpClient client)
    {
        using (client)
        using (var said = new StreamReader(client.GetStream()))
        {
            try
            {
                // "GET http://host/path HTTP/1.1" or "CONNECT host:443 HTTP/1.1".
                if (await said.ReadLineAsync() is { } line) Asked.Enqueue(line.Split(' ')[1]);
            }
            catch (IOException)
            {
                // Nothing was asked.
            }
        }
    }
}
