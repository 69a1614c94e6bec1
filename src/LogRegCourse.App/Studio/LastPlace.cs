using LogRegCourse.App.Running;

namespace LogRegCourse.App.Studio;

/// <summary>The lesson that was open last, kept beside the course for the next time.</summary>
internal static class LastPlace
{
    public static string? Read(CourseFolder course) => File.Exists(FileOf(course)) ? File.ReadAllText(FileOf(course)).Trim() : null;

    public static void Keep(CourseFolder course, string lesson)
    {
        if (Read(course) == lesson) return;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(FileOf(course))!);
            File.WriteAllText(FileOf(course), lesson);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A course on a read-only disk can still be read and run.
        }
    }

    private static string FileOf(CourseFolder course) => Path.Combine(course.Root, ".logregcourse", "last-lesson");
}
