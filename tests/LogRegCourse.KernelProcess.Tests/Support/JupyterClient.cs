using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using LogRegCourse.KernelProcess.Jupyter;

namespace LogRegCourse.KernelProcess.Tests.Support;

/// <summary>A front end: the five sockets of a client, and what came through them.</summary>
internal sealed class JupyterClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<TcpClient> _sockets = [];
    private readonly JupyterSigner _signer;
    private readonly Stream _shell;
    private readonly Stream _control;
    private readonly Stream _stdin;

    public JupyterClient(ConnectionFile connection, bool readsIopub = true)
    {
        _signer = new JupyterSigner(connection.Key);
        _shell = Connect(connection.ShellPort, "DEALER", Shell);
        _control = Connect(connection.ControlPort, "DEALER", Control);
        _stdin = Connect(connection.StdinPort, "DEALER", Stdin);
        Heartbeat = Connect(connection.HbPort, "REQ", null);
        var iopub = Connect(connection.IopubPort, "SUB", readsIopub ? Iopub : null);
        ZmtpFrames.Write(iopub, [[1]]);
        iopub.Flush();
        if (readsIopub) WaitForSubscription();
    }

    public sealed record Received(string Type, JsonElement Content, string Parent);

    public BlockingCollection<Received> Shell { get; } = [];

    public BlockingCollection<Received> Control { get; } = [];

    public BlockingCollection<Received> Stdin { get; } = [];

    public BlockingCollection<Received> Iopub { get; } = [];

    public Stream Heartbeat { get; }

    public static ConnectionFile FreePorts(string key = "secret")
    {
        var listeners = Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToList();
        listeners.ForEach(listener => listener.Stop());
        return new("127.0.0.1", ports[0], ports[1], ports[2], ports[3], ports[4], key);
    }

    public void Send(string type, JsonObject content) => Write(_shell, _signer.Write(type, content, null, []));

    public void SendControl(string type) => Write(_control, _signer.Write(type, [], null, []));

    public void SendInput(string value) => Write(_stdin, _signer.Write("input_reply", new() { ["value"] = value }, null, []));

    public void SendFrames(IReadOnlyList<byte[]> frames) => Write(_shell, frames);

    public void Execute(string code, bool silent = false, bool allowStdin = true) =>
        Send("execute_request", new() { ["code"] = code, ["silent"] = silent, ["allow_stdin"] = allowStdin, ["stop_on_error"] = true });

    public static Received Next(BlockingCollection<Received> channel) =>
        channel.TryTake(out var received, Patience) ? received : throw new TimeoutException($"Nothing came for {Patience.TotalSeconds} s.");

    /// <summary>What came on iopub until the kernel was idle again.</summary>
    public List<Received> UntilIdle()
    {
        List<Received> all = [];
        do all.Add(Next(Iopub));
        while (!IsIdle(all[^1]));
        return all;
    }

    public void Dispose() => _sockets.ForEach(socket => socket.Dispose());

    // A subscription is not acknowledged: the first status that arrives says that it holds. What the questions up to then
    // bring is taken away, and the last of it is the last question's idle status.
    private void WaitForSubscription()
    {
        var asked = 0;
        Received? status;
        for (; !Iopub.TryTake(out status, TimeSpan.FromMilliseconds(100)); asked++) Send("kernel_info_request", new());
        Received? reply = null;
        for (; asked > 0; asked--) reply = Next(Shell);
        while (reply is not null && !(status.Parent == reply.Parent && IsIdle(status))) status = Next(Iopub);
    }

    private static bool IsIdle(Received message) => message.Type == "status" && message.Content.GetProperty("execution_state").GetString() == "idle";

    private static void Write(Stream stream, IReadOnlyList<byte[]> frames)
    {
        ZmtpFrames.Write(stream, frames);
        stream.Flush();
    }

    private Stream Connect(int port, string type, BlockingCollection<Received>? into)
    {
        var socket = new TcpClient("127.0.0.1", port) { NoDelay = true };
        _sockets.Add(socket);
        var stream = socket.GetStream();
        ZmtpHandshake.Meet(stream, stream, type);
        if (into is not null) new Thread(() => ReadAll(stream, into)) { IsBackground = true }.Start();
        return stream;
    }

    private static void ReadAll(Stream stream, BlockingCollection<Received> into)
    {
        try
        {
            var buffered = new BufferedStream(stream, 1 << 16);
            while (true)
            {
                var frames = ZmtpFrames.Read(buffered, int.MaxValue, out _);
                var at = frames.FindIndex(frame => frame.AsSpan().SequenceEqual("<IDS|MSG>"u8));
                var header = JsonDocument.Parse(frames[at + 2]).RootElement;
                var parent = JsonDocument.Parse(frames[at + 3]).RootElement;
                into.Add(new(header.GetProperty("msg_type").GetString()!, JsonDocument.Parse(frames[at + 5]).RootElement, parent.TryGetProperty("msg_id", out var id) ? id.GetString()! : ""));
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or NotSupportedException)
        {
            into.CompleteAdding();
        }
    }
}
