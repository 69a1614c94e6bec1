using System.Diagnostics;
using LogRegCourse.App.Notebooks;

namespace LogRegCourse.App.Studio;

/// <summary>
/// The course's own text of a lesson, to go back to: what git has where the course is a clone, otherwise the copy
/// kept when the Studio first opened the lesson.
/// </summary>
internal static class Originals
{
    public static void Keep(string lessonPath)
    {
        var copy = CopyOf(lessonPath);
        if (File.Exists(copy)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(lessonPath, copy);
    }

    public static async Task<Notebook> ReadAsync(string lessonPath)
    {
        if (await FromGitAsync(lessonPath) is { } committed) return NotebookReader.Read(committed, Path.GetFileName(lessonPath));
        return NotebookReader.ReadFile(CopyOf(lessonPath));
    }

    private static string CopyOf(string lessonPath) =>
        Path.Combine(Path.GetDirectoryName(lessonPath)!, ".logregcourse", "originals", Path.GetFileName(lessonPath));

    private static async Task<byte[]?> FromGitAsync(string lessonPath)
    {
        var start = new ProcessStartInfo("git", ["show", $"HEAD:./{Path.GetFileName(lessonPath)}"])
        {
            WorkingDirectory = Path.GetDirectoryName(lessonPath)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var git = Process.Start(start)!;
            using var content = new MemoryStream();
            await Task.WhenAll(git.StandardOutput.BaseStream.CopyToAsync(content), git.StandardError.ReadToEndAsync());
            await git.WaitForExitAsync();
            return git.ExitCode == 0 ? content.ToArray() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
