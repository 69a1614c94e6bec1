using System.Text.Json;
using LogRegCourse.Kernel.Messages;

namespace LogRegCourse.Kernel.Session;

/// <summary>A cell's outputs as events.</summary>
internal sealed class EventOutput(string cellId, Action<KernelEvent> send, ILines input) : IOutput
{
    public void Print(PrintStream stream, string text) => send(new TextPrinted(cellId, stream, text));

    public void Show(IReadOnlyDictionary<string, JsonElement> bundle, bool isResult, string? displayId) =>
        send(new ValueDisplayed(cellId, bundle, isResult, displayId));

    public void Update(string displayId, IReadOnlyDictionary<string, JsonElement> bundle) => send(new DisplayUpdated(displayId, bundle));

    public void Clear(bool wait) => send(new OutputCleared(cellId, wait));

    public string? ReadLine(string prompt, bool isPassword) => input.Ask(cellId, prompt, isPassword);
}

/// <summary>The outputs of cells that run again for a live input.</summary>
internal sealed class EventRerun(int request, int executionCount, Action<KernelEvent> send, ILines input, Action<string, CellOutcome, int?> finish) : IRerun
{
    public IOutput Started(string cellId)
    {
        send(new CellStarted(cellId, executionCount, request));
        return new EventOutput(cellId, send, input);
    }

    public void Finished(string cellId, CellOutcome outcome) => finish(cellId, outcome, request);
}
