namespace LogRegCourse.Testing;

/// <summary>The author's short way to the tests of some lessons: LOGREGCOURSE_LESSONS="05 12b".</summary>
internal static class ChosenLessons
{
    /// <summary>Names of lessons, or their numbers, that alone are run; none where all are.</summary>
    public static IReadOnlyList<string> Words { get; } = (Environment.GetEnvironmentVariable("LOGREGCOURSE_LESSONS") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a lesson is to be run.</summary>
    public static bool Has(string name) => Words.Count == 0 || Words.Any(word => name == word || name.StartsWith(word + "-", StringComparison.Ordinal));
}
