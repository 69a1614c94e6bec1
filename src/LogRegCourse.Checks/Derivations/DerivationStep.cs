using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations;

/// <summary>How a line comes from the one before it.</summary>
internal enum StepKind
{
    /// <summary>The first line: given, nothing to check but its sizes.</summary>
    From,

    /// <summary>The same value, or an equation with the same solutions.</summary>
    Rewrite,

    /// <summary>The logarithm of the line before.</summary>
    Logarithm,

    /// <summary>The line before with the opposite sign.</summary>
    Negate,

    /// <summary>The derivative of the line before.</summary>
    Derivative,
}

/// <summary>One line as written; without a <see cref="Line"/> it could not be read, and <see cref="Problem"/> says why.</summary>
internal sealed record DerivationStep(StepKind Kind, string Why, Line? Line, string? Problem = null, Term? By = null)
{
    /// <summary>Whether the line could not be read because it has something that the checker does not know.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>The library's functions that the line calls.</summary>
    public IReadOnlyList<string> Calls { get; init; } = [];

    /// <summary>What this line must be equal to, if the line before is <paramref name="before"/>.</summary>
    public Term Expected(Term before) => Kind switch
    {
        StepKind.Logarithm => Term.Of(Operator.Log, before),
        StepKind.Negate => Term.Of(Operator.Negate, before),
        StepKind.Derivative => Term.Of(Operator.Derivative, before, By!),
        _ => before,
    };
}
