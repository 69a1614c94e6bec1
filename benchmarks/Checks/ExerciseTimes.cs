using System.Diagnostics;
using System.Globalization;
using LogRegCourse.Checks;
using LogRegCourse.Checks.Derivations;
using LogRegCourse.Checks.Exercises;
using LogRegCourse.Checks.Tests.Exercises;

namespace LogRegCourse.Benchmarks;

/// <summary>
/// What each line costs of all answers that the tests know to the exercises that ask for derivations, right and wrong ones:
/// the least of a few times, once everything is warm, as students meet it.
/// </summary>
internal static class ExerciseTimes
{
    private const int Times = 3;
    private const int Slowest = 12;

    public static void Report()
    {
        var lines = new List<(string What, double Time)>();
        var wholes = new List<(string What, double Time)>();
        foreach (var (name, exercise, answer) in DerivationAnswers.Right.Concat(DerivationAnswers.Wrong))
        {
            // Once before, for all that is compiled on the way.
            var rounds = Enumerable.Range(0, Times + 1).Select(_ => Measure(exercise, answer)).Skip(1).ToList();
            for (var k = 1; k < rounds[0].Lines.Count; k++) lines.Add(($"{name}, line {k + 1}: {answer.Lines[k].Line}", rounds.Min(round => round.Lines[k])));
            wholes.Add((name, rounds.Min(round => round.Whole)));
        }
        Show("lines", lines);
        Show("derivations", wholes);
    }

    private static (List<double> Lines, double Whole) Measure(string exercise, Derivation answer)
    {
        var times = new List<double>();
        var clock = Stopwatch.StartNew();
        var before = 0.0;
        foreach (var _ in DerivationChecker.Check(answer.Steps, answer.Setting))
        {
            times.Add(clock.Elapsed.TotalMilliseconds - before);
            before = clock.Elapsed.TotalMilliseconds;
        }
        // The lines of the answer itself are checked once and kept: here the rest of the verdict is timed.
        _ = answer.Lines;
        clock.Restart();
        _ = ExerciseBook.Find(exercise).Judge(answer).ToString();
        return (times, before + clock.Elapsed.TotalMilliseconds);
    }

    private static void Show(string what, List<(string What, double Time)> times)
    {
        var sorted = times.OrderBy(one => one.Time).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{sorted.Count} {what}: median {sorted[sorted.Count / 2].Time:0.0} ms, 95 % {sorted[sorted.Count * 95 / 100].Time:0.0} ms, 99 % {sorted[sorted.Count * 99 / 100].Time:0.0} ms, worst {sorted[^1].Time:0.0} ms"));
        foreach (var (name, time) in sorted.TakeLast(Slowest).Reverse()) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time,8:0.0}  {name}"));
    }
}
