using System.Text.Json.Nodes;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Session;
using LogRegCourse.KernelProcess.Session;

namespace LogRegCourse.KernelProcess.Jupyter;

/// <summary>Runs what execute_request asks for, one after the other.</summary>
internal sealed class JupyterCells(ICellSession session, WorkQueue work, JupyterReplies replies, JupyterInput input, CellHistory history)
{
    // No one kills a kernel from inside: when a cell does not hear, its student is told what helps.
    private static readonly TimeSpan DeafAfter = TimeSpan.FromSeconds(2);

    private int _executionCount;
    private volatile JupyterRequest? _running;

    public void Add(JupyterRequest request) => work.Add(new(() => Task.FromResult(Run(request)), () => Abort(request)));

    /// <summary>After an interrupt: says so when the cell goes on all the same.</summary>
    public void WarnIfDeaf()
    {
        if (_running is not { } interrupted) return;
        _ = Task.Delay(DeafAfter).ContinueWith(_ =>
        {
            if (_running != interrupted) return;
            const string warning = "The cell does not react to the interrupt (it may be inside a long library call). Restart the kernel to end it; its variables are lost then.\n";
            replies.Publish("stream", new() { ["name"] = "stderr", ["text"] = warning }, interrupted);
        }, TaskScheduler.Default);
    }

    private bool Run(JupyterRequest request)
    {
        var source = request.Text("code");
        var isSilent = request.IsTrue("silent", otherwise: false);
        _running = request;
        IReadOnlyList<Work> behind = [];
        replies.Around(request, () =>
        {
            if (!isSilent && request.IsTrue("store_history", otherwise: true)) history.Add(++_executionCount, source);
            if (!isSilent) replies.Publish("execute_input", new() { ["code"] = source, ["execution_count"] = _executionCount }, request);
            var outcome = session.RunAsync(request.Message.CellId ?? $"jupyter-{_executionCount}", source, Output(request, isSilent)).GetAwaiter().GetResult();
            _running = null;
            // Before the reply: a front end that hears of the error may send the next cell at once.
            if (outcome.Kind != CellOutcomeKind.Succeeded && request.IsTrue("stop_on_error", otherwise: true)) behind = work.TakeWaiting();
            Finish(request, outcome, isSilent);
        });
        foreach (var waiting in behind) waiting.Abort();
        return true;
    }

    private JupyterOutput Output(JupyterRequest request, bool isSilent) => new(
        _executionCount,
        (type, content) =>
        {
            if (!isSilent) replies.Publish(type, content, request);
        },
        request.IsTrue("allow_stdin", otherwise: true) ? (prompt, isPassword) => input.Ask(request, prompt, isPassword) : null);

    private void Finish(JupyterRequest request, CellOutcome outcome, bool isSilent)
    {
        if (outcome.Kind == CellOutcomeKind.Succeeded)
        {
            replies.Reply(request, new() { ["status"] = "ok", ["execution_count"] = _executionCount, ["payload"] = new JsonArray(), ["user_expressions"] = new JsonObject() });
            return;
        }
        var error = outcome.Error!;
        var trace = error.Trace.Count > 0 ? error.Trace : [$"{error.Name}: {error.Message}"];
        var shown = JupyterReplies.Error(error.Name, error.Message, trace);
        shown.Remove("status");
        if (!isSilent) replies.Publish("error", shown, request);
        var reply = JupyterReplies.Error(error.Name, error.Message, trace);
        reply["execution_count"] = _executionCount;
        replies.Reply(request, reply);
    }

    private void Abort(JupyterRequest request) => replies.Around(request, () =>
    {
        var reply = JupyterReplies.Error("Aborted", CellOutcome.Aborted.Error!.Message);
        reply["status"] = "aborted";
        reply["execution_count"] = _executionCount;
        replies.Reply(request, reply);
    });
}
