using System.IO.Pipes;
using System.Text;
using LogRegCourse.Kernel.Packages;
using LogRegCourse.Kernel.Pipe;
using LogRegCourse.Kernel.Session;

// Which door: two pipes of the app. See HOW-IT-WORKS.md.
if (args is not ["--pipe", var commandsHandle, var eventsHandle])
{
    Console.Error.WriteLine("Usage: LogRegCourse.Kernel --pipe COMMANDS EVENTS, with the client handles of two anonymous pipes. It is started by the app.");
    return 2;
}

using var commandPipe = new AnonymousPipeClientStream(PipeDirection.In, commandsHandle);
using var eventPipe = new AnonymousPipeClientStream(PipeDirection.Out, eventsHandle);
InheritedHandle.Keep(commandPipe.SafePipeHandle);
InheritedHandle.Keep(eventPipe.SafePipeHandle);
using var events = new OutgoingEvents(eventPipe);
// A cell may end the process; what it printed before shall arrive.
AppDomain.CurrentDomain.ProcessExit += (_, _) => events.Dispose();

var session = new CellSession(PackageRestore.ForThisMachine());
ConsoleCapture.Install();
using var work = new WorkQueue(session);
work.Add(new(() =>
{
    session.WarmUp();
    events.Send(new KernelReady(typeof(CellSession).Assembly.GetName().Version!.ToString(3)));
    // A cell that waits already goes first.
    _ = Task.Delay(TimeSpan.FromMilliseconds(300)).ContinueWith(_ => session.WarmUpFurther(), TaskScheduler.Default);
    return true;
}, () => { }));

using var server = new PipeServer(session, work, events);
using var commands = new StreamReader(commandPipe, new UTF8Encoding(false));
server.Serve(commands);
// The app has closed its end: whatever runs is no longer wanted.
Environment.Exit(0);
return 0;
