using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LogRegCourse.Kernel.Session;

namespace LogRegCourse.Kernel.Jupyter;

/// <summary>Jupyter's door: its five sockets, and an answer to every kind of message.</summary>
internal sealed class JupyterServer : IDisposable
{
    private static readonly TimeSpan FlushLimit = TimeSpan.FromMilliseconds(300);

    private readonly ICellSession _session;
    private readonly WorkQueue _work;
    private readonly JupyterSigner _signer;
    private readonly ZmtpListener _shell;
    private readonly ZmtpListener _control;
    private readonly ZmtpListener _iopub;
    private readonly ZmtpListener _heartbeat;
    private readonly JupyterInput _input;
    private readonly JupyterCells _cells;
    private readonly NewestOnly _questions = new();
    private readonly CellHistory _history = new();
    private readonly ManualResetEventSlim _ended = new();
    private readonly Dictionary<string, Action<Request>> _handlers;

    public JupyterServer(ICellSession session, WorkQueue work, ConnectionFile connection)
    {
        (_session, _work, _signer) = (session, work, new JupyterSigner(connection.Key));
        _handlers = new()
        {
            ["kernel_info_request"] = request => Reply(request, KernelInfo()),
            ["execute_request"] = request => _cells!.Add(request),
            ["complete_request"] = Complete,
            ["inspect_request"] = Inspect,
            ["is_complete_request"] = request => Reply(request, new() { ["status"] = _session.StateOf(request.Text("code")).ToString().ToLowerInvariant(), ["indent"] = "" }),
            ["history_request"] = request => Reply(request, _history.Answer(request.Message.Content)),
            ["comm_info_request"] = request => Reply(request, new() { ["status"] = "ok", ["comms"] = new JsonObject() }),
            // No cell talks to widgets, so a front end that opens a channel is told at once that nobody is there.
            ["comm_open"] = request => Publish("comm_close", new() { ["comm_id"] = request.Text("comm_id"), ["data"] = new JsonObject() }, request),
            ["comm_msg"] = _ => { },
            ["comm_close"] = _ => { },
            ["interrupt_request"] = Interrupt,
            ["shutdown_request"] = Shutdown,
        };
        _input = new JupyterInput(connection, _signer);
        _cells = new JupyterCells(session, work, this, _input, _history);
        _iopub = new ZmtpListener(connection.Ip, connection.IopubPort, "PUB", (_, _) => { });
        _heartbeat = new ZmtpListener(connection.Ip, connection.HbPort, "REP", (peer, frames) => peer.Send(frames));
        _control = new ZmtpListener(connection.Ip, connection.ControlPort, "ROUTER", Receive);
        _shell = new ZmtpListener(connection.Ip, connection.ShellPort, "ROUTER", Receive);
        PublishStatus("starting", null);
    }

    /// <summary>A message with the peer it came from.</summary>
    internal sealed record Request(JupyterMessage Message, ZmtpConnection Peer)
    {
        public string Text(string name) => Message.Content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

        public int Number(string name) => Message.Content.TryGetProperty(name, out var value) && value.TryGetInt32(out var number) ? number : 0;

        public bool IsTrue(string name, bool otherwise) => Message.Content.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.True : otherwise;
    }

    /// <summary>Waits until a front end shuts the kernel down.</summary>
    public void WaitForEnd() => _ended.Wait();

    /// <summary>Stops the running cell, as the interrupt button does.</summary>
    public void Interrupt()
    {
        _work.Stop();
        _input.Provide(null);
        _cells.WarnIfDeaf();
    }

    public void Reply(Request request, JsonObject content) =>
        request.Peer.Send(_signer.Write(request.Message.Type.Replace("_request", "_reply", StringComparison.Ordinal), content, request.Message.HeaderBytes, request.Message.Route));

    public void Publish(string type, JsonObject content, Request? parent) =>
        _iopub.Publish(_signer.Write(type, content, parent?.Message.HeaderBytes, [Encoding.ASCII.GetBytes("kernel." + type)]));

