using LogRegCourse.Checks.Exercises;

namespace LogRegCourse.Checks.Tests.Exercises;

/// <summary>What the tests of every exercise ask: the stub is not done, the solution passes, each wrong answer is named.</summary>
internal static class ExerciseTest
{
    public static void NotDone(string id, object? stub) => Expect(VerdictState.NotDone, Judge(id, stub));

    public static void NotDone(string id, Delegate stub) => Expect(VerdictState.NotDone, Judge(id, stub));

    public static void Passes(string id, object solution) => Expect(VerdictState.Passed, Judge(id, solution));

    public static void Passes(string id, Delegate solution) => Expect(VerdictState.Passed, Judge(id, solution));

    /// <summary>The answer fails, and the verdict contains the sentence (or part of it).</summary>
    public static void Fails(string id, Delegate wrong, string sentence) => Fails(id, (object)wrong, sentence);

    public static void Fails(string id, object wrong, string sentence)
    {
        var verdict = Judge(id, wrong);
        Expect(VerdictState.Failed, verdict);
        NamedMistakes.Count(verdict);
        Assert.Contains(sentence, verdict.ToString(), StringComparison.Ordinal);
    }

    private static Verdict Judge(string id, object? answer) => ExerciseBook.Find(id).Judge(answer);

    private static void Expect(VerdictState state, Verdict verdict) => Assert.True(state == verdict.State, verdict.ToString());
}
