using System.Security.Cryptography;
using System.Text;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.App.Studio;

/// <summary>A lesson's file and what of it is known: it is never overwritten when somebody else changed it since.</summary>
internal sealed class LessonFile(string path)
{
    private byte[] _known = [];
    private (DateTime Written, long Length) _seen;

    public string Path { get; } = path;

    public Notebook Read()
    {
        var notebook = NotebookReader.ReadFile(Path);
        _known = HashOnDisk() ?? [];
        return notebook;
    }

    /// <summary>The file's new content when somebody else changed it; null when it is as known or gone.</summary>
    /// <exception cref="NotebookException">It was changed and is no notebook now.</exception>
    public Notebook? ReadIfChanged()
    {
        // Time and length say cheaply that nobody was there; the content says whether anything changed.
        var file = new FileInfo(Path);
        if (!file.Exists || _seen == (file.LastWriteTimeUtc, file.Length)) return null;
        if (HashOnDisk() is not { } hash) return null;
        var changed = hash.AsSpan().SequenceEqual(_known) ? null : Read();
        _seen = (file.LastWriteTimeUtc, file.Length);
        return changed;
    }

    public void Write(Notebook notebook)
    {
        var text = NotebookWriter.Write(notebook);
        SafeFile.Write(Path, text);
        _known = SHA256.HashData(Encoding.UTF8.GetBytes(text));
    }

    private byte[]? HashOnDisk()
    {
        try
        {
            return SHA256.HashData(File.ReadAllBytes(Path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
