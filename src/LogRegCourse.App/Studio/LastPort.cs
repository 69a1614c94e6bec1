using System.Globalization;
using System.Net;
using LogRegCourse.App.Running;

namespace LogRegCourse.App.Studio;

/// <summary>The port of the last time, taken again where it is free: a browser keeps what was typed for one port only.</summary>
internal static class LastPort
{
    public static int? Of(CourseFolder course)
    {
        try
        {
            return int.TryParse(File.ReadAllText(FileOf(course)), CultureInfo.InvariantCulture, out var port) && port is > 1023 and <= IPEndPoint.MaxPort ? port : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static void Keep(CourseFolder course, int port)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(FileOf(course))!);
            File.WriteAllText(FileOf(course), port.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A course on a read-only disk can still be read and run.
        }
    }

    private static string FileOf(CourseFolder course) => Path.Combine(course.Root, ".logregcourse", "port");
}
