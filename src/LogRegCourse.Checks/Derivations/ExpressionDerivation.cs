using System.Linq.Expressions;
using LogRegCourse.Checks.Derivations;
using LogRegCourse.Checks.Derivations.Sampling;

namespace LogRegCourse.Checks;

/// <summary>A derivation whose lines are expressions.</summary>
/// <typeparam name="TLine">The type of the lines' lambdas; all lines have the same parameters.</typeparam>
public sealed class ExpressionDerivation<TLine> : Derivation
    where TLine : Delegate
{
    internal ExpressionDerivation(string title, Setting setting, Expression<TLine> first)
        : base(title, setting, first)
    {
    }

    /// <summary>A line with the same value as the one before it.</summary>
    /// <param name="why">The rule that was used.</param>
    /// <param name="line">The line.</param>
    public ExpressionDerivation<TLine> Then(string why, Expression<TLine> line) => Next(StepKind.Rewrite, why, line);

    /// <summary>The last line: a rewriting like <see cref="Then"/>.</summary>
    /// <param name="why">The rule that was used.</param>
    /// <param name="line">The line.</param>
    public ExpressionDerivation<TLine> Therefore(string why, Expression<TLine> line) => Next(StepKind.Rewrite, why, line);

    /// <summary>The derivative of the line before.</summary>
    /// <param name="why">The rule that was used.</param>
    /// <param name="line">The derivative.</param>
    /// <param name="by">
    /// The parameter to differentiate by, the first one unless said otherwise; "w[j]" for one entry. By a column w the
    /// derivative of a number is the column of its partial derivatives, and that of a column the matrix of its own.
    /// </param>
    public ExpressionDerivation<TLine> Differentiate(string why, Expression<TLine> line, string? by = null) =>
        Next(StepKind.Derivative, why, line, by);

    /// <summary>The natural logarithm of the line before.</summary>
    /// <param name="why">The rule that was used.</param>
    /// <param name="line">The logarithm.</param>
    public ExpressionDerivation<TLine> TakeLog(string why, Expression<TLine> line) => Next(StepKind.Logarithm, why, line);

    /// <summary>The line before with the opposite sign, as when a likelihood becomes a loss.</summary>
    /// <param name="why">Why the sign changes.</param>
    /// <param name="line">The opposite.</param>
    public ExpressionDerivation<TLine> Negate(string why, Expression<TLine> line) => Next(StepKind.Negate, why, line);

    /// <summary>Says that a line is wrong on purpose: the verdict is good when the wrong line is found.</summary>
    public ExpressionDerivation<TLine> WithAnError()
    {
        AnnounceError();
        return this;
    }

    private ExpressionDerivation<TLine> Next(StepKind kind, string why, Expression<TLine> line, string? by = null)
    {
        Add(kind, why, line, by);
        return this;
    }
}
