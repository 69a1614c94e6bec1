using System.Collections.Concurrent;
using LogRegCourse.Kernel.Messages;

namespace LogRegCourse.KernelProcess.Pipe;

/// <summary>Where a cell waits for a line from the student.</summary>
internal sealed class PipeInput(OutgoingEvents events)
{
    private volatile BlockingCollection<string?>? _waiting;

    /// <summary>Asks, and waits for the answer or for the cell to be stopped (null).</summary>
    public string? Ask(string cellId, string prompt, bool isPassword)
    {
        using var waiting = new BlockingCollection<string?>();
        _waiting = waiting;
        events.Send(new InputRequested(cellId, prompt, isPassword));
        var line = waiting.Take();
        _waiting = null;
        return line;
    }

    /// <summary>Answers who waits; without anyone it is lost.</summary>
    public void Provide(string? line) => _waiting?.Add(line);
}
