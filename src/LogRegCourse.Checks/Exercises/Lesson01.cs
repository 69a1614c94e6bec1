namespace LogRegCourse.Checks.Exercises;

internal static class Lesson01
{
    public static IReadOnlyList<Exercise> All { get; } = [];
}
