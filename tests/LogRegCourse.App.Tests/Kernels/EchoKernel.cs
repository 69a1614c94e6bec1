using System.IO.Pipes;
using System.Runtime.CompilerServices;
using System.Text.Json;
using LogRegCourse.App.Kernels;
using LogRegCourse.Kernel.Messages;

namespace LogRegCourse.App.Tests.Kernels;

/// <summary>
/// A kernel without a compiler: this test program started a second time. It prints the source of each cell, except that
/// a cell "deaf" never ends, "wait" ends when asked to stop, "flood" fills the standard streams, "fail" fails, and "overflow",
/// "exit 3", "native" and "ask" do what their names say.
/// </summary>
internal static class EchoKernel
{
    public static KernelLaunch Launch(string folder) => new("dotnet", [typeof(EchoKernel).Assembly.Location], folder)
    {
        Environment = new Dictionary<string, string> { ["LOGREGCOURSE_TEST_ECHO_KERNEL"] = "1" },
    };

    [ModuleInitializer]
    internal static void RunWhenAsked()
    {
        if (Environment.GetEnvironmentVariable("LOGREGCOURSE_TEST_ECHO_KERNEL") is null) return;
        var handles = Environment.GetCommandLineArgs()[^2..];
        using var input = new StreamReader(new AnonymousPipeClientStream(PipeDirection.In, handles[0]));
        using var output = new StreamWriter(new AnonymousPipeClientStream(PipeDirection.Out, handles[1])) { AutoFlush = true };
        void Say(KernelEvent news) => output.WriteLine(JsonSerializer.Serialize(news, PipeJson.Default.KernelEvent));
        Say(new KernelReady("echo"));
        var count = 0;
        string? waiting = null, asking = null;
        while (input.ReadLine() is { } line)
        {
            var command = JsonSerializer.Deserialize(line, PipeJson.Default.KernelCommand);
            if (command is StopCell && waiting is not null)
            {
                Say(new CellFinished(waiting, CellOutcomeKind.Stopped, 0, new CellError("Stopped", "The cell was stopped.", [])));
                waiting = null;
            }
            if (command is ProvideInput answer && asking is not null) Finish(asking, answer.Text ?? "end of input");
            if (command is not RunCell cell) continue;
            Say(new CellStarted(cell.CellId, ++count));
            if (cell.Source == "wait") waiting = cell.CellId;
            else if (cell.Source == "ask") Say(new InputRequested(asking = cell.CellId, "name?", false));
            else if (cell.Source == "fail") Say(new CellFinished(cell.CellId, CellOutcomeKind.Failed, 0, new CellError("Error", "as asked", [])));
            else if (cell.Source != "deaf") Finish(cell.CellId, Obey(cell.Source));
        }
        Environment.Exit(0);

        void Finish(string cellId, string text)
        {
            Say(new TextPrinted(cellId, PrintStream.Stdout, text));
            Say(new CellFinished(cellId, CellOutcomeKind.Succeeded, 0));
        }
    }

    private static string Obey(string source)
    {
        switch (source)
        {
            case "overflow": return Overflow(0);
            case "exit 3": Environment.Exit(3); break;
            case "native": Console.Error.WriteLine("liblapack: bad argument."); Environment.Exit(4); break;
            case "flood":
                for (var i = 0; i < 20_000; i++) Console.WriteLine("not for the pipe");
                break;
        }
        return source;
    }

    private static string Overflow(int depth) => Overflow(depth + 1) + depth;
}
