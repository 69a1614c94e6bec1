using System.Security.Cryptography;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Studio.State;

namespace LogRegCourse.App.Studio;

/// <summary>A lesson's file and what of it is known: it is never overwritten when somebody else changed it since.</summary>
internal sealed class LessonFile(string path)
{
    private byte[] _known = [];
    private (DateTime Written, long Length) _seen;
    private bool _isGone;

    public string Path { get; } = path;

    public Notebook Read()
    {
        var notebook = NotebookReader.ReadFile(Path);
        _known = HashOnDisk() ?? [];
        return notebook;
    }

    /// <summary>What somebody else did to the file since it was looked at last; null when nothing.</summary>
    /// <exception cref="NotebookException">It was changed and is no notebook now.</exception>
    public StudioEvent? Look()
    {
        // Time and length say cheaply that nobody was there; before it is written over, its content is asked.
        var file = new FileInfo(Path);
        if (file.Exists && !_isGone && _seen == (file.LastWriteTimeUtc, file.Length)) return null;
        var news = Compare();
        if (file.Exists) _seen = (file.LastWriteTimeUtc, file.Length);
        return news;
    }

    /// <summary>Writes the notebook, or says what somebody else did to the file.</summary>
    /// <param name="notebook">What it shall hold.</param>
    /// <param name="overwrite">Whatever somebody else did, the reader wants this.</param>
    /// <returns>Null when it was written.</returns>
    /// <exception cref="NotebookException">Somebody else changed it and it is no notebook now, or this one is too large.</exception>
    public StudioEvent? Write(Notebook notebook, bool overwrite)
    {
        var bytes = NotebookWriter.Bytes(notebook, System.IO.Path.GetFileName(Path));
        StudioEvent? theirs = null;
        SafeFile.Write(Path, () => (theirs = overwrite ? null : Compare()) is null ? bytes : null);
        if (theirs is not null) return theirs;
        _isGone = false;
        _known = SHA256.HashData(bytes);
        return null;
    }

    private StudioEvent? Compare()
    {
        if (!File.Exists(Path))
        {
            _isGone = true;
            return new FileGone(true);
        }
        var wasGone = _isGone;
        _isGone = false;
        if (HashOnDisk() is not { } hash) return null;
        return !hash.AsSpan().SequenceEqual(_known) ? new FileChanged(ReadTheirs()) : wasGone ? new FileGone(false) : null;
    }

    private Notebook ReadTheirs()
    {
        try
        {
            return Read();
        }
        catch (NotebookException e)
        {
            throw new NotebookException($"somebody else changed the file, and it can no longer be read ({e.Message}). Mend it or move it away.", e);
        }
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
