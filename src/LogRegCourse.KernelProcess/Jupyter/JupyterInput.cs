using System.Collections.Concurrent;
using System.Text.Json;

namespace LogRegCourse.KernelProcess.Jupyter;

/// <summary>The stdin socket: a cell's question goes to the client that sent the cell.</summary>
internal sealed class JupyterInput : IDisposable
{
    private readonly ZmtpListener _listener;
    private readonly JupyterSigner _signer;
    private volatile BlockingCollection<string?>? _waiting;

    public JupyterInput(ConnectionFile connection, JupyterSigner signer)
    {
        _signer = signer;
        _listener = new ZmtpListener(connection.Address!, connection.StdinPort, "ROUTER", Receive);
    }

    /// <summary>Asks, and waits for the answer or the interrupt (null).</summary>
    public string? Ask(JupyterRequest request, string prompt, bool isPassword)
    {
        if (_listener.Find(request.Peer.Identity) is not { } client) return null;
        using var waiting = new BlockingCollection<string?>();
        _waiting = waiting;
        client.Send(_signer.Write("input_request", new() { ["prompt"] = prompt, ["password"] = isPassword }, request.Message.HeaderBytes, request.Message.Route));
        var line = waiting.Take();
        _waiting = null;
        return line;
    }

    public void Provide(string? line) => _waiting?.Add(line);

    public void Dispose() => _listener.Dispose();

    private void Receive(ZmtpConnection peer, List<byte[]> frames)
    {
        if (_signer.Read(frames) is not { Type: "input_reply" } reply) return;
        peer.IsKnown = true;
        Provide(reply.Content.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : "");
    }
}
