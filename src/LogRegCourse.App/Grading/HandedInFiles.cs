using System.IO.Compression;
using LogRegCourse.App.Running;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.App.Grading;

/// <summary>
/// The notebooks below a folder, also those in zips and in zips inside zips. Nothing is unpacked to the disk, so no zip
/// can write anywhere; what is read is counted as it comes, for a zip need not tell the truth about its sizes.
/// </summary>
internal static class HandedInFiles
{
    private const int DeepestZip = 2;
    private const int MostFilesInZip = 50_000;
    private const long LargestZipInside = 256L * 1024 * 1024;
    private const long LargestUnpacked = 4L * 1024 * 1024 * 1024;

    /// <summary>Every notebook of a folder or a zip, one after the other.</summary>
    public static IEnumerable<HandedInFile> Below(string path)
    {
        if (File.Exists(path) && IsZip(path)) return OfDisk(path, []);
        return Directory.Exists(path) ? OfFolder(new DirectoryInfo(path), [])
            : throw new UsageException($"There is no folder or zip \"{path}\": name the folder with what the class has handed in.");
    }

    private static IEnumerable<HandedInFile> OfFolder(DirectoryInfo folder, IReadOnlyList<string> above)
    {
        foreach (var item in folder.EnumerateFileSystemInfos().OrderBy(item => item.Name, StringComparer.Ordinal))
        {
            IReadOnlyList<string> here = [.. above, item.Name];
            if (IsNobodys(item.Name)) continue;
            if (item.LinkTarget is not null) yield return new(here, null, "is a link, and links are not followed: hand in the file itself.");
            else if (item is DirectoryInfo inner)
                foreach (var file in OfFolder(inner, here)) yield return file;
            else
                foreach (var file in OfDisk(item.FullName, above)) yield return file;
        }
    }

    private static IEnumerable<HandedInFile> OfDisk(string path, IReadOnlyList<string> above)
    {
        IReadOnlyList<string> here = [.. above, Path.GetFileName(path)];
        if (IsZip(path))
        {
            using var bytes = File.OpenRead(path);
            var left = new Room(LargestUnpacked);
            foreach (var file in OfZip(bytes, here, left, depth: 1)) yield return file;
        }
        else if (IsNotebook(path))
        {
            yield return Read(here, () =>
            {
                NotebookReader.ExpectSize(new FileInfo(path).Length, "It");
                return File.ReadAllBytes(path);
            });
        }
    }

    private static IEnumerable<HandedInFile> OfZip(Stream bytes, IReadOnlyList<string> above, Room left, int depth)
    {
        ZipArchive zip;
        string? refusal = null;
        try
        {
            zip = new ZipArchive(bytes, ZipArchiveMode.Read);
            if (zip.Entries.Count > MostFilesInZip) refusal = $"has {zip.Entries.Count} files, more than {MostFilesInZip}: unpack it and name the folder.";
        }
        catch (InvalidDataException)
        {
            zip = new ZipArchive(new MemoryStream(), ZipArchiveMode.Create);
            refusal = "is not a zip, or not a whole one: hand it in again.";
        }
        using (zip)
        {
            if (refusal is not null)
            {
                yield return new(above, null, refusal);
                yield break;
            }
            foreach (var entry in zip.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                // A path inside a zip is only ever a name.
                var parts = entry.FullName.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries).Where(part => part is not ("." or "..")).ToArray();
                if (parts.Length == 0 || entry.FullName.EndsWith('/') || parts.Any(IsNobodys)) continue;
                IReadOnlyList<string> here = [.. above, .. parts];
                if (IsNotebook(entry.FullName))
                {
                    yield return Read(here, () => Unpacked(entry, left, NotebookReader.LargestFileMegabytes * 1024L * 1024));
                }
                else if (IsZip(entry.FullName))
                {
                    var inner = depth == DeepestZip ? new HandedInFile(here, null, "is a zip in a zip in a zip: hand in the notebooks themselves.") : Read(here, () => Unpacked(entry, left, LargestZipInside));
                    if (inner.Bytes is null) yield return inner;
                    else
                        foreach (var file in OfZip(new MemoryStream(inner.Bytes, writable: false), here, left, depth + 1)) yield return file;
                }
            }
        }
    }

    private static byte[] Unpacked(ZipArchiveEntry entry, Room left, long most)
    {
        using var from = entry.Open();
        using var into = new MemoryStream();
        var part = new byte[81_920];
        for (var length = from.Read(part); length > 0; length = from.Read(part))
        {
            left.Bytes -= length;
            if (left.Bytes < 0) throw new NotebookException($"lies in a zip that unpacks to more than {LargestUnpacked >> 30} GB: unpack it and name the folder.");
            into.Write(part, 0, length);
            if (into.Length > most) throw new NotebookException($"unpacks to more than {most >> 20} MB: clear the notebook's outputs and hand it in again.");
        }
        return into.ToArray();
    }

    private static HandedInFile Read(IReadOnlyList<string> path, Func<byte[]> read)
    {
        try
        {
            return new(path, read());
        }
        catch (NotebookException e)
        {
            return new(path, null, e.Message.StartsWith("It ", StringComparison.Ordinal) ? e.Message[3..] : e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
        {
            return new(path, null, $"cannot be read: {e.Message}");
        }
    }

    private static bool IsZip(string name) => name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private static bool IsNotebook(string name) => name.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase);

    // What programs leave behind: .ipynb_checkpoints, .logregcourse, macOS' shadows of files.
    private static bool IsNobodys(string name) => name.StartsWith('.') || name == "__MACOSX";

    private sealed class Room(long bytes)
    {
        public long Bytes { get; set; } = bytes;
    }
}
