namespace LogRegCourse.Kernel.Interactive;

/// <summary>Text that is already in a MIME type and is shown as it is.</summary>
/// <param name="Text">The text.</param>
/// <param name="MimeType">Its MIME type, for example text/html.</param>
public sealed record MarkedText(string Text, string MimeType)
{
    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
