using System.Text.Json.Nodes;
using LogRegCourse.Kernel.Session;
using LogRegCourse.KernelProcess.Session;

namespace LogRegCourse.KernelProcess.Jupyter;

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
    private readonly JupyterReplies _replies;
    private readonly JupyterInput _input;
    private readonly JupyterCells _cells;
    private readonly NewestOnly _completions = new();
    private readonly NewestOnly _inspections = new();
    private readonly CellHistory _history = new();
    private readonly ManualResetEventSlim _ended = new();
    private readonly Dictionary<string, Action<JupyterRequest>> _handlers;

    public JupyterServer(ICellSession session, WorkQueue work, ConnectionFile connection)
    {
        (_session, _work, _signer) = (session, work, new JupyterSigner(connection.Key));
        _iopub = new ZmtpListener(connection.Address!, connection.IopubPort, "PUB", (_, _) => { });
        _replies = new JupyterReplies(_signer, _iopub);
        _handlers = new()
        {
            ["kernel_info_request"] = request => _replies.Reply(request, KernelInfo()),
            ["execute_request"] = request => _cells!.Add(request),
            ["complete_request"] = Complete,
            ["inspect_request"] = Inspect,
            ["is_complete_request"] = request => _replies.Reply(request, new() { ["status"] = _session.StateOf(request.Text("code")).ToString().ToLowerInvariant(), ["indent"] = "" }),
            ["history_request"] = request => _replies.Reply(request, _history.Answer(request.Message.Content)),
            ["comm_info_request"] = request => _replies.Reply(request, new() { ["status"] = "ok", ["comms"] = new JsonObject() }),
            // No cell talks to widgets, so a front end that opens a channel is told at once that nobody is there.
            ["comm_open"] = request => _replies.Publish("comm_close", new() { ["comm_id"] = request.Text("comm_id"), ["data"] = new JsonObject() }, request),
            ["comm_msg"] = _ => { },
            ["comm_close"] = _ => { },
            ["interrupt_request"] = Interrupt,
            ["shutdown_request"] = Shutdown,
        };
        _input = new JupyterInput(connection, _signer);
        _cells = new JupyterCells(session, work, _replies, _input, _history);
        _heartbeat = new ZmtpListener(connection.Address!, connection.HbPort, "REP", (peer, frames) => peer.Send(frames));
        _control = new ZmtpListener(connection.Address!, connection.ControlPort, "ROUTER", Receive);
        _shell = new ZmtpListener(connection.Address!, connection.ShellPort, "ROUTER", Receive);
        _replies.PublishStatus("starting", null);
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

    public void Dispose()
    {
        foreach (var socket in new[] { _shell, _control, _iopub, _heartbeat }) socket.Finish(FlushLimit);
        _input.Dispose();
    }

    private void Receive(ZmtpConnection peer, List<byte[]> frames)
    {
        // Unsigned or wrongly signed messages get no answer, so that nobody learns anything from one.
        if (_signer.Read(frames) is not { } message) return;
        peer.IsKnown = true;
        var request = new JupyterRequest(message, peer);
        if (!message.IsText)
        {
            _replies.Around(request, () => _replies.Reply(request, JupyterReplies.Error("NoText", "This request is not Unicode, for it holds half of a character: it was not read.")));
            return;
        }
        // These answer later, from another thread, and are busy and idle then.
        if (message.Type is "execute_request" or "complete_request" or "inspect_request")
        {
            _handlers[message.Type](request);
            return;
        }
        _replies.Around(request, () =>
        {
            try
            {
                if (_handlers.TryGetValue(message.Type, out var handle)) handle(request);
                else if (message.Type.EndsWith("_request", StringComparison.Ordinal)) _replies.Reply(request, JupyterReplies.Error("UnknownMessage", $"This kernel does not know {message.Type}."));
            }
            catch (Exception error)
            {
                // A request of a shape that nobody thought of must not end the kernel.
                _replies.Reply(request, JupyterReplies.Error(error.GetType().Name, error.Message));
            }
        });
    }

    private void Complete(JupyterRequest request)
    {
        var code = request.Text("code");
        var position = CursorOffsets.ToUtf16(code, request.Number("cursor_pos"));
        _completions.Ask(
            cancel => _replies.Around(request, () => Answer(_session.Complete(code, position, cancel))),
            () => _replies.Around(request, () => Answer(new(position, position, []))));

        void Answer(Completions found) => _replies.Reply(request, new()
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

    private void Inspect(JupyterRequest request)
    {
        var code = request.Text("code");
        var position = CursorOffsets.ToUtf16(code, request.Number("cursor_pos"));
        _inspections.Ask(cancel => _replies.Around(request, () => Answer(_session.Hover(code, position, cancel))), () => _replies.Around(request, () => Answer(null)));

        void Answer(HoverText? found)
        {
            var data = new JsonObject();
            if (found is not null) data["text/plain"] = found.Documentation is null ? found.Signature : $"{found.Signature}\n\n{found.Documentation}";
            _replies.Reply(request, new() { ["status"] = "ok", ["found"] = found is not null, ["data"] = data, ["metadata"] = new JsonObject() });
        }
    }

    private void Interrupt(JupyterRequest request)
    {
        Interrupt();
        _replies.Reply(request, new() { ["status"] = "ok" });
    }

    private void Shutdown(JupyterRequest request)
    {
        _replies.Reply(request, new() { ["status"] = "ok", ["restart"] = request.IsTrue("restart", otherwise: false) });
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
        ["banner"] = "C# cells, run by the kernel of LogRegCourse; Ctrl+D leaves the console",
        ["help_links"] = new JsonArray(),
    };
}
