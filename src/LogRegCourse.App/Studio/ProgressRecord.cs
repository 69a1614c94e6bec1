using System.Text.Json;
using LogRegCourse.App.Running;

namespace LogRegCourse.App.Studio;

/// <summary>What the course's checks remember about this student: one JSON object, verdicts by exercise.</summary>
internal static class ProgressRecord
{
    /// <summary>The exercises that passed once; empty where nothing is remembered or the file is not what it should be.</summary>
    public static IReadOnlySet<string> Read(CourseFolder course)
    {
        if (Location(course, Environment.GetEnvironmentVariable("LOGREGCOURSE_PROGRESS")) is not { } file) return new HashSet<string>();
        try
        {
            using var record = JsonDocument.Parse(File.ReadAllText(file));
            return record.RootElement.EnumerateObject().Where(entry => entry.Value.ValueKind == JsonValueKind.String && entry.Value.ValueEquals("passed")).Select(entry => entry.Name).ToHashSet();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return new HashSet<string>();
        }
    }

    /// <summary>Where the checks of a lesson write: they run in the folder of the notebooks.</summary>
    public static string? Location(CourseFolder course, string? named) => named switch
    {
        "off" => null,
        { Length: > 0 } => Path.GetFullPath(named, course.Notebooks),
        _ => Path.Combine(course.Root, ".logregcourse", "progress.json"),
    };
}
