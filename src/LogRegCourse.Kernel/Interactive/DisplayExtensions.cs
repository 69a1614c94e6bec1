// In a namespace of their own, which every cell imports and nothing else is in.
namespace LogRegCourse.Kernel.Interactive.Extensions;

/// <summary>Shows values. Where a notebook has loaded .NET Interactive's own library its extensions of these names stand
/// beside these, so each parameter here is a little wider than there: the compiler then takes the other.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value, in its preferred MIME types or in those given.</summary>
    public static DisplayedValue Display(this object? value, params IEnumerable<string> mimeTypes) => CellFunctions.display(value, [.. mimeTypes]);

    /// <summary>Shows text as a MIME type, for example text/markdown.</summary>
    public static DisplayedValue DisplayAs(this string value, ReadOnlySpan<char> mimeType) => CellFunctions.display(new MarkedText(value, mimeType.ToString()));

    /// <summary>Shows a sequence as a table.</summary>
    public static DisplayedValue DisplayTable(this System.Collections.IEnumerable source) => CellFunctions.display(source, "text/html");
}
