using System.Diagnostics;
using LogRegCourse.Studio.Notebooks;

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
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(lessonPath, copy);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A course on a read-only disk can still be read and run.
        }
    }

    /// <summary>What the student wrote, before the course's own text takes its place: a file for each time.</summary>
    public static void KeepStudentsText(string lessonPath, Notebook notebook, DateTimeOffset now) =>
        NotebookWriter.WriteFile(
            Path.Combine(Path.GetDirectoryName(lessonPath)!, ".logregcourse", "before-reset", $"{Path.GetFileNameWithoutExtension(lessonPath)}-{now:yyyyMMdd-HHmmss}.ipynb"),
            notebook);

    public static async Task<Notebook> ReadAsync(string lessonPath)
    {
        if (await FromGitAsync(lessonPath) is { } committed) return NotebookReader.Read(committed, Path.GetFileName(lessonPath));
        return NotebookReader.ReadFile(CopyOf(lessonPath));
    }

    /// <summary>The lesson as git has it; null where it has none that can be read.</summary>
    public static Notebook? Committed(string lessonPath)
    {
        try
        {
            return FromGitAsync(lessonPath).GetAwaiter().GetResult() is { } committed ? NotebookReader.Read(committed, Path.GetFileName(lessonPath)) : null;
        }
        catch (NotebookException)
        {
            return null;
        }
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
