namespace LogRegCourse.Checks.Exercises;

internal static class Lesson04
{
    public static IReadOnlyList<Exercise> All { get; } = [];
}
