using System.Diagnostics;
using System.Text;

namespace LogRegCourse.Studio.Notebooks;

/// <summary>
/// Writes a file so that a kill or a power cut at any moment leaves either the old text or the new one: write beside,
/// flush to the disk, rename. The text before is kept as <c>.logregcourse/NAME</c> beside the file. Programs that write
/// so take turns, by a lock in the same folder.
/// </summary>
internal static class SafeFile
{
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(10);
    private static readonly Lock OneWriter = new();

    public static void Write(string path, string text) => Write(path, () => Encoding.UTF8.GetBytes(text));

    /// <summary>Writes what is given while nobody else writes so; null: nothing is written after all.</summary>
    public static void Write(string path, Func<byte[]?> give)
    {
        // A link stays a link: its target is what gets replaced.
        path = (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);
        var name = Path.GetFileName(path);
        var beside = Path.Combine(Path.GetDirectoryName(path)!, ".logregcourse");
        lock (OneWriter)
        {
            Directory.CreateDirectory(beside);
            using var turn = TakeTurn(Path.Combine(beside, "lock"));
            Sweep(beside, name);
            if (give() is not { } bytes) return;
            // Renaming would replace it all the same.
            if (File.Exists(path) && File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly))
                throw new UnauthorizedAccessException($"{name} is read-only: allow writing to it, or copy it.");
            var fresh = Path.Combine(beside, $"{name}.{Environment.ProcessId}.new");
            try
            {
                WriteThrough(fresh, bytes);
                if (File.Exists(path)) KeepPrevious(path, Path.Combine(beside, name), fresh);
                File.Move(fresh, path, overwrite: true);
            }
            catch
            {
                Sweep(beside, name);
                throw;
            }
        }
    }

    // Held by the open file, so that a writer that is killed lets go of it.
    private static FileStream TakeTurn(string path)
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path) && Stopwatch.GetElapsedTime(begun) < LockPatience)
            {
                Thread.Sleep(5);
            }
        }
    }

    // Whoever holds the turn is the only writer: what is still there was left by one that was killed.
    private static void Sweep(string beside, string name)
    {
        foreach (var left in Directory.EnumerateFiles(beside, "*.new"))
            if (Path.GetFileName(left).StartsWith(name + ".", StringComparison.Ordinal)) File.Delete(left);
    }

    private static void WriteThrough(string path, byte[] bytes)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }

    private static void KeepPrevious(string path, string previous, string fresh)
    {
        var copy = $"{previous}.before.new";
        File.Copy(path, copy, overwrite: true);
        File.Move(copy, previous, overwrite: true);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(fresh, File.GetUnixFileMode(path));
    }
}
