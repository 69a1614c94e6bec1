using System.Text.Json;

namespace LogRegCourse.KernelProcess.Jupyter;

/// <summary>A message with the peer it came from.</summary>
internal sealed record JupyterRequest(JupyterMessage Message, ZmtpConnection Peer)
{
    public string Text(string name) => Message.Content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    public int Number(string name) => Message.Content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : 0;

    public bool IsTrue(string name, bool otherwise) => Message.Content.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.True : otherwise;
}
