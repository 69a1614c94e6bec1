using System.Text.RegularExpressions;
using LogRegCourse.Kernel.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LogRegCourse.Kernel.Magics;

/// <summary>
/// Takes a cell apart at its magic lines (#!...), as Polyglot Notebooks does. In C# such a line is one only where the
/// compiler would see a directive: not inside a string, a comment or code that #if leaves out.
/// </summary>
internal static partial class CellSteps
{
    private const string CSharp = "csharp";

    // Kernels of Polyglot Notebooks and its extensions that a line selects for the lines behind it.
    private static readonly HashSet<string> Kernels =
        [CSharp, "fsharp", "pwsh", "html", "markdown", "javascript", "mermaid", "value", "http", "sql", "kql", "python", "r", "meta"];

    private static readonly Dictionary<string, string> OtherNames = new()
    {
        ["c#"] = CSharp,
        ["C#"] = CSharp,
        ["f#"] = "fsharp",
        ["F#"] = "fsharp",
        ["powershell"] = "pwsh",
        ["js"] = "javascript",
    };

    /// <summary>The steps of a cell. Kernel: the one that the cell's metadata names, null for C#.</summary>
    public static IReadOnlyList<CellStep> Of(string source, string? kernel = null)
    {
        kernel = kernel is null ? CSharp : OtherNames.GetValueOrDefault(kernel, kernel);
        if (kernel == CSharp && !MagicLine().IsMatch(source)) return [new CSharpStep(source, 1)];
        var steps = new List<CellStep>();
        var (at, line, arguments) = (0, 1, Array.Empty<string>());
        while (at < source.Length || steps.Count == 0)
        {
            var end = kernel == CSharp ? EndOfCSharp(source, at) : EndOfOther(source, at);
            var text = source[at..end];
            if (kernel != CSharp) steps.Add(new OtherStep(kernel, arguments, text.Trim('\r', '\n'), line));
            else if (!string.IsNullOrWhiteSpace(text)) steps.Add(new CSharpStep(Only(source, at, end), line));
            line += text.AsSpan().Count('\n');
            if (end >= source.Length) break;
            // A magic line, up to its end.
            var next = source.IndexOf('\n', end) is var found and >= 0 ? found + 1 : source.Length;
            var words = Words(source[end..next].Trim()[2..]);
            // A line may hold nothing but the sign.
            var (name, rest) = words is [var first, .. var others] ? (first, others) : ("", []);
            if (OtherNames.GetValueOrDefault(name, name) is var selected && Kernels.Contains(selected)) (kernel, arguments) = (selected, rest);
            else steps.Add(new MagicStep(name, rest, line));
            line++;
            at = next;
            if (at >= source.Length && kernel != CSharp && name == kernel) steps.Add(new OtherStep(kernel, arguments, "", line));
        }
        return steps;
    }

    /// <summary>The C# of a cell alone, places kept: what help while typing looks at.</summary>
    public static string CSharpOf(string source)
    {
        if (!MagicLine().IsMatch(source)) return source;
        var kept = Blank(source).ToCharArray();
        foreach (var step in Of(source).OfType<CSharpStep>())
            for (var at = 0; at < kept.Length; at++)
                if (kept[at] == ' ') kept[at] = step.Text[at];
        return new string(kept);
    }

    // What stands behind a magic line may be of another language: the compiler is asked about the text up to it.
    private static int EndOfCSharp(string source, int start)
    {
        for (var magic = MagicLine().Match(source, start); magic.Success; magic = magic.NextMatch())
        {
            var sign = magic.Groups["magic"].Index;
            var text = Only(source, start, magic.Index + magic.Length);
            Nesting.Check(text);
            var directives = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(kind: SourceCodeKind.Script)).GetRoot()
                .DescendantTrivia(descendIntoTrivia: true).Select(trivia => trivia.GetStructure()).OfType<DirectiveTriviaSyntax>();
            // Their places are those of the # sign; a line's indentation is trivia of its own.
            if (directives.Any(directive => directive.IsActive && directive.HashToken.SpanStart == sign)) return sign;
        }
        return source.Length;
    }

    private static int EndOfOther(string source, int start)
    {
        foreach (Match line in MagicLine().Matches(source, start))
            if (line.Groups["name"].Value is var name && Kernels.Contains(OtherNames.GetValueOrDefault(name, name))) return line.Groups["magic"].Index;
        return source.Length;
    }

    // Split at spaces outside quotation marks; those around a whole word are taken off.
    private static string[] Words(string line)
    {
        List<string> words = [];
        for (var at = 0; at < line.Length;)
        {
            if (char.IsWhiteSpace(line[at]))
            {
                at++;
                continue;
            }
            var (start, isQuoted) = (at, false);
            for (; at < line.Length && (isQuoted || !char.IsWhiteSpace(line[at])); at++)
                if (line[at] == '"') isQuoted = !isQuoted;
            var word = line[start..at];
            words.Add(word is ['"', .. var bare, '"'] && !bare.Contains('"') ? bare : word);
        }
        return [.. words];
    }

    private static string Only(string source, int start, int end) => Blank(source[..start]) + source[start..end] + Blank(source[end..]);

    private static string Blank(string text) => LineCharacter().Replace(text, " ");

    [GeneratedRegex(@"^[ \t]*(?<magic>#!(?<name>[^\s]*))", RegexOptions.Multiline)]
    private static partial Regex MagicLine();

    [GeneratedRegex(@"[^\r\n]")]
    private static partial Regex LineCharacter();
}
