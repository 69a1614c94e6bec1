using System.Diagnostics;
using System.Globalization;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.KernelProcess.Tests.Support;

// Medians of what a student feels: dotnet run -c Release --project benchmarks/Kernel [-- kernel.dll], by default the
// kernel as `dotnet build` leaves it; give the path of a published one to measure that.
var program = args.Length > 0 ? Path.GetFullPath(args[0]) : StartedKernel.ProgramPath;
const int Starts = 11;
const int WarmCells = 100;
const int ManyCells = 500;

Console.WriteLine(program);
Report("start to first result", "ms", Repeat(Starts, () =>
{
    var clock = Stopwatch.StartNew();
    using var kernel = new StartedKernel(program);
    kernel.Run("1 + 1");
    return clock.Elapsed.TotalMilliseconds;
}));

using (var kernel = new StartedKernel(program))
{
    kernel.Run("1 + 1");
    Report("second cell", "ms", [Milliseconds(() => kernel.Run("var a = Enumerable.Range(0, 10).Select(x => x * 0.5).ToArray(); a.Sum()"))]);
    Report("warm trivial cell", "ms", Repeat(WarmCells, () => Milliseconds(() => kernel.Run("1 + 1"))));
    Report("warm cell with a loop and a function", "ms", Repeat(WarmCells, () => Milliseconds(() => kernel.Run("double f(double x) => x * x; var s = 0.0; for (var i = 0; i < 10; i++) s += f(i); s"))));
    Report("completion", "ms", Repeat(WarmCells, () => Milliseconds(() => { kernel.Send(new Complete(1, "c", "a.", 2)); kernel.UntilOne<CompletionsFound>(); })));
    Report("diagnostics while typing", "ms", Repeat(WarmCells, () => Milliseconds(() => { kernel.Send(new Diagnose(1, "c", "var b = a.Sum() + undefined;")); kernel.UntilOne<Diagnosed>(); })));
}

using (var kernel = new StartedKernel(program))
{
    for (var i = 0; i < ManyCells; i++) kernel.Run($"var x{i} = {i}; x{Math.Max(0, i - 1)} + 1", $"cell-{i}");
    kernel.Process.Refresh();
    Report($"memory after {ManyCells} cells", "MB", [kernel.Process.WorkingSet64 / 1e6]);
}

Report("stop of an endless loop", "ms", Repeat(5, () =>
{
    using var kernel = new StartedKernel(program);
    kernel.Run("1");
    kernel.Send(new RunCell("loop", "while (true) { }"));
    kernel.UntilOne<CellStarted>();
    Thread.Sleep(300);
    return Milliseconds(() => { kernel.Send(new StopCell()); kernel.UntilOne<CellFinished>(); });
}));

Report("Jupyter: start to ready", "ms", Repeat(5, () => { using var kernel = new JupyterFigures(program); return kernel.ReadyMilliseconds; }));
using (var jupyter = new JupyterFigures(program)) Report("Jupyter: warm round trip", "ms", Repeat(WarmCells, jupyter.RoundTrip));

static double Milliseconds(Action action)
{
    var clock = Stopwatch.StartNew();
    action();
    return clock.Elapsed.TotalMilliseconds;
}

static List<double> Repeat(int times, Func<double> measure) => [.. Enumerable.Range(0, times).Select(_ => measure())];

static void Report(string what, string unit, List<double> figures)
{
    figures.Sort();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{what,-40} median {figures[figures.Count / 2],8:F1} {unit}  ({figures[0]:F1} - {figures[^1]:F1}, {figures.Count})"));
}
