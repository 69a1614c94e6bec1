using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LogRegCourse.App.Programs;

/// <summary>Gives variables and functions new names wherever the name stands for one of them, and not for a member.</summary>
internal sealed class Renaming(IReadOnlyDictionary<string, string> newNames) : CSharpSyntaxRewriter
{
    public override SyntaxToken VisitToken(SyntaxToken token)
    {
        token = base.VisitToken(token);
        return token.IsKind(SyntaxKind.IdentifierToken) && !IsMember(token) && newNames.TryGetValue(token.ValueText, out var newName)
            ? SyntaxFactory.Identifier(token.LeadingTrivia, newName, token.TrailingTrivia)
            : token;
    }

    /// <summary>new { x } has a member x, whatever the variable is called now.</summary>
    public override SyntaxNode? VisitAnonymousObjectMemberDeclarator(AnonymousObjectMemberDeclaratorSyntax node) =>
        node is { NameEquals: null, Expression: IdentifierNameSyntax name } && newNames.TryGetValue(name.Identifier.ValueText, out var newName)
            ? SyntaxFactory.ParseExpression($"new {{ {name.Identifier.ValueText} = {newName} }}").DescendantNodes().OfType<AnonymousObjectMemberDeclaratorSyntax>().Single().WithTriviaFrom(node)
            : base.VisitAnonymousObjectMemberDeclarator(node);

    private static bool IsMember(SyntaxToken token) => token.Parent switch
    {
        IdentifierNameSyntax name => name.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Name == name,
            MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax or QualifiedNameSyntax => true,
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment => assignment.Left == name,
            _ => false,
        },
        GenericNameSyntax { Parent: MemberAccessExpressionSyntax } => true,
        VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax or MethodDeclarationSyntax
            or LocalFunctionStatementSyntax or ParameterSyntax or CatchDeclarationSyntax or GenericNameSyntax => false,
        _ => true,
    };
}
