namespace LogRegCourse.Checks.Exercises;

internal static class Lesson09
{
    public static IReadOnlyList<Exercise> All { get; } = [];
}
