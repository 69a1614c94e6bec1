using System.Collections.Concurrent;
using LogRegCourse.Checks.Exercises;
using LogRegCourse.Checks.Tests.Exercises;

[assembly: AssemblyFixture(typeof(NamedMistakes))]

namespace LogRegCourse.Checks.Tests.Exercises;

/// <summary>
/// Counts the wrong answers of each exercise, and of how many the verdict names the mistake, beyond showing where it fails.
/// </summary>
public sealed class NamedMistakes : IDisposable
{
    private const int Fewest = 5;
    private const double LeastPercent = 80;
    private static readonly ConcurrentBag<(string Id, bool IsNamed)> Wrong = [];

    internal static void Count(Verdict verdict) =>
        Wrong.Add((verdict.Id, verdict.Findings.Any(finding => finding.State == FindingState.Advice)));

    /// <summary>After a run of all tests: at least five wrong answers for each exercise, and most of them named.</summary>
    public void Dispose()
    {
        var counts = Wrong.CountBy(answer => answer.Id).ToDictionary();
        // A run of some tests only says nothing of the others.
        if (counts.Count < ExerciseBook.All.Count) return;
        var percent = 100.0 * Wrong.Count(answer => answer.IsNamed) / Wrong.Count;
        CheckFigures.Record("wrong_answers_named_percent", percent);
        Assert.Empty(counts.Where(count => count.Value < Fewest).Select(count => $"{count.Key}: {count.Value} wrong answers"));
        Assert.True(percent >= LeastPercent, $"{percent:F1} % of the wrong answers are named.");
    }
}
