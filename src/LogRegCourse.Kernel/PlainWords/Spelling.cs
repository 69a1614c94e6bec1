using LogRegCourse.Kernel.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LogRegCourse.Kernel.PlainWords;

/// <summary>
/// Accepts what can mean one thing only: σ and π, x², the minus and the quotes of a word processor, whole numbers where a
/// list of doubles is wanted. The student's text stays what it is; the compiler gets another.
/// </summary>
internal static class Spelling
{
    /// <summary>A sign that is accepted may bring a name to light, and the name a list.</summary>
    public const int MostRounds = 3;

    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static readonly Dictionary<char, string> Signs = new()
    {
        ['−'] = "-", ['–'] = "-", ['—'] = "-", ['×'] = "*", ['·'] = "*", ['⋅'] = "*", ['∗'] = "*", ['÷'] = "/", ['“'] = "\"", ['”'] = "\"", ['„'] = "\"", ['≤'] = "<=", ['≥'] = ">=", ['≠'] = "!=",
    };

    private static readonly Dictionary<string, string> Names = new() { ["σ"] = "Sigmoid", ["π"] = "PI" };

    /// <summary>Where a cell does not compile as it is written, what came of another spelling. Where that lacks a name that
    /// the student did not write, the words about the student's own are kept.</summary>
    public static CompileResult Accepted(CompileResult asWritten, Func<CellText, CompileResult> compile)
    {
        var tried = asWritten;
        for (var round = 0; round < MostRounds && tried.Submission is null; round++)
        {
            var changes = ChangesFor(tried.Text.Compiled, tried.Diagnostics);
            if (changes.Count == 0) break;
            tried = compile(tried.Text.Respelled(changes));
        }
        return tried.Submission is null && LacksNames(tried) ? asWritten : tried;
    }

    /// <summary>What to change in the compiled text, in the order of the places; empty where nothing can be accepted.</summary>
    public static IReadOnlyList<TextChange> ChangesFor(SyntaxTree tree, IEnumerable<Diagnostic> diagnostics)
    {
        var source = tree.GetText().ToString();
        var errors = diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error && found.Location.SourceTree == tree).ToList();
        return [.. errors.SelectMany(found => Changes(tree.GetRoot(), source, found)).Distinct().OrderBy(change => change.Span.Start)];
    }

    // What was put in is not known here, as σ is not without the course's library.
    private static bool LacksNames(CompileResult respelled) => respelled.Diagnostics.Any(found => found.Id == "CS0103"
        && Names.Values.Append("Pow").Contains(respelled.Text.Compiled.GetText().ToString(found.Location.SourceSpan)));

    private static IEnumerable<TextChange> Changes(SyntaxNode root, string source, Diagnostic found)
    {
        var at = found.Location.SourceSpan.Start;
        switch (found.Id)
        {
            case "CS1056" when at < source.Length && Signs.TryGetValue(source[at], out var sign):
                return [new(new(at, 1), sign)];
            case "CS1056" when at < source.Length && Superscripts.Contains(source[at]):
                return Power(source, at);
            case "CS0103" when Names.TryGetValue(source[at..found.Location.SourceSpan.End], out var name):
                return [new(found.Location.SourceSpan, name)];
            case "CS0029" or "CS1503" when root.FindNode(found.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax list && Conversion(found) is var (before, after):
                return [new(new(list.SpanStart, 0), before), new(new(list.Span.End, 0), after)];
            default:
                return [];
        }
    }

    // The base of a power is what stands right before it: a name, a number, a bracket with the function before it.
    private static IEnumerable<TextChange> Power(string source, int at)
    {
        if (at > 0 && Superscripts.Contains(source[at - 1])) return [];
        var end = at;
        while (end < source.Length && Superscripts.Contains(source[end])) end++;
        var start = at;
        while (start > 0 && source[start - 1] is ')' or ']')
        {
            var depth = 0;
            do
            {
                start--;
                depth += source[start] switch { ')' or ']' => 1, '(' or '[' => -1, _ => 0 };
            }
            while (depth > 0 && start > 0);
        }
        while (start > 0 && (char.IsLetterOrDigit(source[start - 1]) || source[start - 1] is '.' or '_')) start--;
        if (start == at) return [];
        var exponent = string.Concat(source[at..end].Select(digit => Superscripts.IndexOf(digit)));
        return [new(new(start, 0), "Pow("), new(TextSpan.FromBounds(at, end), $", {exponent})")];
    }

    private static (string Before, string After)? Conversion(Diagnostic found)
    {
        var message = found.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        const string Each = "__whole => (double)__whole";
        if (message.Contains("'int[]' to 'double[]'", StringComparison.Ordinal)) return ("global::System.Array.ConvertAll(", $", {Each})");
        if (message.Contains("'int[][]' to 'double[][]'", StringComparison.Ordinal)) return ("global::System.Array.ConvertAll(", $", __row => global::System.Array.ConvertAll(__row, {Each}))");
        return null;
    }
}
