namespace LogRegCourse.Testing;

/// <summary>The course's own lessons, by name.</summary>
internal static class CourseLessons
{
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(Repository.PathOf("notebooks"), "*.ipynb").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];
}
