using System.Text.Json;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Session;

namespace LogRegCourse.KernelProcess.Pipe;

/// <summary>A cell's outputs as events.</summary>
internal sealed class PipeOutput(string cellId, OutgoingEvents events, PipeInput input) : IOutput
{
    public void Print(PrintStream stream, string text) => events.Send(new TextPrinted(cellId, stream, text));

    public void Show(IReadOnlyDictionary<string, JsonElement> bundle, bool isResult, string? displayId) =>
        events.Send(new ValueDisplayed(cellId, bundle, isResult, displayId));

    public void Update(string displayId, IReadOnlyDictionary<string, JsonElement> bundle) => events.Send(new DisplayUpdated(displayId, bundle));

    public void Clear(bool wait) => events.Send(new OutputCleared(cellId, wait));

    public string? ReadLine(string prompt, bool isPassword) => input.Ask(cellId, prompt, isPassword);
}

/// <summary>The outputs of cells that run again for a live input.</summary>
internal sealed class PipeRerun(int request, int executionCount, OutgoingEvents events, PipeInput input, Action<string, CellOutcome, int?> finish) : IRerun
{
    public IOutput Started(string cellId)
    {
        events.Send(new CellStarted(cellId, executionCount, request));
        return new PipeOutput(cellId, events, input);
    }

    public void Finished(string cellId, CellOutcome outcome) => finish(cellId, outcome, request);
}
