
namespace LogRegCourse.KernelProcess.Jupyter;

/// <summary>Jupyter counts characters (code points) where C# counts UTF-16 units.</summary>
internal static class CursorOffsets
{
    public static int ToUtf16(string text, int codePoints)
    {
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (codePoints-- <= 0) break;
            at += rune.Utf16SequenceLength;
        }
        return at;
    }

    public static int ToCodePoints(string text, int utf16) => text[..Math.Min(utf16, text.Length)].EnumerateRunes().Count();
}
