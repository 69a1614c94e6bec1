using LogRegCourse.Checks.Exercises;
using LogRegCourse.Checks.Progress;

namespace LogRegCourse.Checks;

/// <content>Checks, hints and progress.</content>
public static partial class Course
{
    private static readonly Dictionary<string, int> HintsGiven = [];

    /// <summary>Checks a number.</summary>
    /// <param name="exercise">The exercise's id, such as "3.2".</param>
    /// <param name="answer">Your answer.</param>
    /// <returns>The verdict, which shows itself.</returns>
    public static Verdict Check(string exercise, double answer) => Judge(exercise, answer);

    /// <summary>Checks a list of numbers.</summary>
    /// <inheritdoc cref="Check(string, double)"/>
    public static Verdict Check(string exercise, double[]? answer) => Judge(exercise, answer);

    /// <summary>Checks a derivation.</summary>
    /// <inheritdoc cref="Check(string, double)"/>
    public static Verdict Check(string exercise, Derivation? answer) => Judge(exercise, answer);

    /// <summary>Checks a function: <c>Check("3.2", MyFunction)</c>.</summary>
    /// <inheritdoc cref="Check(string, double)"/>
    public static Verdict Check(string exercise, Delegate? answer) => Judge(exercise, answer);

    /// <summary>The next hint to an exercise; after the last one, the last one again.</summary>
    /// <param name="exercise">The exercise's id, such as "3.2".</param>
    public static ShownText Hint(string exercise)
    {
        var hints = ExerciseBook.Find(exercise).Hints;
        if (hints.Count == 0) return new($"There is no hint to exercise {exercise}.");
        var number = Math.Min(HintsGiven.GetValueOrDefault(exercise) + 1, hints.Count);
        HintsGiven[exercise] = number;
        return new($"Hint {number} of {hints.Count}: {hints[number - 1]}");
    }

    /// <summary>Your own record of the course: what is done, lesson by lesson.</summary>
    public static ShownText Progress() => ProgressTable.Of(ProgressFile.Read());

    private static Verdict Judge(string exercise, object? answer)
    {
        var verdict = ExerciseBook.Find(exercise).Judge(answer);
        ProgressFile.Add(verdict);
        return verdict;
    }
}
