using System.Globalization;
using System.Xml;
using Microsoft.CodeAnalysis;

namespace LogRegCourse.Kernel.Scripting;

/// <summary>The documentation files of a library, read when the first question comes.</summary>
internal sealed class XmlDocumentation(params string[] paths) : DocumentationProvider
{
    private readonly Lazy<Dictionary<string, string>> _members = new(() => Read(paths));

    /// <summary>The documentation that lies beside a library; null where there is none.</summary>
    public static XmlDocumentation? Beside(string library)
    {
        var file = Path.ChangeExtension(library, ".xml");
        return File.Exists(file) ? new XmlDocumentation(file) : null;
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    protected override string GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        _members.Value.GetValueOrDefault(documentationMemberID, "");

    private static Dictionary<string, string> Read(string[] paths)
    {
        Dictionary<string, string> members = [];
        foreach (var path in paths) Read(path, members);
        return members;
    }

    private static void Read(string path, Dictionary<string, string> members)
    {
        try
        {
            using var reader = XmlReader.Create(path);
            while (!reader.EOF)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.Name == "member" && reader.GetAttribute("name") is { } name) members[name] = reader.ReadOuterXml();
                else reader.Read();
            }
        }
        catch (XmlException)
        {
            // What was read before the mistake is still true.
        }
    }
}
