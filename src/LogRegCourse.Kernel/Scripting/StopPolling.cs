using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LogRegCourse.Kernel.Scripting;

/// <summary>
/// Writes a question about the stop flag into every loop and every function body of a cell. It is done in the text,
/// without a new line, so that lines stay what they are and a place in the new text leads back to the student's.
/// </summary>
internal sealed class StopPolling : CSharpSyntaxWalker
{
    private const string Poll = "global::LogRegCourse.Kernel.Scripting.StopFlag.Poll();";

    private readonly List<TextChange> _changes = [];

    /// <summary>The insertions for a tree without syntax errors, in the order of their places.</summary>
    public static IReadOnlyList<TextChange> InsertionsFor(SyntaxTree tree)
    {
        var walker = new StopPolling();
        walker.Visit(tree.GetRoot());
        return [.. walker._changes.OrderBy(change => change.Span.Start)];
    }

    /// <summary>Where a place of the text with insertions lies in the text without.</summary>
    public static int OriginalPosition(int position, IReadOnlyList<TextChange> insertions)
    {
        var inserted = 0;
        foreach (var change in insertions)
        {
            var start = change.Span.Start + inserted;
            if (position <= start) break;
            if (position < start + change.NewText!.Length) return change.Span.Start;
            inserted += change.NewText.Length;
        }
        return position - inserted;
    }

    public override void VisitWhileStatement(WhileStatementSyntax node) => Loop(node.Statement, () => base.VisitWhileStatement(node));

    public override void VisitDoStatement(DoStatementSyntax node) => Loop(node.Statement, () => base.VisitDoStatement(node));

    public override void VisitForStatement(ForStatementSyntax node) => Loop(node.Statement, () => base.VisitForStatement(node));

    public override void VisitForEachStatement(ForEachStatementSyntax node) => Loop(node.Statement, () => base.VisitForEachStatement(node));

    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node) => Loop(node.Statement, () => base.VisitForEachVariableStatement(node));

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node) => Body(node.Body, () => base.VisitMethodDeclaration(node));

    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node) => Body(node.Body, () => base.VisitLocalFunctionStatement(node));

    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) => Body(node.Block, () => base.VisitParenthesizedLambdaExpression(node));

    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => Body(node.Block, () => base.VisitSimpleLambdaExpression(node));

    // A goto back to a label is a loop too; no braces here, for the statement may declare something.
    public override void VisitLabeledStatement(LabeledStatementSyntax node)
    {
        Insert(node.Statement.SpanStart, Poll);
        base.VisitLabeledStatement(node);
    }

    private void Body(BlockSyntax? body, Action visitInner)
    {
        if (body is not null) Insert(body.OpenBraceToken.Span.End, Poll);
        visitInner();
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
