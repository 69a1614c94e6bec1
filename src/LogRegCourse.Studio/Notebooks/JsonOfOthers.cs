using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace LogRegCourse.Studio.Notebooks;

/// <summary>
/// The JSON that Python writes and reads, but JSON itself does not know: NaN and the infinities become null, half a
/// surrogate pair becomes U+FFFD, for neither can be kept in UTF-8 or drawn.
/// </summary>
internal static class JsonOfOthers
{
    private static readonly byte[][] NotNumbers = ["NaN"u8.ToArray(), "-Infinity"u8.ToArray(), "Infinity"u8.ToArray()];

    /// <summary>Where the bytes are no UTF-8: the line, from 1; null when they are.</summary>
    public static int? LineThatIsNotUtf8(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text)) return null;
        var line = 1;
        while (Rune.DecodeFromUtf8(text, out var rune, out var length) == OperationStatus.Done)
        {
            if (rune.Value == '\n') line++;
            text = text[length..];
        }
        return line;
    }

    /// <summary>How deep objects and lists are nested, as far as the text goes.</summary>
    public static int Depth(ReadOnlySpan<byte> text)
    {
        var (depth, deepest) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '"') at = EndOfString(text, at);
            else if (text[at] is (byte)'{' or (byte)'[') deepest = Math.Max(deepest, ++depth);
            else if (text[at] is (byte)'}' or (byte)']') depth--;
        }
        return deepest;
    }

    /// <summary>The text as JSON; the same bytes where nothing had to be changed.</summary>
    public static ReadOnlyMemory<byte> Made(ReadOnlyMemory<byte> utf8)
    {
        var text = utf8.Span;
        if (text.IndexOf("NaN"u8) < 0 && text.IndexOf("Infinity"u8) < 0 && text.IndexOf("\\ud"u8) < 0 && text.IndexOf("\\uD"u8) < 0) return utf8;
        var made = new ArrayBufferWriter<byte>(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '"')
            {
                var end = Math.Min(EndOfString(text, at) + 1, text.Length);
                AppendString(made, text[at..end]);
                at = end;
            }
            else if (NotNumberAt(text[at..]) is var length and > 0)
            {
                made.Write("null"u8);
                at += length;
            }
            else
            {
                made.Write(text.Slice(at++, 1));
            }
        }
        return made.WrittenMemory;
    }

    private static int NotNumberAt(ReadOnlySpan<byte> text)
    {
        foreach (var word in NotNumbers)
            if (text.StartsWith(word)) return word.Length;
        return 0;
    }

    // The place of the closing quote, or of the text's end.
    private static int EndOfString(ReadOnlySpan<byte> text, int start)
    {
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == '"') return at;
        }
        return text.Length;
    }

    private static void AppendString(ArrayBufferWriter<byte> made, ReadOnlySpan<byte> text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (text[at] != '\\' || at + 1 >= text.Length)
            {
                made.Write(text.Slice(at++, 1));
                continue;
            }
            var (first, second) = (Escaped(text[at..]), at + 6 <= text.Length ? Escaped(text[(at + 6)..]) : -1);
            var isPair = first is >= 0xD800 and <= 0xDBFF && second is >= 0xDC00 and <= 0xDFFF;
            var isHalf = !isPair && first is >= 0xD800 and <= 0xDFFF;
            var length = isPair ? 12 : first >= 0 ? 6 : 2;
            made.Write(isHalf ? "\\ufffd"u8 : text.Slice(at, length));
            at += length;
        }
    }

    // The number of an escape \uXXXX; -1 for anything else.
    private static int Escaped(ReadOnlySpan<byte> text) =>
        text.Length >= 6 && text.StartsWith("\\u"u8) && int.TryParse(text.Slice(2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code) ? code : -1;
}
