using System.Text;

namespace LogRegCourse.Studio.Notebooks;

/// <summary>
/// Writes a file so that a kill or a power cut at any moment leaves either the old text or the new one: write beside,
/// flush to the disk, rename. The text before is kept as <c>.logregcourse/NAME</c> beside the file.
/// </summary>
internal static class SafeFile
{
    private static readonly Lock OneWriter = new();

    public static void Write(string path, string text)
    {
        // A link stays a link: its target is what gets replaced.
        path = (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);
        var beside = Path.Combine(Path.GetDirectoryName(path)!, ".logregcourse");
        var fresh = Path.Combine(beside, $"{Path.GetFileName(path)}.{Environment.ProcessId}.new");
        lock (OneWriter)
        {
            Directory.CreateDirectory(beside);
            try
            {
                WriteThrough(fresh, text);
                if (File.Exists(path)) KeepPrevious(path, Path.Combine(beside, Path.GetFileName(path)), fresh);
                File.Move(fresh, path, overwrite: true);
            }
            catch
            {
                File.Delete(fresh);
                throw;
            }
        }
    }

    private static void WriteThrough(string path, string text)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        stream.Write(Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }

    private static void KeepPrevious(string path, string previous, string fresh)
    {
        File.Copy(path, previous, overwrite: true);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(fresh, File.GetUnixFileMode(path));
    }
}
