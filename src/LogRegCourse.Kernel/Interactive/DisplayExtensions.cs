// In a namespace of their own, which every cell imports and nothing else is in.
namespace LogRegCourse.Kernel.Interactive.Extensions;

/// <summary>Shows values.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value, in its preferred MIME types or in those given.</summary>
    public static DisplayedValue Display<T>(this T value, params string[] mimeTypes) => CellFunctions.display(value, mimeTypes);

    /// <summary>Shows text as a MIME type, for example text/markdown.</summary>
    public static DisplayedValue DisplayAs(this string value, string mimeType) => CellFunctions.display(new MarkedText(value, mimeType));

    /// <summary>Shows a sequence as a table.</summary>
    public static DisplayedValue DisplayTable<T>(this IEnumerable<T> source) => CellFunctions.display(source, "text/html");
}
