using LogRegCourse.Checks.Exercises;
using LogRegCourse.Checks.Tests.Derivations;

namespace LogRegCourse.Checks.Tests.Exercises;

/// <summary>An answer that takes long, or makes what nobody can look at, gets a sentence; a slow right one passes on what was tried.</summary>
[Collection(nameof(Alone))]
public class SlowAnswerTests
{
    [Fact]
    public void Pause_IsCalledSlow()
    {
        var verdict = Judge("1.1", (double p) =>
        {
            Thread.Sleep(300);
            return p / (1 - p);
        });
        Assert.Equal(VerdictState.Failed, verdict.State);
        Assert.Contains("It is slow", verdict.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void SlowRightAnswer_PassesOnWhatWasTried()
    {
        var verdict = Judge("1.1", (double p) =>
        {
            Thread.Sleep(10);
            return p / (1 - p);
        });
        Assert.Equal(VerdictState.Passed, verdict.State);
        Assert.Contains("It is slow", verdict.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void EndlessList_IsNotLookedAt()
    {
        var verdict = Judge("7.3", (int[] order, int size) => Enumerable.Repeat(order, 11_000_000).ToArray());
        Assert.Equal(VerdictState.Failed, verdict.State);
        // Where the machine is busy making it takes too long already.
        Assert.Matches("gives a list of 11000000 items|does not come back|megabytes", verdict.ToString());
    }

    private static Verdict Judge(string id, Delegate answer) => ExerciseBook.Find(id).Judge(answer);
}
