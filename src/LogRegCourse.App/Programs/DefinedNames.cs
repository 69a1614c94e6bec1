using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LogRegCourse.App.Programs;

/// <summary>The names a piece of a script declares, by where they can be seen.</summary>
internal static class DefinedNames
{
    public static IEnumerable<string> AtTopLevel(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.ValueText).Concat(In(member, isNested: false)),
        MethodDeclarationSyntax method => [method.Identifier.ValueText],
        _ => In(member, isNested: false),
    };

    public static IEnumerable<string> InBlocks(MemberDeclarationSyntax member) => member is MethodDeclarationSyntax ? [] : In(member, isNested: true);

    private static IEnumerable<string> In(MemberDeclarationSyntax member, bool isNested) =>
        from node in member.DescendantNodes(node => !IsFunction(node))
        let name = NameOf(node)
        where name is not null && IsInBlock(node, member) == isNested
        select name;

    private static string? NameOf(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax { Parent.Parent: not FieldDeclarationSyntax } variable => variable.Identifier.ValueText,
        SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
        ForEachStatementSyntax loop => loop.Identifier.ValueText,
        CatchDeclarationSyntax caught => caught.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        _ => null,
    };

    // A lambda or local function may hide the names around it.
    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;

    private static bool IsInBlock(SyntaxNode node, SyntaxNode member) =>
        node is ForEachStatementSyntax or CatchDeclarationSyntax
        || node.Ancestors().TakeWhile(outer => outer != member)
            .Any(outer => outer is BlockSyntax or ForStatementSyntax or CommonForEachStatementSyntax or UsingStatementSyntax or SwitchSectionSyntax or SwitchExpressionArmSyntax);
}
