using System.Text;
using LogRegCourse.App.Running;

namespace LogRegCourse.App.Studio;

/// <summary>
/// The page that the browser is started with. An address on a command line is read by every program of the machine; this
/// file by its owner alone. It lies in the course, for a browser in a sandbox of its own may not look into hidden folders
/// of the home.
/// </summary>
internal sealed class OpeningFile : IDisposable
{
    private OpeningFile(string path) => Path = path;

    public string Path { get; }

    /// <summary>Writes it, or gives null where the course is on a read-only disk.</summary>
    public static OpeningFile? Write(CourseFolder course, int port, string address)
    {
        var path = System.IO.Path.Combine(course.Root, ".logregcourse", $"open-{port}.html");
        try
        {
            // Another's file of this name would keep its rights.
            if (File.Exists(path)) File.Delete(path);
            UserState.Write(path, Encoding.UTF8.GetBytes(
                $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Opening the course</title><meta http-equiv=\"refresh\" content=\"0;url={address}\"></html>"));
            return new(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        try
        {
            File.Delete(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What it names has been used, or ends with this run.
        }
    }
}
