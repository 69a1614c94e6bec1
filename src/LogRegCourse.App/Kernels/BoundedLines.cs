using System.Text;

namespace LogRegCourse.App.Kernels;

/// <summary>Lines of a text whose writer need not be well-meaning: what is beyond the limit of a line is read and dropped.</summary>
internal static class BoundedLines
{
    private const int Piece = 16 * 1024;

    /// <returns>Each line, as soon as its end is there, and whether it was cut.</returns>
    public static IEnumerable<(string Line, bool IsCut)> Of(Stream stream, int longest)
    {
        // Not by a StreamReader: when a read fills its buffer to the last byte it waits for more, with whole lines in hand.
        var bytes = new byte[Piece];
        var decoder = Encoding.UTF8.GetDecoder();
        var piece = new char[Encoding.UTF8.GetMaxCharCount(Piece)];
        var line = new StringBuilder();
        var isCut = false;
        for (int read; (read = stream.Read(bytes, 0, bytes.Length)) > 0;)
        {
            var count = decoder.GetChars(bytes, 0, read, piece, 0);
            for (var from = 0; from < count;)
            {
                var end = Array.IndexOf(piece, '\n', from, count - from);
                var length = (end < 0 ? count : end) - from;
                var fitting = Math.Min(length, longest - line.Length);
                line.Append(piece, from, fitting);
                isCut |= fitting < length;
                from += length + 1;
                if (end < 0) break;
                yield return (Taken(), isCut);
                isCut = false;
            }
        }
        if (line.Length > 0) yield return (Taken(), isCut);

        string Taken()
        {
            var text = line.ToString().TrimEnd('\r');
            line.Clear();
            if (line.Capacity > Piece) line.Capacity = Piece;
            return text;
        }
    }
}
