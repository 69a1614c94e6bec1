using System.Collections;
using System.Text.Json;
using LogRegCourse.Kernel.Interactive;

namespace LogRegCourse.Kernel.Display;

/// <summary>Turns a value into the bundle that front ends show.</summary>
internal static class ValueFormatter
{
    /// <summary>The formatters of the notebook, where it has loaded .NET Interactive's library.</summary>
    public static IInteractiveLibrary? Library { get; set; }

    /// <summary>A value in its preferred MIME types, or in those asked for.</summary>
    /// <exception cref="ArgumentException">A MIME type was asked for that the value has no formatter for.</exception>
    public static IReadOnlyDictionary<string, JsonElement> Format(object? value, IReadOnlyList<string> mimeTypes)
    {
        if (Library is { } library && value is not MarkedText && (value is null || ChartFormatter.ChartType(value) is null)) return MimeBundle.Of(library.Format(value, mimeTypes));
        value = Settled(value);
        if (mimeTypes.Count > 0) return MimeBundle.Of(mimeTypes.Select(mime => (mime, As(value, mime))));
        if (value is MarkedText marked) return MimeBundle.Of([(marked.MimeType, marked.Text)]);
        if (value is string text) return MimeBundle.Of([(MimeBundle.Plain, PlainText.Of(text))]);
        if (value is not null && ChartFormatter.Format(value) is { } chart) return chart;
        IReadOnlyList<string> preferred = value is not null && FormatterSources.For(value.GetType()) is { } source
            ? source.PreferredMimeTypes
            : [MimeBundle.Html, MimeBundle.Plain];
        return MimeBundle.Of(preferred.Select(mime => (mime, As(value, mime))));
    }

    // A query is worked out once: each time could give other numbers, and cost as much again.
    private static object? Settled(object? value) =>
        value is IEnumerable query and not ICollection && !Members.IsScalar(value) && value.GetType() is var type && FormatterSources.For(type) is null && ChartFormatter.ChartType(value) is null
            ? new SettledQuery([.. query.Cast<object?>().Take(Members.MaxItems + 1)], Members.CountOf(query))
            : value;

    private static string As(object? value, string mime)
    {
        if (value is MarkedText marked && marked.MimeType == mime) return marked.Text;
        var own = value is null ? null : FormatterSources.For(value.GetType())?.Format(value, mime);
        return own ?? mime switch
        {
            MimeBundle.Html => HtmlText.Of(value),
            MimeBundle.Plain => PlainText.Of(value),
            "application/json" => JsonSerializer.Serialize(value),
            _ => throw new ArgumentException($"No formatter is registered for MIME type {mime}."),
        };
    }
}
