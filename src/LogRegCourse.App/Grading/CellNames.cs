using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using LogRegCourse.App.Programs;

namespace LogRegCourse.App.Grading;

/// <summary>
/// What a cell declares at its top, which names of others may stand in it, and what it changes. By its text alone: rather
/// a name too many than one too few.
/// </summary>
internal sealed record CellNames(IReadOnlySet<string> Defined, IReadOnlySet<string> Used, IReadOnlySet<string> Changed)
{
    private static readonly CSharpParseOptions AsScript = new(LanguageVersion.Preview, kind: SourceCodeKind.Script);

    public static CellNames Of(string source)
    {
        var unit = CSharpSyntaxTree.ParseText(source, AsScript).GetCompilationUnitRoot();
        var defined = unit.Members.SelectMany(member => member switch
        {
            BaseTypeDeclarationSyntax type => [type.Identifier.ValueText],
            DelegateDeclarationSyntax type => [type.Identifier.ValueText],
            PropertyDeclarationSyntax property => [property.Identifier.ValueText],
            // Called behind a dot, or like any other.
            MethodDeclarationSyntax { ParameterList.Parameters: [{ Modifiers: var modifiers }, ..] } method when modifiers.Any(SyntaxKind.ThisKeyword) => ["." + method.Identifier.ValueText, method.Identifier.ValueText],
            _ => DefinedNames.AtTopLevel(member),
        });
        var names = unit.DescendantNodes().OfType<SimpleNameSyntax>().ToList();
        var used = names.Where(name => !IsOfSomethingElse(name) && !IsLocal(name)).Select(name => name.Identifier.ValueText);
        var behindDots = names.Where(IsOfSomethingElse).Select(name => "." + name.Identifier.ValueText);
        return new(defined.ToHashSet(), used.Concat(behindDots).ToHashSet(), unit.DescendantNodes().SelectMany(ChangedBy).OfType<string>().ToHashSet());
    }

    // The name behind a dot, of an argument or of a property.
    private static bool IsOfSomethingElse(SimpleNameSyntax name) => name.Parent is NameColonSyntax or NameEqualsSyntax or MemberBindingExpressionSyntax || (name.Parent is MemberAccessExpressionSyntax access && access.Name == name);

    // A parameter of a function around it, or a variable that such a function declares, not one of another function in it.
    private static bool IsLocal(SimpleNameSyntax name)
    {
        return name.Ancestors().Any(around => IsFunction(around) && around.DescendantNodes(node => node == around || !IsFunction(node)).Any(Declares));

        bool IsFunction(SyntaxNode node) => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax;

        bool Declares(SyntaxNode node) => node switch
        {
            ParameterSyntax parameter => Is(parameter.Identifier),
            VariableDeclaratorSyntax variable => Is(variable.Identifier),
            SingleVariableDesignationSyntax variable => Is(variable.Identifier),
            ForEachStatementSyntax loop => Is(loop.Identifier),
            _ => false,
        };

        bool Is(SyntaxToken declared) => declared.ValueText == name.Identifier.ValueText;
    }

    private static IEnumerable<string?> ChangedBy(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax assignment => [Root(assignment.Left)],
        PrefixUnaryExpressionSyntax unary when unary.IsKind(SyntaxKind.PreIncrementExpression) || unary.IsKind(SyntaxKind.PreDecrementExpression) => [Root(unary.Operand)],
        PostfixUnaryExpressionSyntax unary when !unary.IsKind(SyntaxKind.SuppressNullableWarningExpression) => [Root(unary.Operand)],
        ArgumentSyntax argument when !argument.RefKindKeyword.IsKind(SyntaxKind.None) => [Root(argument.Expression)],
        // list.Add(x); stands for itself, so it is there for what it does; and so does Array.Sort(list); but not what is shown.
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call, SemicolonToken.IsMissing: var isShown } =>
            [Root((call.Expression as MemberAccessExpressionSyntax)?.Expression), .. isShown ? [] : call.ArgumentList.Arguments.Select(argument => Root(argument.Expression))],
        _ => [],
    };

    private static string? Root(ExpressionSyntax? expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => Root(access.Expression),
        ElementAccessExpressionSyntax element => Root(element.Expression),
        ParenthesizedExpressionSyntax inner => Root(inner.Expression),
        _ => null,
    };
}
