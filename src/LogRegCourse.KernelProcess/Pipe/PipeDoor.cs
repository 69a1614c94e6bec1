using System.IO.Pipes;
using System.Text;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Session;
using LogRegCourse.KernelProcess.Session;

namespace LogRegCourse.KernelProcess.Pipe;

/// <summary>The app's side of the kernel: serves over two inherited pipes.</summary>
internal static class PipeDoor
{
    /// <summary>What this kernel calls itself.</summary>
    public static string Version => typeof(PipeDoor).Assembly.GetName().Version!.ToString(3);

    /// <summary>Serves until the app closes its end.</summary>
    public static void Serve(string commandsHandle, string eventsHandle) => Open(commandsHandle, eventsHandle, (commands, events) =>
    {
        MemoryWatch.Ending += events.Dispose;
        var (session, work) = WarmStart.Begin(() => events.Send(new KernelReady(Version)));
        using var server = new PipeServer(session, work, events);
        server.Serve(commands);
    });

    /// <summary>Opens the two pipes for as long as something serves over them.</summary>
    public static void Open(string commandsHandle, string eventsHandle, Action<TextReader, OutgoingEvents> serve)
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

        using var commands = new StreamReader(commandPipe, new UTF8Encoding(false));
        serve(commands, events);
    }
}
