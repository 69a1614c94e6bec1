using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LogRegCourse.Kernel.Scripting;

/// <summary>Which older methods a cell's own take the place of.</summary>
internal enum Hides
{
    /// <summary>Those of the same cell, and those of others with as many parameters.</summary>
    All,

    /// <summary>Those of the same cell.</summary>
    SameCell,
}

/// <summary>
/// Methods that a later one takes the place of. The compiler gathers the methods of all cells as overloads and hides only
/// those of the same signature, so a wrong first signature would stay beside the right second one. What a cell declares
/// again is therefore hidden: the compilations that later cells continue are made anew, with the old method and all that
/// calls it spelled otherwise. They are only looked things up in; what ran stays loaded as it was.
/// </summary>
internal static class Superseded
{
    // No student writes it, and the compiler takes it for an identifier.
    private const string Suffix = "\u203Fearlier";

    // Each cell that declares a method asks all cells before it: what one of them declares is looked up once.
    private static readonly ConditionalWeakTable<CSharpCompilation, IMethodSymbol[]> Declared = [];

    /// <summary>The older methods that a submission's own take the place of: of the same name, and declared by the same cell
    /// before or with as many parameters. IsSameCell: whether an assembly is a submission of that cell, from an earlier run.</summary>
    public static IReadOnlyList<IMethodSymbol> By(CSharpCompilation submission, Func<string, bool> isSameCell, Hides hides)
    {
        var own = Methods(submission).ToLookup(method => method.Name);
        if (own.Count == 0) return [];
        List<IMethodSymbol> found = [];
        for (var earlier = submission.ScriptCompilationInfo!.PreviousScriptCompilation; earlier is not null; earlier = earlier.ScriptCompilationInfo!.PreviousScriptCompilation)
        {
            var isSame = isSameCell(earlier.AssemblyName!);
            if (isSame || hides == Hides.All) found.AddRange(Methods(earlier).Where(old => own.Contains(old.Name) && IsReplaced(old, own[old.Name], isSame)));
        }
        return found;
    }

    /// <summary>A chain in which methods have no name that a cell could write; null where it does not compile without them.</summary>
    public static CSharpCompilation? Hidden(CSharpCompilation last, IReadOnlyList<IMethodSymbol> methods)
    {
        var names = methods.Select(method => method.Name).ToHashSet();
        var waiting = methods.Select(method => method.ContainingAssembly.Name).ToHashSet();
        Stack<CSharpCompilation> changing = [];
        CSharpCompilation? unchanged = last;
        for (; waiting.Count > 0; unchanged = unchanged.ScriptCompilationInfo!.PreviousScriptCompilation)
        {
            changing.Push(unchanged!);
            waiting.Remove(unchanged!.AssemblyName!);
        }
        foreach (var compilation in changing)
        {
            var tree = compilation.SyntaxTrees.Last();
            var renamed = Renamed(compilation, tree, names, methods);
            unchanged = (renamed == tree ? compilation : compilation.ReplaceSyntaxTree(tree, renamed))
                .WithScriptCompilationInfo(compilation.ScriptCompilationInfo!.WithPreviousScriptCompilation(unchanged));
            if (SubmissionChain.HasErrors(unchanged)) return null;
        }
        return unchanged;
    }

    /// <summary>Whether the variables of two chains of the same cells have the same types: an overload may be hidden in one.</summary>
    public static bool HaveSameVariables(CSharpCompilation? one, CSharpCompilation? other)
    {
        for (; other is not null && !ReferenceEquals(one, other); (one, other) = (one!.ScriptCompilationInfo!.PreviousScriptCompilation, other.ScriptCompilationInfo!.PreviousScriptCompilation))
            if (!Types(one!).SequenceEqual(Types(other))) return false;
        return true;

        static IEnumerable<string> Types(CSharpCompilation submission) => submission.ScriptClass!.GetMembers().OfType<IFieldSymbol>().Select(field => field.Type.ToDisplayString());
    }

    private static IMethodSymbol[] Methods(CSharpCompilation submission) => Declared.GetValue(submission, static submission => [.. OwnMethods(submission)]);

    // A method of a file that the cell loads has no place in the cell's own tree.
    private static IEnumerable<IMethodSymbol> OwnMethods(CSharpCompilation submission) =>
        submission.SyntaxTrees.Last() is var tree && tree.GetCompilationUnitRoot().Members.OfType<MethodDeclarationSyntax>().Any()
            ? submission.ScriptClass!.GetMembers().OfType<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary && method.DeclaringSyntaxReferences.Any(place => place.SyntaxTree == tree))
            : [];

    // Methods of the same signature hide one another already, unless they are called as extensions.
    private static bool IsReplaced(IMethodSymbol old, IEnumerable<IMethodSymbol> own, bool isSameCell) =>
        own.Any(method => isSameCell || method.Parameters.Length == old.Parameters.Length) && (old.IsExtensionMethod || !own.Any(method => HasSameSignature(method, old)));

    private static bool HasSameSignature(IMethodSymbol one, IMethodSymbol other) =>
        one.Arity == 0 && other.Arity == 0
        && one.Parameters.Select(parameter => parameter.RefKind).SequenceEqual(other.Parameters.Select(parameter => parameter.RefKind))
        && one.Parameters.Select(parameter => parameter.Type).Append(one.ReturnType).SequenceEqual(other.Parameters.Select(parameter => parameter.Type).Append(other.ReturnType), SymbolEqualityComparer.Default);

    private static SyntaxTree Renamed(CSharpCompilation compilation, SyntaxTree tree, HashSet<string> names, IReadOnlyList<IMethodSymbol> methods)
    {
        var tokens = tree.GetRoot().DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText)).ToList();
        if (tokens.Count == 0) return tree;
        var model = compilation.GetSemanticModel(tree);
        // A name without a symbol of its own, as in nameof, may mean any of several: some of them stay.
        var old = tokens.Where(token => SymbolsOf(token.Parent!, model) is { Count: > 0 } meant && meant.All(symbol => methods.Contains(symbol, SymbolEqualityComparer.Default))).ToList();
        if (old.Count == 0) return tree;
        var root = tree.GetRoot().ReplaceTokens(old, (token, _) => SyntaxFactory.Identifier(token.LeadingTrivia, token.ValueText + Suffix, token.TrailingTrivia));
        return tree.WithRootAndOptions(root, tree.Options);
    }

    private static IReadOnlyList<ISymbol> SymbolsOf(SyntaxNode node, SemanticModel model) => node switch
    {
        MethodDeclarationSyntax declaration => [model.GetDeclaredSymbol(declaration)!],
        SimpleNameSyntax name => [.. (model.GetSymbolInfo(name).Symbol is { } called ? [called] : model.GetMemberGroup(name)).Select(symbol => ((symbol as IMethodSymbol)?.ReducedFrom ?? symbol).OriginalDefinition)],
        _ => [],
    };
}
