namespace LogRegCourse.Checks.Exercises;

internal static class Lesson11
{
    public static IReadOnlyList<Exercise> All { get; } = [];
}
