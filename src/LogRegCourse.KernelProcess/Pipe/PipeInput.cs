using System.Collections.Concurrent;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Session;

namespace LogRegCourse.KernelProcess.Pipe;

/// <summary>Where a cell waits for a line from the student.</summary>
internal sealed class PipeInput(OutgoingEvents events) : ILines
{
    private volatile BlockingCollection<string?>? _waiting;

    public string? Ask(string cellId, string prompt, bool isPassword)
    {
        using var waiting = new BlockingCollection<string?>();
        _waiting = waiting;
        events.Send(new InputRequested(cellId, prompt, isPassword));
        var line = waiting.Take();
        _waiting = null;
        return line;
    }

    public void Provide(string? line) => _waiting?.Add(line);
}
