namespace LogRegCourse.Checks.Display;

/// <summary>One formatter as .NET Interactive's convention asks: a MIME type and how a value is written as it.</summary>
internal sealed class MimeFormatter<T>(string mimeType, Func<T, string> write)
{
    /// <summary>The MIME type.</summary>
    public string MimeType => mimeType;

    /// <summary>Writes the value; false leaves it to another formatter.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not T value) return false;
        writer.Write(write(value));
        return true;
    }
}
