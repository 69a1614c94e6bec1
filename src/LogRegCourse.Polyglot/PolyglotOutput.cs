extern alias own;

using System.Text.Json;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using KernelCommand = Microsoft.DotNet.Interactive.Commands.KernelCommand;
using KernelEvent = Microsoft.DotNet.Interactive.Events.KernelEvent;
using PrintStream = own::LogRegCourse.Kernel.Messages.PrintStream;
using own::LogRegCourse.Kernel.Session;

namespace LogRegCourse.Polyglot;

/// <summary>A cell's outputs as events of .NET Interactive.</summary>
internal sealed class PolyglotOutput(KernelCommand command, KernelInvocationContext context) : IOutput
{
    private readonly Lock _publishing = new();

    public void Print(PrintStream stream, string text)
    {
        FormattedValue[] printed = [new("text/plain", text)];
        Publish(stream == PrintStream.Stdout ? new StandardOutputValueProduced(command, printed) : new StandardErrorValueProduced(command, printed));
    }

    public void Show(IReadOnlyDictionary<string, JsonElement> bundle, bool isResult, string? displayId)
    {
        var forms = Forms(bundle);
        Publish(isResult ? new ReturnValueProduced(null, command, forms) : new DisplayedValueProduced(null, command, forms, displayId));
    }

    public void Update(string displayId, IReadOnlyDictionary<string, JsonElement> bundle) =>
        Publish(new DisplayedValueUpdated(null, displayId, command, Forms(bundle)));

    // The protocol has no word for it: what was shown stays.
    public void Clear(bool wait)
    {
    }

    public string? ReadLine(string prompt, bool isPassword)
    {
        var asked = context.HandlingKernel.RootKernel.SendAsync(new RequestInput(prompt, inputTypeHint: isPassword ? "password" : "text")).GetAwaiter().GetResult();
        return asked.Events.OfType<InputProduced>().FirstOrDefault()?.Value;
    }

    // A cell's threads may print at once; the library's stream of events takes one after the other.
    private void Publish(KernelEvent happened)
    {
        lock (_publishing) context.Publish(happened);
    }

    private static FormattedValue[] Forms(IReadOnlyDictionary<string, JsonElement> bundle) =>
        [.. bundle.Select(form => new FormattedValue(form.Key, form.Value.ValueKind == JsonValueKind.String ? form.Value.GetString()! : form.Value.GetRawText()))];
}
