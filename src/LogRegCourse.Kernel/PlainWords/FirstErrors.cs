using LogRegCourse.Kernel.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LogRegCourse.Kernel.PlainWords;

/// <summary>An error that is shown, with a sentence in plain words where there is one.</summary>
internal sealed record ShownError(Diagnostic Found, string? Sentence);

/// <summary>Of errors that follow from each other only the first is shown: one slip makes the compiler see many.</summary>
internal static class FirstErrors
{
    public static IReadOnlyList<ShownError> Of(CellText text, CSharpCompilation compilation, IEnumerable<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).OrderBy(found => found.Location.SourceSpan.Start).ToList();
        var own = errors.Where(found => found.Location.SourceTree == text.Compiled).ToList();
        if (own.Count == 0) return [.. errors.Select(found => new ShownError(found, null))];
        var syntax = text.Compiled.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error).OrderBy(found => found.Location.SourceSpan.Start).FirstOrDefault();
        return syntax is null ? OnePerStatement(text, compilation, own) : [OfSyntax(text, compilation, own, syntax)];
    }

    // Behind a sign that is out of place the compiler guesses: what it says of the rest means little. But the line's own
    // errors may say what is out of place.
    private static ShownError OfSyntax(CellText text, CSharpCompilation compilation, List<Diagnostic> errors, Diagnostic syntax)
    {
        var line = LineOf(text, syntax);
        var onLine = errors.Where(found => LineOf(text, found) == line).ToList();
        if (!onLine.Any(found => found.Id == syntax.Id)) onLine.Add(syntax);
        var candidates = onLine.OrderByDescending(found => found.Id == syntax.Id).Select(found => new ShownError(found, PlainWords.For(new CompilerError(text, compilation, found)))).ToList();
        // A line of another language is known by any of its errors; what is only missing is said last.
        return candidates.FirstOrDefault(error => error.Sentence is not null) is { } said ? said with { Found = candidates[0].Found } : candidates[0];
    }

    private static List<ShownError> OnePerStatement(CellText text, CSharpCompilation compilation, List<Diagnostic> errors)
    {
        List<ShownError> shown = [];
        HashSet<SyntaxNode> statements = [];
        HashSet<string> missing = [];
        foreach (var found in errors)
        {
            var error = new CompilerError(text, compilation, found);
            // That a function returns nothing may follow from what is wrong inside it.
            if (found.Id == "CS0161" && errors.Any(other => other != found && Function(error.Node) is { } function && function.Span.Contains(other.Location.SourceSpan) && other.Location.SourceSpan.Start > found.Location.SourceSpan.Start)) continue;
            if (!statements.Add(Statement(error.Node))) continue;
            if (found.Id == "CS0103" && !missing.Add(error.Span)) continue;
            shown.Add(new(found, PlainWords.For(error)));
        }
        return shown;
    }

    private static SyntaxNode Statement(SyntaxNode node) =>
        node.AncestorsAndSelf().FirstOrDefault(part => part is StatementSyntax or MemberDeclarationSyntax) ?? node.SyntaxTree.GetRoot();

    private static SyntaxNode? Function(SyntaxNode node) => node.AncestorsAndSelf().FirstOrDefault(part => part is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax);

    private static int LineOf(CellText text, Diagnostic found) =>
        text.Written.GetText().Lines.GetLineFromPosition(Math.Min(text.Original(found.Location.SourceSpan).Start, text.Written.Length)).LineNumber;
}
