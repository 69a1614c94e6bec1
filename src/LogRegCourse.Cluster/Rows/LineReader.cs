namespace LogRegCourse.Cluster;

/// <summary>The lines of a file as bytes, and where each begins; neither the file nor a line becomes a string.</summary>
internal sealed class LineReader : IDisposable
{
    private readonly FileStream _file;
    private byte[] _buffer = new byte[1 << 18];
    private int _start;
    private int _end;

    public LineReader(string path, long from)
    {
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        Name = Path.GetFileName(path);
        Position = _file.Position = from;
    }

    public string Name { get; }

    public long Length => _file.Length;

    /// <summary>Where the next line begins.</summary>
    public long Position { get; private set; }

    /// <summary>The next line without its end; false behind the last.</summary>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        var searched = 0;
        while (true)
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var length = rest[searched..].IndexOf((byte)'\n');
            if (length >= 0) return Take(searched + length, 1, out line);
            searched = rest.Length;
            if (!Fill()) return Take(searched, 0, out line);
        }
    }

    public void Dispose() => _file.Dispose();

    private bool Take(int length, int ending, out ReadOnlySpan<byte> line)
    {
        line = _buffer.AsSpan(_start, length).TrimEnd((byte)'\r');
        _start += length + ending;
        Position += length + ending;
        return length + ending > 0;
    }

    private bool Fill()
    {
        Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length) Array.Resize(ref _buffer, 2 * _buffer.Length);
        var read = _file.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
