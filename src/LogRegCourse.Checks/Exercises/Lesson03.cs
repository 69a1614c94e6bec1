namespace LogRegCourse.Checks.Exercises;

internal static class Lesson03
{
    public static IReadOnlyList<Exercise> All { get; } = [];
}
