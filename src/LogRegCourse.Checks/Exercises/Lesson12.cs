namespace LogRegCourse.Checks.Exercises;

internal static class Lesson12
{
    public static IReadOnlyList<Exercise> All { get; } = [];
}
