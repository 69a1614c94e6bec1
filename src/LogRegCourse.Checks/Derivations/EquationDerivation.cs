using System.Linq.Expressions;
using LogRegCourse.Checks.Derivations;
using LogRegCourse.Checks.Derivations.Sampling;

namespace LogRegCourse.Checks;

/// <summary>A derivation whose lines are equations, each with the same solutions as the one before it.</summary>
/// <typeparam name="TLine">The type of the lines' lambdas; all lines have the same parameters.</typeparam>
public sealed class EquationDerivation<TLine> : Derivation
    where TLine : Delegate
{
    internal EquationDerivation(string title, Setting setting, Expression<TLine> first)
        : base(title, setting, first)
    {
    }

    /// <summary>An equation with the same solutions as the one before it.</summary>
    /// <param name="why">What was done to both sides.</param>
    /// <param name="line">The equation, its sides joined by ==.</param>
    public EquationDerivation<TLine> Then(string why, Expression<TLine> line)
    {
        Add(StepKind.Rewrite, why, line);
        return this;
    }

    /// <summary>The last line: a step like <see cref="Then"/>.</summary>
    /// <param name="why">What was done to both sides.</param>
    /// <param name="line">The equation, its sides joined by ==.</param>
    public EquationDerivation<TLine> Therefore(string why, Expression<TLine> line) => Then(why, line);

    /// <summary>Says that a line is wrong on purpose: the verdict is good when the wrong line is found.</summary>
    public EquationDerivation<TLine> WithAnError()
    {
        AnnounceError();
        return this;
    }
}
