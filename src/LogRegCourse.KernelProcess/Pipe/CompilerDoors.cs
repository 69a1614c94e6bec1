using System.Collections.Concurrent;
using System.Text.Json;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Session;
using LogRegCourse.KernelProcess.Packages;
using LogRegCourse.KernelProcess.Session;

namespace LogRegCourse.KernelProcess.Pipe;

/// <summary>
/// A kernel as two processes, for many copies of one notebook: one that compiles their cells and runs nothing stays and
/// is warm, and each copy runs in a process of its own that has no compiler and so starts in a tenth of the time.
/// </summary>
internal static class CompilerDoors
{
    // As deep as that of the thread on which a kernel's cells are compiled and run.
    private const int StackBytes = 16 * 1024 * 1024;

    /// <summary>Compiles until the app closes its end.</summary>
    public static void Compile(string commandsHandle, string eventsHandle) => Serve(commandsHandle, eventsHandle, events =>
    {
        var compiler = new CellCompiler(new ProcessHost(PackageRestore.ForThisMachine()));
        return command =>
        {
            if (command is CompileCell cell) events.Send(compiler.Compile(cell));
        };
    });

    /// <summary>Runs until the app closes its end.</summary>
    public static void Run(string commandsHandle, string eventsHandle) => Serve(commandsHandle, eventsHandle, events =>
    {
        ConsoleCapture.Install();
        var cells = new CompiledCells();
        return command =>
        {
            if (command is not RunCompiled run) return;
            var outcome = cells.Run(run.Cell, new EventOutput(run.CellId, events.Send, new NoLines()));
            events.Send(new CellFinished(run.CellId, outcome.Kind, 0, outcome.Error));
        };
    });

    private static void Serve(string commandsHandle, string eventsHandle, Func<OutgoingEvents, Action<KernelCommand>> begin) => PipeDoor.Open(commandsHandle, eventsHandle, (commands, events) =>
    {
        MemoryWatch.Ending += events.Dispose;
        MemoryWatch.Begin();
        var waiting = new BlockingCollection<KernelCommand>();
        new Thread(() =>
        {
            var work = begin(events);
            events.Send(new KernelReady(PipeDoor.Version));
            foreach (var command in waiting.GetConsumingEnumerable()) work(command);
        }, StackBytes) { IsBackground = true, Name = "cells" }.Start();
        // The app's end is noticed here also while a cell runs without end.
        while (commands.ReadLine() is { } line)
        {
            try
            {
                waiting.Add(PipeJson.ReadCommand(line));
            }
            catch (JsonException error)
            {
                events.Send(new CommandRefused($"Not a command of this kernel: {error.Message}"));
            }
        }
    });

    /// <summary>Nobody is there to ask.</summary>
    private sealed class NoLines : ILines
    {
        public string? Ask(string cellId, string prompt, bool isPassword) => null;

        public void Provide(string? line)
        {
        }
    }
}
