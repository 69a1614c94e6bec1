namespace LogRegCourse.Checks.Exercises;

internal static class Lesson02
{
    public static IReadOnlyList<Exercise> All { get; } = [];
}
