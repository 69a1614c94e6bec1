using System.Text.Json;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.KernelProcess.Tests.Support;

namespace LogRegCourse.KernelProcess.Tests.Session;

/// <summary>Cells that would harm the kernel that runs them: each ends in something a student can read.</summary>
public class HostileCellTests
{
    [Fact]
    public void Loop_WithoutEnd_StopsAndKeepsVariables()
    {
        using var kernel = new StartedKernel();
        kernel.Run("var kept = 41; long rounds = 0;");
        kernel.Send(new RunCell("loop", "while (true) { try { rounds++; } catch { } }"));
        kernel.UntilOne<CellStarted>();
        Thread.Sleep(200);
        kernel.Send(new StopCell());
        Assert.Equal(CellOutcomeKind.Stopped, kernel.UntilOne<CellFinished>().Outcome);
        Assert.Equal("42", kernel.Run("kept + 1").Result);
    }

    [Fact]
    public void Cultures_MayBeNamed_AndTheDefaultIsInvariant()
    {
        using var kernel = new StartedKernel(environment: new Dictionary<string, string> { ["LANG"] = "de_DE.UTF-8", ["LC_ALL"] = "de_DE.UTF-8" });
        Assert.Equal("1.5", kernel.Run("$\"{1.5}\"").Result);
        Assert.Equal("1,5", kernel.Run("1.5.ToString(new System.Globalization.CultureInfo(\"de-DE\"))").Result);
        Assert.Equal("aAbB", kernel.Run("string.Concat(new[] { \"B\", \"b\", \"A\", \"a\" }.Order())").Result);
        Assert.Equal("1.5", kernel.Run("await Task.Run(() => $\"{1.5}\")").Result);
    }

    [Fact]
    public void Kernel_OutlivesAnExceptionWhoseMessageThrows()
    {
        using var kernel = new StartedKernel();
        kernel.Run("class Bad : Exception { public override string Message => throw new Bad(); }\nvar kept = 41;");
        kernel.Send(new RunCell("bad", "throw new Bad();"));
        Assert.Equal(CellOutcomeKind.Failed, kernel.UntilOne<CellFinished>().Outcome);
        Assert.Equal("42", kernel.Run("kept + 1").Result);
    }

    [Fact]
    public void Recursion_ThatTakesYears_StopsAndKeepsVariables()
    {
        using var kernel = new StartedKernel();
        kernel.Run("var kept = 41; long Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);");
        kernel.Send(new RunCell("years", "Fib(90)"));
        kernel.UntilOne<CellStarted>();
        Thread.Sleep(200);
        kernel.Send(new StopCell());
        Assert.Equal(CellOutcomeKind.Stopped, kernel.UntilOne<CellFinished>().Outcome);
        Assert.Equal("42", kernel.Run("kept + 1").Result);
    }

    [Fact]
    public void Stop_OfLoop_AbortsWhatWaits()
    {
        using var kernel = new StartedKernel();
        kernel.Send(new RunCell("loop", "for (;;) ;"));
        kernel.Send(new RunCell("behind", "1"));
        kernel.UntilOne<CellStarted>();
        kernel.Send(new StopCell());
        var ends = kernel.Until<CellFinished>().Concat(kernel.Until<CellFinished>()).OfType<CellFinished>().ToDictionary(end => end.CellId, end => end.Outcome);
        Assert.Equal(CellOutcomeKind.Stopped, ends["loop"]);
        Assert.Equal(CellOutcomeKind.Aborted, ends["behind"]);
    }

    [Fact]
    public void LiveInput_WhoseDependentLoopsForEver_StopsAndKeepsTheOldResult()
    {
        using var kernel = new StartedKernel();
        kernel.Run("class LiveInputAttribute : Attribute { }\n[LiveInput] static double Slider(string label, double min, double max, double value) => value;");
        kernel.Run("var w = Slider(\"w\", 0, 9, 1);\nvar v = Slider(\"v\", 0, 9, 1);", "inputs");
        kernel.Run("while (w > 5) { }\nvar sum = v + w;", "dependent");
        kernel.Send(new SetLiveInput(1, "w", JsonSerializer.SerializeToElement(7)));
        Assert.Equal(1, kernel.UntilOne<CellStarted>().Request);
        kernel.Send(new StopCell());
        Assert.Equal((CellOutcomeKind.Stopped, 1), (kernel.UntilOne<CellFinished>() is var end ? end.Outcome : default, end.Request));
        Assert.NotNull(kernel.UntilOne<LiveInputSet>().Refusal);
        Assert.Equal("2", kernel.Run("sum").Result);
        kernel.Send(new SetLiveInput(2, "w", JsonSerializer.SerializeToElement(3)));
        kernel.Send(new SetLiveInput(3, "v", JsonSerializer.SerializeToElement(4)));
        Assert.Equal([(2, null), (3, null)], new[] { kernel.UntilOne<LiveInputSet>(), kernel.UntilOne<LiveInputSet>() }.Select(set => (set.Request, set.Refusal)));
        Assert.Equal("7", kernel.Run("sum").Result);
    }

