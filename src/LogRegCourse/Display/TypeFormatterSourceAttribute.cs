namespace LogRegCourse;

/// <summary>
/// Tells a notebook kernel how a value shows itself. Kernels know this attribute by its name alone
/// (a convention of .NET Interactive), so the library needs no reference to any of them.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The mime types a value is shown as, all of them at once.</summary>
    public string[] PreferredMimeTypes { get; set; } = ["text/html", "text/plain"];
}
