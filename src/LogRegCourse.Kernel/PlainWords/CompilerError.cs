using System.Globalization;
using System.Text.RegularExpressions;
using LogRegCourse.Kernel.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LogRegCourse.Kernel.PlainWords;

/// <summary>One error of the compiler and what stands around it, for a sentence in plain words.</summary>
internal sealed partial class CompilerError
{
    private readonly CellText _text;
    private readonly Lazy<SemanticModel> _model;

    public CompilerError(CellText text, CSharpCompilation compilation, Diagnostic found)
    {
        _text = text;
        _model = new(() => compilation.GetSemanticModel(text.Compiled));
        Found = found;
        Message = found.GetMessage(CultureInfo.InvariantCulture);
        Node = text.Compiled.GetRoot().FindNode(found.Location.SourceSpan, findInsideTrivia: true, getInnermostNodeForTie: true);
        Span = text.Compiled.GetText().ToString(found.Location.SourceSpan);
        var line = text.Written.GetText().Lines.GetLineFromPosition(Math.Min(text.Original(found.Location.SourceSpan).Start, text.Written.Length));
        (Line, LineNumber) = (line.ToString(), line.LineNumber + 1);
    }

    public Diagnostic Found { get; }

    public string Code => Found.Id;

    /// <summary>The compiler's words.</summary>
    public string Message { get; }

    /// <summary>The text that the compiler points at.</summary>
    public string Span { get; }

    /// <summary>What the text is in the syntax.</summary>
    public SyntaxNode Node { get; }

    /// <summary>The student's line.</summary>
    public string Line { get; }

    /// <summary>Its number, from 1.</summary>
    public int LineNumber { get; }

    public SemanticModel Model => _model.Value;

    /// <summary>The n-th name that the compiler's words put between quotes.</summary>
    public string Quoted(int n) => QuotedPattern().Matches(Message).Select(match => match.Groups[1].Value).ElementAtOrDefault(n) ?? "";

    /// <summary>The type in the compiler's words as a student writes it.</summary>
    public string Type(int n) => NamespacePattern().Replace(Quoted(n), "");

    /// <summary>The student's line where it matches a pattern.</summary>
    public Match? OnLine(string pattern) => Regex.Match(Line, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) is { Success: true } match ? match : null;

    /// <summary>The name in scope that is closest to one that is not there; null if none is close.</summary>
    public string? Similar(string name) => Closest(name, Model.LookupSymbols(Found.Location.SourceSpan.Start).Where(symbol => !IsDeclaredBy(symbol.Name)));

    /// <summary>The member of a type that is closest to one that is not there.</summary>
    public string? SimilarMember(string name, ITypeSymbol type, bool isStatic) => Closest(name, Model
        .LookupSymbols(Found.Location.SourceSpan.Start, type, includeReducedExtensionMethods: true).Where(member => isStatic == (member.IsStatic && member is not IMethodSymbol { ReducedFrom: not null })));

    /// <summary>Whether a name is there.</summary>
    public bool Has(string name) => Model.LookupSymbols(Found.Location.SourceSpan.Start, name: name).Length > 0;

    /// <summary>Whether no cell before this one has a using: the first cell of a lesson, which brings its names, has not run.</summary>
    public bool IsBeforeFirstCell
    {
        get
        {
            for (var before = Model.Compilation.ScriptCompilationInfo?.PreviousScriptCompilation; before is not null; before = before.ScriptCompilationInfo?.PreviousScriptCompilation)
                if (before.SyntaxTrees.Any(tree => tree.GetRoot() is CompilationUnitSyntax { Usings.Count: > 0 })) return false;
            return true;
        }
    }

    /// <summary>Whether the name is declared by the statement that it stands in.</summary>
    public bool IsDeclaredBy(string name) => Node.FirstAncestorOrSelf<VariableDeclaratorSyntax>()?.Identifier.ValueText == name;

    private static string? Closest(string name, IEnumerable<ISymbol> symbols)
    {
        var names = symbols.Where(symbol => symbol.CanBeReferencedByName && symbol is not INamespaceSymbol).Select(symbol => symbol.Name).Distinct().ToList();
        if (names.FirstOrDefault(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase)) is { } same) return same;
        // A short name is close to too many others.
        var most = name.Length switch { < 4 => 0, < 6 => 1, _ => 2 };
        return names.Select(other => (Name: other, Distance: Distance(name.ToLowerInvariant(), other.ToLowerInvariant())))
            .Where(other => other.Distance <= most).OrderBy(other => other.Distance).ThenBy(other => other.Name, StringComparer.Ordinal).Select(other => other.Name).FirstOrDefault();
    }

    // Letters changed, left out, put in, or exchanged with their neighbour.
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2) return int.MaxValue;
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        return d[a.Length, b.Length];
    }

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex QuotedPattern();

    [GeneratedRegex(@"\b(?:[A-Za-z_]\w*\.)+(?=[A-Za-z_])")]
    private static partial Regex NamespacePattern();
}
