using System.Text.Json;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Session;
using LogRegCourse.KernelProcess.Session;

namespace LogRegCourse.KernelProcess.Pipe;

/// <summary>The app's door: commands come as lines, events go as lines (see Messages.cs).</summary>
internal sealed class PipeServer(ICellSession session, WorkQueue work, OutgoingEvents events) : IDisposable
{
    private readonly CommandServer _commands = new(session, work, new PipeInput(events), events.Send);

    /// <summary>Answers until the app closes its end.</summary>
    public void Serve(TextReader commands)
    {
        while (commands.ReadLine() is { } line)
        {
            if (line.Length == 0) continue;
            try
            {
                _commands.Do(PipeJson.ReadCommand(line));
            }
            catch (JsonException error)
            {
                events.Send(new CommandRefused($"Not a command of this kernel: {error.Message}"));
            }
        }
    }

    public void Dispose() => work.Dispose();
}
