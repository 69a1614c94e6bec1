namespace LogRegCourse.Checks.Exercises;

internal static class Lesson10
{
    public static IReadOnlyList<Exercise> All { get; } = [];
}
