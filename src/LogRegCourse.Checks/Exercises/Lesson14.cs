namespace LogRegCourse.Checks.Exercises;

internal static class Lesson14
{
    public static IReadOnlyList<Exercise> All { get; } = [];
}
