namespace LogRegCourse.Checks.Exercises;

internal static class Lesson08
{
    public static IReadOnlyList<Exercise> All { get; } = [];
}
