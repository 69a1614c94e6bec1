using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LogRegCourse.Kernel.PlainWords;

/// <summary>
/// What compiles and is seldom meant: whole numbers divided where a real number is wanted (1 / 2 is 0), and ^ between
/// whole numbers, which is no power.
/// </summary>
internal static class WholeNumberNotes
{
    /// <summary>Each place in the tree, with a sentence.</summary>
    public static IEnumerable<(TextSpan Place, string Sentence)> In(SyntaxTree tree, SemanticModel model) => tree.GetRoot().DescendantNodes().OfType<BinaryExpressionSyntax>()
        .Where(binary => IsWhole(model, binary.Left) && IsWhole(model, binary.Right))
        .Select(binary => (binary.Span, Sentence: Sentence(binary, model))).Where(note => note.Sentence is not null).Select(note => (note.Span, note.Sentence!));

    private static string? Sentence(BinaryExpressionSyntax binary, SemanticModel model) => binary.Kind() switch
    {
        SyntaxKind.DivideExpression when BecomesReal(binary, model) && !IsEven(binary, model) =>
            $"{binary} divides whole numbers, and C# drops the rest{(model.GetConstantValue(binary) is { HasValue: true, Value: { } value } ? $": it is {value}" : "")}. Write {Real(binary)}",
        SyntaxKind.ExclusiveOrExpression when binary.Right is LiteralExpressionSyntax || BecomesReal(binary, model) =>
            $"^ is no power in C#. Write Pow({binary.Left}, {binary.Right})",
        _ => null,
    };

    private static string Real(BinaryExpressionSyntax quotient) => quotient.Right is LiteralExpressionSyntax
        ? $"{quotient.Left} / {quotient.Right}.0"
        : quotient.Left is LiteralExpressionSyntax ? $"{quotient.Left}.0 / {quotient.Right}" : $"{quotient.Left} / (double){(quotient.Right is BinaryExpressionSyntax ? $"({quotient.Right})" : quotient.Right)}";

    // Whether the quotient, alone or in a larger formula of whole numbers, is used as a real number.
    private static bool BecomesReal(ExpressionSyntax expression, SemanticModel model)
    {
        for (var part = expression; ;)
        {
            var type = model.GetTypeInfo(part);
            if (IsWhole(type.Type) && IsReal(type.ConvertedType)) return true;
            if (part.Parent is CastExpressionSyntax cast) return IsReal(model.GetTypeInfo(cast).Type);
            if (part.Parent is not (ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax or BinaryExpressionSyntax) || !IsWhole(model, (ExpressionSyntax)part.Parent)) return false;
            part = (ExpressionSyntax)part.Parent;
        }
    }

    private static bool IsEven(BinaryExpressionSyntax quotient, SemanticModel model) =>
        model.GetConstantValue(quotient.Left).Value is int a && model.GetConstantValue(quotient.Right).Value is int b && b != 0 && a % b == 0;

    private static bool IsWhole(SemanticModel model, ExpressionSyntax expression) => IsWhole(model.GetTypeInfo(expression).Type);

    private static bool IsWhole(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;

    private static bool IsReal(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal;
}
