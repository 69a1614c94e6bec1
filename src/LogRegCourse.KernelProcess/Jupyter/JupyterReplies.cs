using System.Text;
using System.Text.Json.Nodes;

namespace LogRegCourse.KernelProcess.Jupyter;

/// <summary>What a kernel says: replies to the one who asked, and news to all who listen.</summary>
internal sealed class JupyterReplies(JupyterSigner signer, ZmtpListener iopub)
{
    public static JsonObject Error(string name, string message, IEnumerable<string>? trace = null) => new()
    {
        ["status"] = "error",
        ["ename"] = name,
        ["evalue"] = message,
        ["traceback"] = new JsonArray([.. (trace ?? [message]).Select(line => (JsonNode)line)]),
    };

    public void Reply(JupyterRequest request, JsonObject content) =>
        request.Peer.Send(signer.Write(request.Message.Type.Replace("_request", "_reply", StringComparison.Ordinal), content, request.Message.HeaderBytes, request.Message.Route));

    public void Publish(string type, JsonObject content, JupyterRequest? parent) =>
        iopub.Publish(signer.Write(type, content, parent?.Message.HeaderBytes, [Encoding.ASCII.GetBytes("kernel." + type)]));

    public void PublishStatus(string state, JupyterRequest? parent) => Publish("status", new() { ["execution_state"] = state }, parent);

    /// <summary>Busy, the work, idle: front ends take a kernel for idle only when each request is framed so.</summary>
    public void Around(JupyterRequest request, Action handle)
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
}
