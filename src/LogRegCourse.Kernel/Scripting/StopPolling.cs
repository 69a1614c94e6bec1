using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LogRegCourse.Kernel.Scripting;

/// <summary>
/// Writes a question about the stop flag into every loop and every function body of a cell, into the latter about the stack
/// as well. It is done in the text, without a new line, so that lines stay what they are and a place in the new text leads
/// back to the student's. Of a lambda that is one expression the text does not say whether it has a value, or becomes an
/// expression tree; so it is left alone, but where it is put into a variable that is declared as a Func or an Action, as a
/// lambda that calls itself must be.
/// </summary>
internal sealed class StopPolling : CSharpSyntaxWalker
{
    private const string Flag = "global::LogRegCourse.Kernel.Scripting.StopFlag.";
    private const string Poll = Flag + "Poll();";
    private const string Enter = Flag + "Enter();";
    private const string EnterAsync = Flag + "EnterAsync();";

    private readonly List<TextChange> _changes = [];

    /// <summary>The changes for a tree without syntax errors, in the order of their places.</summary>
    public static IReadOnlyList<TextChange> ChangesFor(SyntaxTree tree)
    {
        var walker = new StopPolling();
        walker.Visit(tree.GetRoot());
        return [.. walker._changes.OrderBy(change => change.Span.Start)];
    }

    /// <summary>Where a place of the changed text lies in the text before.</summary>
    public static int OriginalPosition(int position, IReadOnlyList<TextChange> changes)
    {
        var inserted = 0;
        foreach (var change in changes)
        {
            var start = change.Span.Start + inserted;
            if (position <= start) break;
            if (position < start + change.NewText!.Length) return change.Span.Start;
            inserted += change.NewText.Length - change.Span.Length;
        }
        return position - inserted;
    }

    public override void VisitWhileStatement(WhileStatementSyntax node) => Loop(node.Statement, () => base.VisitWhileStatement(node));

    public override void VisitDoStatement(DoStatementSyntax node) => Loop(node.Statement, () => base.VisitDoStatement(node));

    public override void VisitForStatement(ForStatementSyntax node) => Loop(node.Statement, () => base.VisitForStatement(node));

