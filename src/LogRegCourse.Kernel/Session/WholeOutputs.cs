namespace LogRegCourse.Kernel.Session;

/// <summary>Files beside the notebook for what a cell shows beyond its bounds; bounded too, and written anew by the cell's next run.</summary>
internal sealed class WholeOutputs(string cellId) : IDisposable
{
    private const long MostCharacters = 256L * 1024 * 1024;
    private const int MostFiles = 20;

    private readonly string _name = string.Concat(cellId.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-').Take(64));
    private StreamWriter? _printed;
    private long _written;
    private int _files;

    private static string Folder => Path.Combine(".logregcourse", "outputs");

    /// <summary>Continues the file of what the cell printed.</summary>
    /// <returns>Its name; null where it cannot be written.</returns>
    public string? Print(string text)
    {
        var file = Path.Combine(Folder, _name + ".txt");
        try
        {
            _printed ??= Create(file);
            if (_written + text.Length > MostCharacters) return null;
            _written += text.Length;
            _printed.Write(text);
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>Keeps a value by itself.</summary>
    /// <returns>The file's name; null where it cannot be written.</returns>
    public string? Keep(string text, string extension)
    {
        if (++_files > MostFiles || _written + text.Length > MostCharacters) return null;
        _written += text.Length;
        var file = Path.Combine(Folder, $"{_name}-{_files}.{extension}");
        try
        {
            using var writer = Create(file);
            writer.Write(text);
            return file;
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
            _printed?.Dispose();
        }
        catch (IOException)
        {
            // The disk is full; what fitted is there.
        }
    }

    private static StreamWriter Create(string file)
    {
        Directory.CreateDirectory(Folder);
        return new StreamWriter(file);
    }
}
