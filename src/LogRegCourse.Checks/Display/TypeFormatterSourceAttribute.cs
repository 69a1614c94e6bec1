namespace LogRegCourse.Checks.Display;

/// <summary>
/// .NET Interactive recognises an attribute of this name, wherever it is declared, and asks the source for formatters;
/// so values show themselves in notebooks without a reference to it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The type whose CreateTypeFormatters gives the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The MIME types that a value is sent as, in this order.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}
