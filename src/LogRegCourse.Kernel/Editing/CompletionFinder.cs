using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LogRegCourse.Kernel.Editing;

/// <summary>What could be written at a position, by looking names up in the semantic model.</summary>
internal static class CompletionFinder
{
    private const int MaxItems = 500;

    private static readonly string[] Keywords =
        [.. SyntaxFacts.GetReservedKeywordKinds().Concat([SyntaxKind.VarKeyword, SyntaxKind.AwaitKeyword, SyntaxKind.RecordKeyword, SyntaxKind.WithKeyword]).Select(SyntaxFacts.GetText)];

    public static Completions Find(CellPreview preview, int position, CancellationToken cancel)
    {
        var text = preview.Tree.GetText(cancel);
        position = Math.Clamp(position, 0, text.Length);
        var start = position;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(text[start - 1])) start--;
        var written = text.ToString(TextSpan.FromBounds(start, position));
        var token = preview.Tree.GetRoot(cancel).FindToken(Math.Max(0, start - 1));
        if (IsInText(preview, position, cancel)) return new(start, position, []);
        var model = preview.CreateModel();
        var isAfterDot = start > 0 && token.Kind() is SyntaxKind.DotToken && token.Span.End <= start;
        var symbols = isAfterDot ? Members(model, token, start) : model.LookupSymbols(start);
        cancel.ThrowIfCancellationRequested();
        var items = symbols
            .Where(symbol => symbol.CanBeReferencedByName && !IsHidden(symbol) && Matches(symbol.Name, written))
            .GroupBy(symbol => symbol.Name)
            .Select(Item)
            .Concat(isAfterDot ? [] : Keywords.Where(keyword => Matches(keyword, written)).Select(keyword => new CompletionItem(keyword, "keyword")))
            .DistinctBy(item => item.Text)
            .OrderBy(item => !item.Text.StartsWith(written, StringComparison.Ordinal))
            .ThenBy(item => item.Text, StringComparer.OrdinalIgnoreCase)
            .Take(MaxItems);
        return new(start, position, [.. items]);
    }

    private static IEnumerable<ISymbol> Members(SemanticModel model, SyntaxToken dot, int position)
    {
        var left = dot.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            QualifiedNameSyntax name => name.Left,
            MemberBindingExpressionSyntax { Parent: ConditionalAccessExpressionSyntax conditional } => conditional.Expression,
            _ => (ExpressionSyntax?)null,
        };
        if (left is null) return [];
        var symbol = model.GetSymbolInfo(left).Symbol;
        if (symbol is INamespaceOrTypeSymbol container)
            return model.LookupSymbols(position, container).Where(member => container is INamespaceSymbol || member.IsStatic || member is ITypeSymbol);
        var type = model.GetTypeInfo(left).Type;
        return type is null ? [] : model.LookupSymbols(position, type, includeReducedExtensionMethods: true).Where(member => !member.IsStatic || member is IMethodSymbol { ReducedFrom: not null });
    }

    private static bool IsInText(CellPreview preview, int position, CancellationToken cancel)
    {
        var root = preview.Tree.GetRoot(cancel);
        var trivia = root.FindTrivia(Math.Max(0, position - 1));
        if (trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia) return true;
        var token = root.FindToken(Math.Max(0, position - 1));
        return token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken && position > token.SpanStart && position <= token.Span.End;
    }

    // The kernel's own names are there for compiled cells, not for students; display and its like are for both.
    private static bool IsHidden(ISymbol symbol) =>
        symbol.ContainingNamespace?.ToDisplayString() is { } name && name.StartsWith("LogRegCourse.Kernel", StringComparison.Ordinal) && !name.StartsWith("LogRegCourse.Kernel.Interactive", StringComparison.Ordinal)
        || symbol is INamespaceSymbol { Name: "Kernel", ContainingNamespace.Name: "LogRegCourse" };

    private static bool Matches(string name, string written) => name.StartsWith(written, StringComparison.OrdinalIgnoreCase);

    private static CompletionItem Item(IGrouping<string, ISymbol> overloads)
    {
        var first = overloads.First();
        var more = overloads.Count() switch { 1 => "", 2 => " (+ 1 overload)", var all => $" (+ {all - 1} overloads)" };
        return new(first.Name, SymbolText.Kind(first), SymbolText.Signature(first) + more);
    }
}
