using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using LogRegCourse.Testing;

namespace LogRegCourse.Polyglot.Tests.Support;

/// <summary>
/// The other side of the protocol, as VS Code's extension plays it (stdioDotnetInteractiveChannel.ts and
/// interactiveClient.ts of dotnet/interactive): it starts the process with the words of its settings, waits for
/// KernelReady, stamps each command's routing slip with its own name, and takes the command for done when
/// CommandSucceeded or CommandFailed comes for its token.
/// </summary>
internal sealed class PolyglotClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private int _commands;

    private PolyglotClient(Process process) => _process = process;

    /// <summary>What the kernel said of itself when it was ready.</summary>
    public JsonElement Ready { get; private set; }

    /// <summary>The answers to what cells ask the student, in order; when there is none left the request fails.</summary>
    public Queue<string> Answers { get; } = new();

    public static async Task<PolyglotClient> StartAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.PathOf("artifacts", "bin", "LogRegCourse.Polyglot", JupyterKernel.Configuration, "LogRegCourse.Polyglot.dll"), "[vscode]", "stdio", "--working-dir", folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            // The extension starts kernels in a folder of its own.
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["LOGREGCOURSE_PROGRESS"] = "off";
        var client = new PolyglotClient(Process.Start(start)!);
        while (true)
        {
            var line = await client.NextAsync();
            if (Text(line, "eventType") != "KernelReady") continue;
            client.Ready = line.GetProperty("event");
            return client;
        }
    }

    /// <summary>Runs a cell.</summary>
    public Task<IReadOnlyList<PolyglotEvent>> RunAsync(string code) => SendAsync("SubmitCode", new() { ["code"] = code, ["targetKernelName"] = "csharp" });

    /// <summary>Sends a command; the events that came until it was done, the last of them CommandSucceeded or CommandFailed.</summary>
    public async Task<IReadOnlyList<PolyglotEvent>> SendAsync(string type, JsonObject command) => await AnswersAsync(Send(type, command));

    /// <summary>Sends a command and waits for nothing.</summary>
    /// <returns>Its token.</returns>
    public string Send(string type, JsonObject command)
    {
        var token = $"command-{++_commands}";
        Write(new() { ["commandType"] = type, ["command"] = command, ["token"] = token, ["routingSlip"] = new JsonArray("kernel://vscode/?tag=arrived") });
        return token;
    }

    public async Task<IReadOnlyList<PolyglotEvent>> AnswersAsync(string token)
    {
        List<PolyglotEvent> events = [];
        while (true)
        {
            var line = await NextAsync();
            if (Text(line, "eventType") is not { } type) Answer(line);
            else
            {
                events.Add(new(type, line.GetProperty("event")));
                if (type is "CommandSucceeded" or "CommandFailed" && Text(line.GetProperty("command"), "token") == token) return events;
            }
        }
    }

    /// <summary>Waits for an event.</summary>
    public async Task UntilAsync(Func<PolyglotEvent, bool> isWanted)
    {
        while (true)
        {
            var line = await NextAsync();
            if (Text(line, "eventType") is { } type && isWanted(new(type, line.GetProperty("event")))) return;
        }
    }

    /// <summary>Closes the kernel's input, as the extension's end does.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> CloseAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private void Answer(JsonElement command)
    {
        if (Text(command, "commandType") != "RequestInput") return;
        if (Answers.TryDequeue(out var answer)) Reply(command, "InputProduced", new() { ["value"] = answer });
        Reply(command, answer is null ? "CommandFailed" : "CommandSucceeded", answer is null ? new() { ["message"] = "Input request cancelled" } : []);
    }

    private void Reply(JsonElement command, string type, JsonObject content) => Write(new()
    {
        ["eventType"] = type, ["event"] = content, ["command"] = JsonObject.Create(command), ["routingSlip"] = new JsonArray("kernel://vscode/"),
    });

    private void Write(JsonObject envelope)
    {
        _process.StandardInput.Write(envelope.ToJsonString() + "\n");
        _process.StandardInput.Flush();
    }

    private async Task<JsonElement> NextAsync()
    {
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        return JsonElement.Parse(line ?? throw new EndOfStreamException("The kernel has ended."));
    }

    private static string? Text(JsonElement line, string name) =>
        line.ValueKind == JsonValueKind.Object && line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>An event of the kernel.</summary>
internal sealed record PolyglotEvent(string Type, JsonElement Content)
{
    /// <summary>What a MIME type shows, or null.</summary>
    public string? Form(string mime) => Content.TryGetProperty("formattedValues", out var forms)
        ? forms.EnumerateArray().Where(form => form.GetProperty("mimeType").GetString() == mime).Select(form => form.GetProperty("value").GetString()).FirstOrDefault()
        : null;
}
