using System.Diagnostics;
using System.Globalization;
using LogRegCourse.Benchmarks;
using LogRegCourse.Checks;
using LogRegCourse.Checks.Tests.Derivations;

// Medians of checking a derivation, from its first line to the text that is shown:
// dotnet run -c Release --project benchmarks/Checks
// and of every line of all answers to exercises that the tests know: ... -- exercises
if (args is ["exercises"])
{
    ExerciseTimes.Report();
    return;
}
Console.WriteLine($"{"derivation",-50} {"lines",5} {"wall ms",8} {"cpu ms",8}");
foreach (var (name, derivation) in SourceDerivations.All) Report(name, derivation);
foreach (var (name, derivation) in WrongDerivations.All) Report($"wrong: {name}", derivation);

static void Report(string name, Func<Derivation> derivation)
{
    const int Warm = 20;
    const int Times = 31;
    var (walls, processors) = (new List<double>(), new List<double>());
    for (var i = 0; i < Warm + Times; i++)
    {
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        _ = derivation().ToString();
        if (i < Warm) continue;
        walls.Add(clock.Elapsed.TotalMilliseconds);
        processors.Add((Process.GetCurrentProcess().TotalProcessorTime - processor).TotalMilliseconds);
    }
    walls.Sort();
    processors.Sort();
    var lines = derivation().ToString().Split('\n').Length - 1;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-50} {lines,5} {walls[Times / 2],8:0.0} {processors[Times / 2],8:0.0}"));
}
