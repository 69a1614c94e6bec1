namespace LogRegCourse.Checks.Exercises;

internal static class Lesson06
{
    public static IReadOnlyList<Exercise> All { get; } = [];
}
