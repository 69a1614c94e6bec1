using System.Linq.Expressions;

namespace LogRegCourse.Checks.Terms;

/// <summary>The functions that a line calls by name: read as a formula, what they stand for is not told from what was written.</summary>
internal sealed class Called : ExpressionVisitor
{
    private readonly List<string> _names = [];

    public static IReadOnlyList<string> In(LambdaExpression line)
    {
        var called = new Called();
        called.Visit(line.Body);
        return called._names;
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        _names.Add(node.Method.Name);
        return base.VisitMethodCall(node);
    }
}
