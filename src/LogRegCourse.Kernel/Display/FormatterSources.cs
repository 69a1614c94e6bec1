using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace LogRegCourse.Kernel.Display;

/// <summary>
/// Formatters that a type brings itself, by the convention of .NET Interactive: an attribute whose class is NAMED
/// TypeFormatterSourceAttribute names a source type, whose CreateTypeFormatters() gives objects with a MimeType and a
/// Format(value, TextWriter). Nothing is referenced on either side; only the names agree.
/// </summary>
internal static class FormatterSources
{
    private static readonly ConcurrentDictionary<Type, FormatterSource?> Known = new();

    /// <summary>What a type brings, or null when it brings nothing.</summary>
    public static FormatterSource? For(Type type) => Known.GetOrAdd(type, Find);

    private static FormatterSource? Find(Type type)
    {
        var attribute = type.GetCustomAttributes(inherit: true).FirstOrDefault(found => found.GetType().Name == "TypeFormatterSourceAttribute");
        if (attribute is null || Property(attribute, "FormatterSourceType") is not Type sourceType) return null;
        var source = Activator.CreateInstance(sourceType, nonPublic: true)!;
        var create = sourceType.GetMethod("CreateTypeFormatters", BindingFlags.Public | BindingFlags.Instance)
            ?? throw new ArgumentException($"{sourceType.Name}, named by {type.Name}'s TypeFormatterSourceAttribute, has no public method CreateTypeFormatters().");
        var formatters = ((IEnumerable)create.Invoke(source, null)!).Cast<object>().Select(TypeFormatter.From).ToList();
        return new FormatterSource(formatters, Property(attribute, "PreferredMimeTypes") as string[] ?? [MimeBundle.Html]);
    }

    private static object? Property(object on, string name) => on.GetType().GetProperty(name)?.GetValue(on);
}

/// <summary>The formatters of a type, and the MIME types a value of it is shown in.</summary>
internal sealed record FormatterSource(IReadOnlyList<TypeFormatter> Formatters, IReadOnlyList<string> PreferredMimeTypes)
{
    /// <summary>The value in a MIME type, or null when the type's formatters decline.</summary>
    public string? Format(object value, string mime)
    {
        foreach (var formatter in Formatters.Where(formatter => formatter.MimeType == mime))
        {
            using var writer = new StringWriter();
            if (formatter.Format(value, writer)) return writer.ToString();
        }
        return null;
    }
}

/// <summary>One formatter of a source.</summary>
internal sealed record TypeFormatter(string MimeType, Func<object, TextWriter, bool> Format)
{
    public static TypeFormatter From(object formatter)
    {
        var type = formatter.GetType();
        var mime = type.GetProperty("MimeType")?.GetValue(formatter) as string
            ?? throw new ArgumentException($"{type.Name} has no public string property MimeType.");
        var method = type.GetMethod("Format", [typeof(object), typeof(TextWriter)]);
        if (method?.ReturnType != typeof(bool))
            throw new ArgumentException($"{type.Name} has no public method bool Format(object, TextWriter).");
        return new(mime, method.CreateDelegate<Func<object, TextWriter, bool>>(formatter));
    }
}
