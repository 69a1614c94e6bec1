using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LogRegCourse.Kernel.Scripting;

/// <summary>A package that a cell asks for (#r), or a folder or feed to look in (#i: IsSource, Name is the address).
/// Version: as NuGet writes it: a version, a range or a pattern; * where the line names none.</summary>
internal sealed partial record PackageLine(string Name, string Version, bool IsSource, int Line)
{
    /// <summary>The package lines of a script and their places. A line inside a string, a comment or code that #if leaves
    /// out is none.</summary>
    public static IReadOnlyList<(PackageLine Package, TextSpan Place)> In(string source, CSharpParseOptions options)
    {
        var lines = Pattern().Matches(source);
        if (lines.Count == 0) return [];
        var directives = CSharpSyntaxTree.ParseText(source, options).GetRoot().DescendantTrivia(descendIntoTrivia: true)
            .Select(trivia => trivia.GetStructure()).OfType<DirectiveTriviaSyntax>().Where(directive => directive.IsActive).Select(directive => directive.HashToken.SpanStart).ToHashSet();
        return [.. lines.Where(line => directives.Contains(line.Groups["hash"].Index)).Select(line => (From(source, line), new TextSpan(line.Index, line.Length)))];
    }

    /// <summary>A line's body, behind nuget:, as a package.</summary>
    public static PackageLine Of(string body, bool isSource, int line)
    {
        if (isSource) return new(body.Trim(), "", true, line);
        var name = body;
        var version = "";
        if (body.IndexOf(',') is var comma and >= 0)
        {
            name = body[..comma];
            var rest = body[(comma + 1)..].Trim();
            // A range has a comma of its own; beside a version the line may carry options that restoring does not need.
            version = rest is ['[' or '(', ..] ? rest : rest.Split(',', StringSplitOptions.TrimEntries).FirstOrDefault(part => !part.Contains('=') || part.StartsWith("version", StringComparison.OrdinalIgnoreCase)) ?? "";
            if (version.IndexOf('=') is var equals and >= 0) version = version[(equals + 1)..].Trim();
        }
        return new(name.Trim(), version.Length == 0 ? "*" : version, false, line);
    }

    private static PackageLine From(string source, Match line) =>
        Of(line.Groups["body"].Value, line.Groups["what"].Value == "i", 1 + source.AsSpan(0, line.Groups["hash"].Index).Count('\n'));

    [GeneratedRegex("""^[ \t]*(?<hash>#)[ \t]*(?<what>[ri])[ \t]+"[ \t]*nuget[ \t]*:(?<body>[^"\r\n]*)"[^\r\n]*""", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
