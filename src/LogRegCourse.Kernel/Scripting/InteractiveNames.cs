using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace LogRegCourse.Kernel.Scripting;

/// <summary>Tells whether a cell names what only .NET Interactive's own library has.</summary>
internal static partial class InteractiveNames
{
    // What the library gives a cell without a using, beyond what this kernel has itself.
    private static readonly string[] Bare = ["'Root'", "'Current'", "'GetInputsAsync'"];

    /// <summary>Whether the text names one of the library's namespaces.</summary>
    public static bool In(CellText text) => Namespaces().IsMatch(text.Written.GetText().ToString());

    /// <summary>Whether errors of the compiler come of the library's absence.</summary>
    public static bool MissingIn(IEnumerable<Diagnostic> diagnostics) => diagnostics.Any(found => found.Severity == DiagnosticSeverity.Error
        && found.GetMessage(System.Globalization.CultureInfo.InvariantCulture) is var message
        && ((found.Id == "CS0103" && Bare.Any(name => message.Contains(name, StringComparison.Ordinal))) || message.Contains("'Microsoft.DotNet.Interactive", StringComparison.Ordinal)));

    /// <summary>Whether errors of the compiler come of the absence of Newtonsoft.Json, which the released tool has.</summary>
    public static bool JsonMissingIn(IEnumerable<Diagnostic> diagnostics) => diagnostics.Any(found => found.Id == "CS0246"
        && found.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Contains("'Newtonsoft'", StringComparison.Ordinal));

    [GeneratedRegex(@"\bMicrosoft\s*\.\s*(DotNet\s*\.\s*Interactive|AspNetCore\s*\.\s*Html)\b")]
    private static partial Regex Namespaces();
}