    public void PublishStatus(string state, Request? parent) => Publish("status", new() { ["execution_state"] = state }, parent);

    public void Dispose()
    {
        foreach (var socket in new[] { _shell, _control, _iopub, _heartbeat }) socket.Finish(FlushLimit);
        _input.Dispose();
    }

    private void Receive(ZmtpConnection peer, List<byte[]> frames)
    {
        // Unsigned or wrongly signed messages get no answer, so that nobody learns anything from one.
        if (_signer.Read(frames) is not { } message) return;
        var request = new Request(message, peer);
        // These answer later, from another thread, and are busy and idle then.
        if (message.Type is "execute_request" or "complete_request" or "inspect_request")
        {
            _handlers[message.Type](request);
            return;
        }
        Around(request, () =>
        {
            if (_handlers.TryGetValue(message.Type, out var handle)) handle(request);
            else if (message.Type.EndsWith("_request", StringComparison.Ordinal)) Reply(request, Error("UnknownMessage", $"This kernel does not know {message.Type}."));
        });
    }

    /// <summary>Front ends take a kernel for idle only when each request is framed so.</summary>
    public void Around(Request request, Action handle)
    {
        PublishStatus("busy", request);
        try
        {
            handle();
        }
        finally
        {
            PublishStatus("idle", request);
        }
    }

    public static JsonObject Error(string name, string message, IEnumerable<string>? trace = null) => new()
    {
        ["status"] = "error",
        ["ename"] = name,
        ["evalue"] = message,
        ["traceback"] = new JsonArray([.. (trace ?? [message]).Select(line => (JsonNode)line)]),
    };

    private void Complete(Request request)
    {
        var code = request.Text("code");
        var position = CursorOffsets.ToUtf16(code, request.Number("cursor_pos"));
        _questions.Ask(
            cancel => Around(request, () => Answer(_session.Complete(code, position, cancel))),
            () => Around(request, () => Answer(new(position, position, []))));

        void Answer(Completions found) => Reply(request, new()
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. found.Items.Select(item => (JsonNode)item.Text)]),
            ["cursor_start"] = CursorOffsets.ToCodePoints(code, found.Start),
            ["cursor_end"] = CursorOffsets.ToCodePoints(code, found.End),
            ["metadata"] = new JsonObject
            {
                ["_jupyter_types_experimental"] = new JsonArray([.. found.Items.Select(item => (JsonNode)new JsonObject { ["text"] = item.Text, ["type"] = item.Kind, ["signature"] = item.Detail })]),
            },
        });
    }

    private void Inspect(Request request)
    {
        var code = request.Text("code");
        var position = CursorOffsets.ToUtf16(code, request.Number("cursor_pos"));
        _questions.Ask(cancel => Around(request, () => Answer(_session.Hover(code, position, cancel))), () => Around(request, () => Answer(null)));

        void Answer(HoverText? found)
        {
            var data = new JsonObject();
            if (found is not null) data["text/plain"] = found.Documentation is null ? found.Signature : $"{found.Signature}\n\n{found.Documentation}";
            Reply(request, new() { ["status"] = "ok", ["found"] = found is not null, ["data"] = data, ["metadata"] = new JsonObject() });
        }
    }

    private void Interrupt(Request request)
    {
        Interrupt();
        Reply(request, new() { ["status"] = "ok" });
    }

    private void Shutdown(Request request)
    {
        Reply(request, new() { ["status"] = "ok", ["restart"] = request.IsTrue("restart", otherwise: false) });
        _ended.Set();
    }

    private static JsonObject KernelInfo() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = JupyterSigner.ProtocolVersion,
        ["implementation"] = "LogRegCourse.Kernel",
        ["implementation_version"] = typeof(JupyterServer).Assembly.GetName().Version!.ToString(3),
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
        },
        ["banner"] = "C# cells, run by the kernel of LogRegCourse",
        ["help_links"] = new JsonArray(),
    };
}