    [Fact]
    public void Wait_ThatIsAwaited_Stops()
    {
        using var kernel = new StartedKernel();
        kernel.Send(new RunCell("wait", "await Task.Delay(100000);"));
        kernel.UntilOne<CellStarted>();
        Thread.Sleep(300);
        kernel.Send(new StopCell());
        Assert.Equal(CellOutcomeKind.Stopped, kernel.UntilOne<CellFinished>().Outcome);
    }

    [Fact]
    public void Print_OfAMillionLines_IsBoundedAndSaysSo()
    {
        using var kernel = new StartedKernel();
        var cell = kernel.Run("for (var i = 0; i < 1_000_000; i++) Console.WriteLine($\"line {i}\");");
        Assert.Equal(CellOutcomeKind.Succeeded, cell.Finished.Outcome);
        Assert.InRange(cell.Printed.Length, 900_000, 1_000_000);
        Assert.StartsWith("line 0\nline 1\n", cell.Printed);
        Assert.Contains("more lines were printed and are not shown", cell.Complained);
    }

    [Fact]
    public void Recursion_WithoutEnd_IsAnErrorAndKeepsVariables()
    {
        using var kernel = new StartedKernel();
        kernel.Run("var kept = 41;\nint Deep(int n) => 1 + Deep(n + 1);");
        kernel.Send(new RunCell("deep", "Deep(0)"));
        var finished = kernel.UntilOne<CellFinished>();
        Assert.Equal(CellOutcomeKind.Failed, finished.Outcome);
        Assert.StartsWith("The cell used up the stack", finished.Error!.Message);
        Assert.EndsWith(", line 2: int Deep(int n) => 1 + Deep(n + 1);", finished.Error.Trace[^1]);
        Assert.Equal("42", kernel.Run("kept + 1").Result);
    }

    [Fact]
    public void Stack_UsedUpInsideALibrary_EndsTheProcessAndSaysWhy()
    {
        using var kernel = new StartedKernel();
        kernel.Send(new RunCell("deep", "IEnumerable<int> all = new List<int> { 1 }; for (var i = 0; i < 1_000_000; i++) all = all.Select(n => n + 1); all.First()"));
        Assert.Throws<InvalidOperationException>(() => kernel.Until<CellFinished>());
        kernel.Process.WaitForExit();
        Assert.NotEqual(0, kernel.Process.ExitCode);
        Assert.Contains("Stack overflow", string.Join('\n', kernel.Complaints));
    }

    [Fact]
    public void Exit_InACell_EndsTheProcessAfterWhatWasPrinted()
    {
        using var kernel = new StartedKernel();
        kernel.Send(new RunCell("exit", "Console.WriteLine(\"last words\"); Environment.Exit(7);"));
        List<KernelEvent> events = [];
        while (kernel.Next() is { } happened) events.Add(happened);
        kernel.Process.WaitForExit();
        Assert.Equal(7, kernel.Process.ExitCode);
        Assert.Equal("last words\n", new RanCell(events).Printed);
    }

    [Fact]
    public void Reference_ToMissingFile_NamesTheFile()
    {
        using var kernel = new StartedKernel();
        var error = kernel.Run("#r \"no/such.dll\"\n1").Finished.Error!;
        Assert.Equal("(1,1): error CS0006: Metadata file 'no/such.dll' could not be found", error.Message);
        Assert.Equal(1, error.Line);
        Assert.Equal("2", kernel.Run("2").Result);
    }

    [Fact]
    public void App_ThatCloses_EndsTheKernel()
    {
        using var kernel = new StartedKernel();
        kernel.UntilOne<KernelReady>();
        kernel.Send(new RunCell("loop", "while (true) { }"));
        kernel.CloseCommands();
        Assert.True(kernel.Process.WaitForExit(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void RawOutput_ThatLooksLikeAMessage_HarmsNothing()
    {
        using var kernel = new StartedKernel();
        var cell = kernel.Run("""
            var raw = Console.OpenStandardOutput();
            for (var i = 0; i < 1000; i++) raw.Write(Encoding.UTF8.GetBytes("{\"type\":\"cell-finished\"}\n"));
            raw.Flush();
            "done"
            """);
        Assert.Equal("done", cell.Result);
    }
}