    public override void VisitForEachStatement(ForEachStatementSyntax node) => Loop(node.Statement, () => base.VisitForEachStatement(node));

    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node) => Loop(node.Statement, () => base.VisitForEachVariableStatement(node));

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        Body(node.Body, node.ExpressionBody, node.SemicolonToken, Returns(node.ReturnType, node.Modifiers), IsAsync(node.Modifiers));
        base.VisitMethodDeclaration(node);
    }

    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        Body(node.Body, node.ExpressionBody, node.SemicolonToken, Returns(node.ReturnType, node.Modifiers), IsAsync(node.Modifiers));
        base.VisitLocalFunctionStatement(node);
    }

    public override void VisitOperatorDeclaration(OperatorDeclarationSyntax node)
    {
        Body(node.Body, node.ExpressionBody, node.SemicolonToken, Returns(node.ReturnType, node.Modifiers), IsAsync(node.Modifiers));
        base.VisitOperatorDeclaration(node);
    }

    public override void VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node)
    {
        Body(node.Body, node.ExpressionBody, node.SemicolonToken, returns: true);
        base.VisitConversionOperatorDeclaration(node);
    }

    public override void VisitConstructorDeclaration(ConstructorDeclarationSyntax node)
    {
        // A static one runs once, and a type whose static constructor threw is lost.
        if (!node.Modifiers.Any(SyntaxKind.StaticKeyword)) Body(node.Body, node.ExpressionBody, node.SemicolonToken, returns: false);
        base.VisitConstructorDeclaration(node);
    }

    // What the finalizer's thread throws ends the process.
    public override void VisitDestructorDeclaration(DestructorDeclarationSyntax node)
    {
    }

    public override void VisitAccessorDeclaration(AccessorDeclarationSyntax node)
    {
        Body(node.Body, node.ExpressionBody, node.SemicolonToken, returns: node.IsKind(SyntaxKind.GetAccessorDeclaration));
        base.VisitAccessorDeclaration(node);
    }

    public override void VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        if (node.AccessorList is null) Body(null, node.ExpressionBody, node.SemicolonToken, returns: true, isAsync: false, "{get{", "}}");
        base.VisitPropertyDeclaration(node);
    }

    public override void VisitIndexerDeclaration(IndexerDeclarationSyntax node)
    {
        if (node.AccessorList is null) Body(null, node.ExpressionBody, node.SemicolonToken, returns: true, isAsync: false, "{get{", "}}");
        base.VisitIndexerDeclaration(node);
    }

    public override void VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node)
    {
        Body(node.Block, IsAsync(node.Modifiers));
        base.VisitAnonymousMethodExpression(node);
    }

    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        Body(node.Block, IsAsync(node.Modifiers));
        Expression(node);
        base.VisitParenthesizedLambdaExpression(node);
    }

    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        Body(node.Block, IsAsync(node.Modifiers));
        Expression(node);
        base.VisitSimpleLambdaExpression(node);
    }

    // An object that makes another of its kind to begin with is a recursion as well, and need not have a constructor.
    public override void VisitEqualsValueClause(EqualsValueClauseSyntax node)
    {
        if (node.Value is BaseObjectCreationExpressionSyntax && IsOfAnObject(node))
        {
            Insert(node.Value.SpanStart, Flag + "Entered()?");
            Insert(node.Value.Span.End, ":throw null!");
        }
        base.VisitEqualsValueClause(node);
    }

    private static bool IsOfAnObject(EqualsValueClauseSyntax start) =>
        (start.Parent is PropertyDeclarationSyntax property ? property : start.Parent?.Parent?.Parent as FieldDeclarationSyntax as MemberDeclarationSyntax) is MemberDeclarationSyntax { Parent: TypeDeclarationSyntax } member
        && !member.Modifiers.Any(SyntaxKind.StaticKeyword);

    // A goto back to a label is a loop too; no braces here, for the statement may declare something.
    public override void VisitLabeledStatement(LabeledStatementSyntax node)
    {
        Insert(node.Statement.SpanStart, Poll);
        base.VisitLabeledStatement(node);
    }

    // Whether a function's expression is what it returns; null where the text alone does not say.
    private static bool? Returns(TypeSyntax type, SyntaxTokenList modifiers)
    {
        if (type is PredefinedTypeSyntax { Keyword: var keyword } && keyword.IsKind(SyntaxKind.VoidKeyword)) return false;
        if (!IsAsync(modifiers)) return true;
        return (type is QualifiedNameSyntax qualified ? qualified.Right : type) switch
        {
            GenericNameSyntax => true,
            IdentifierNameSyntax { Identifier.ValueText: "Task" or "ValueTask" } => false,
            _ => null,
        };
    }

    // Anything else is the student's mistake, and the compiler shall find it as it was written.
    private static bool IsStatement(ExpressionSyntax expression) => expression is InvocationExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax
        or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or ConditionalAccessExpressionSyntax or BaseObjectCreationExpressionSyntax or ThrowExpressionSyntax;

    private static bool IsAsync(SyntaxTokenList modifiers) => modifiers.Any(SyntaxKind.AsyncKeyword);

    private void Body(BlockSyntax? body, bool isAsync)
    {
        if (body is not null) Insert(body.OpenBraceToken.Span.End, isAsync ? EnterAsync : Enter);
    }

    // Only what calls by a plain name can come back to the lambda itself.
    private void Expression(LambdaExpressionSyntax lambda)
    {
        if (lambda.ExpressionBody is not { } body || body is RefExpressionSyntax || lambda.Modifiers.Any(SyntaxKind.AsyncKeyword)) return;
        if (!body.DescendantNodesAndSelf().Any(node => node is InvocationExpressionSyntax { Expression: SimpleNameSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke" } })) return;
        var types = DeclaredTypes(lambda).Select(NameOf).Distinct().ToList();
        if (types is not ["Func" or "Action"]) return;
        var returns = types[0] == "Func";
        if (!returns && !IsStatement(body)) return;
        Insert(lambda.ArrowToken.Span.End, "{" + Enter);
        if (returns && body is not ThrowExpressionSyntax) Insert(body.SpanStart, "return ");
        Insert(body.Span.End, ";}");
    }

    private static string NameOf(TypeSyntax type) => type switch
    {
        NullableTypeSyntax nullable => NameOf(nullable.ElementType),
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    // Those of all variables of the cell that have the name which the lambda is given.
    private static IEnumerable<TypeSyntax> DeclaredTypes(LambdaExpressionSyntax lambda)
    {
        SyntaxNode outer = lambda;
        while (outer.Parent is ParenthesizedExpressionSyntax) outer = outer.Parent;
        if (outer.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } }) return [declaration.Type];
        if (outer.Parent is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } assigned || assigned.Right != outer || !assigned.IsKind(SyntaxKind.SimpleAssignmentExpression)) return [];
        return lambda.SyntaxTree.GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>()
            .Where(variable => variable.Identifier.ValueText == name.Identifier.ValueText && variable.Parent is VariableDeclarationSyntax).Select(variable => ((VariableDeclarationSyntax)variable.Parent!).Type);
    }

    // "=> x;" becomes "{ Enter(); return x; }", the return on the line of x, for that is the line of its errors.
    private void Body(BlockSyntax? body, ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon, bool? returns, bool isAsync = false, string open = "{", string close = "}")
    {
        Body(body, isAsync);
        if (body is not null || arrow is null || returns is null || (returns == false && !IsStatement(arrow.Expression))) return;
        _changes.Add(new TextChange(arrow.ArrowToken.Span, open + (isAsync ? EnterAsync : Enter)));
        if (returns == true && arrow.Expression is not ThrowExpressionSyntax) Insert(arrow.Expression.SpanStart, "return ");
        Insert(semicolon.Span.End, close);
    }

    private void Loop(StatementSyntax body, Action visitInner)
    {
        if (body is BlockSyntax block) Insert(block.OpenBraceToken.Span.End, Poll);
        else Insert(body.SpanStart, "{" + Poll);
        visitInner();
        if (body is not BlockSyntax) Insert(body.Span.End, "}");
    }

    private void Insert(int position, string text) => _changes.Add(new TextChange(new TextSpan(position, 0), text));
}
