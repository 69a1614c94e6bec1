using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LogRegCourse.Kernel.Scripting;

/// <summary>
/// A cell's source as the compiler gets it: package lines taken out (they are the kernel's business, and the compiler
/// allows no #r behind code), questions about the stop flag put in. Every place leads back to the student's text.
/// </summary>
internal sealed class CellText
{
    // The SDK's own language, not the compiler's newest: each version makes words that notebooks use as names into keywords.
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);

    private readonly IReadOnlyList<TextChange> _changes;
    private readonly CellText? _asWritten;

    private CellText(SyntaxTree written, SyntaxTree compiled, IReadOnlyList<TextChange> changes, IReadOnlyList<PackageLine> packages, CellText? asWritten = null)
    {
        _asWritten = asWritten;
        Written = written;
        Compiled = compiled;
        Packages = packages;
        _changes = changes;
    }

    /// <summary>The student's text, package lines blanked.</summary>
    public SyntaxTree Written { get; }

    /// <summary>The text that is compiled.</summary>
    public SyntaxTree Compiled { get; }

    /// <summary>The #r "nuget: ..." and #i "nuget: ..." lines.</summary>
    public IReadOnlyList<PackageLine> Packages { get; }

    /// <summary>Whether the cell declares code that may be called often. Such cells are compiled with optimisation; the
    /// others without, for then an error knows its line even where optimised code shares one exit (an index out of
    /// range), and top-level variables, being fields, gain next to nothing from it.</summary>
    public bool DeclaresFunctions => Written.GetRoot().DescendantNodes().Any(node =>
        node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or QueryExpressionSyntax or BaseTypeDeclarationSyntax);

    /// <summary>Path: what stack traces call this cell. A text that will not run needs no questions about the stop flag.</summary>
    /// <exception cref="TooDeepException">The compiler cannot read it.</exception>
    public static CellText Parse(string source, string path, bool isPolled = true)
    {
        Nesting.Check(source);
        var lines = PackageLine.In(source, ParseOptions);
        var packages = lines.Select(line => line.Package).ToList();
        var text = lines.Aggregate(source, (rest, line) => string.Concat(rest.AsSpan(0, line.Place.Start), new string(' ', line.Place.Length), rest.AsSpan(line.Place.End)));
        var written = CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), ParseOptions, path);
        if (!isPolled || written.GetDiagnostics().Any(found => found.Severity == DiagnosticSeverity.Error)) return new(written, written, [], packages);
        var (compiled, changes) = WithPolling(written);
        return new(written, compiled, changes, packages);
    }

    /// <summary>The same text for the student and another for the compiler: changes to what it got before, none with a new line.</summary>
    public CellText Respelled(IReadOnlyList<TextChange> changes)
    {
        // Without errors of syntax the compiler got questions about the stop flag already.
        var respelled = Compiled.WithChangedText(Compiled.GetText().WithChanges(changes));
        if (Compiled != Written || respelled.GetDiagnostics().Any(found => found.Severity == DiagnosticSeverity.Error)) return new(Written, respelled, changes, Packages, this);
        var between = new CellText(Written, respelled, changes, Packages, this);
        var (compiled, polls) = WithPolling(respelled);
        return new(Written, compiled, polls, Packages, between);
    }

    private static (SyntaxTree Compiled, IReadOnlyList<TextChange> Changes) WithPolling(SyntaxTree tree)
    {
        var changes = StopPolling.ChangesFor(tree);
        return (changes.Count == 0 ? tree : tree.WithChangedText(tree.GetText().WithChanges(changes)), changes);
    }

    /// <summary>Where a span of the compiled text lies in the student's.</summary>
    public TextSpan Original(TextSpan span) => TextSpan.FromBounds(Original(span.Start), Original(span.End));

    private int Original(int position)
    {
        var before = StopPolling.OriginalPosition(position, _changes);
        return _asWritten?.Original(before) ?? before;
    }
}
