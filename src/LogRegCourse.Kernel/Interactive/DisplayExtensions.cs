using Microsoft.DotNet.Interactive;

// In this namespace, as in .NET Interactive, so that every cell has them.
namespace System;

/// <summary>Shows values.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value, in its preferred MIME types or in those given.</summary>
    public static DisplayedValue Display<T>(this T value, params string[] mimeTypes) => Kernel.display(value, mimeTypes);

    /// <summary>Shows text as a MIME type, for example text/markdown.</summary>
    public static DisplayedValue DisplayAs(this string value, string mimeType) => Kernel.display(new MarkedText(value, mimeType));

    /// <summary>Shows a sequence as a table.</summary>
    public static DisplayedValue DisplayTable<T>(this IEnumerable<T> source) => Kernel.display(source, "text/html");
}
