using System.IO.Pipes;
using System.Text;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Session;
using LogRegCourse.KernelProcess.Session;

namespace LogRegCourse.KernelProcess.Pipe;

/// <summary>The app's side of the kernel: serves over two inherited pipes.</summary>
internal static class PipeDoor
{
    /// <summary>Serves until the app closes its end.</summary>
    public static void Serve(string commandsHandle, string eventsHandle)
    {
        using var commandPipe = new AnonymousPipeClientStream(PipeDirection.In, commandsHandle);
        using var eventPipe = new AnonymousPipeClientStream(PipeDirection.Out, eventsHandle);
        InheritedHandle.Keep(commandPipe.SafePipeHandle);
        InheritedHandle.Keep(eventPipe.SafePipeHandle);
        using var events = new OutgoingEvents(eventPipe);
        // A cell may end the process; what it printed before shall arrive.
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            BoundedOutput.SendWhatWaits();
            events.Dispose();
        };

        MemoryWatch.Ending += events.Dispose;

        var (session, work) = WarmStart.Begin(() => events.Send(new KernelReady(typeof(PipeDoor).Assembly.GetName().Version!.ToString(3))));
        using var server = new PipeServer(session, work, events);
        using var commands = new StreamReader(commandPipe, new UTF8Encoding(false));
        server.Serve(commands);
    }
}
