namespace LogRegCourse.Checks.Exercises;

internal static class Lesson13
{
    public static IReadOnlyList<Exercise> All { get; } = [];
}
