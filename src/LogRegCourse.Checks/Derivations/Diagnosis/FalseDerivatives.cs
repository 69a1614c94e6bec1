using LogRegCourse.Checks.Terms;
using static LogRegCourse.Checks.Terms.Operator;

namespace LogRegCourse.Checks.Derivations.Diagnosis;

/// <summary>
/// The derivative of a formula in numbers, and what it becomes when one rule is forgotten once: the inner derivative, a
/// half of the product rule, the sign of the quotient rule.
/// </summary>
internal sealed class FalseDerivatives(string by)
{
    // A lost minus that stands before the whole, one that comes from within, and one that is too many.
    public const string OuterSign = "outer sign";
    public const string InnerSign = "inner sign";
    public const string ExtraSign = "extra sign";

    private static readonly Term Zero = Term.Whole(0);
    private static readonly Term One = Number.One;
    private static readonly Term Two = Term.Whole(2);

    /// <summary>The right derivative, and the wrong ones with the sentences that name the mistake; null where a function is not known here.</summary>
    public (Term Right, IReadOnlyList<Repair> Wrong)? Of(Term term)
    {
        try
        {
            var found = Derive(term);
            return (found.Right, found.Wrong);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Without terms that are 0 and factors that are 1.</summary>
    public static Term Tidy(Term term) => Rewrite.Everywhere(term, part => part switch
    {
        Apply { Op: Add } sum when IsZero(sum[0]) => sum[1],
        Apply { Op: Add or Subtract } sum when IsZero(sum[1]) => sum[0],
        Apply { Op: Subtract } difference when IsZero(difference[0]) => Term.Of(Negate, difference[1]),
        Apply { Op: Multiply } product when IsZero(product[0]) || IsZero(product[1]) => Zero,
        Apply { Op: Multiply } product when IsOne(product[0]) => product[1],
        Apply { Op: Multiply or Divide } product when IsOne(product[1]) => product[0],
        Apply { Op: Divide } quotient when IsZero(quotient[0]) => Zero,
        Apply { Op: Negate } negative when IsZero(negative[0]) => Zero,
        Apply { Op: Negate } negative when negative[0] is Apply { Op: Negate } twice => twice[0],
        Apply { Op: Negate } negative when negative[0] is Number number => Number.Ratio(-number.Numerator, number.Denominator),
        Apply { Op: Power } power when IsOne(power[1]) => power[0],
        _ => part,
    });

    private Found Derive(Term term)
    {
        if (!term.FreeSymbols().Contains(by))
            return new(Zero, term is Number ? [new(term, $"The derivative of the constant {term} is 0.")]
                : term is Symbol ? [new(One, $"{term} is a constant here: differentiated by {by} it gives 0.")] : []);
        return term switch
        {
            Symbol => new(One, [new(term, $"The derivative of {by} by {by} is 1.")]),
            Apply apply => Derive(apply),
            _ => throw new NotSupportedException(),
        };
    }

    private Found Derive(Apply apply)
    {
        var (u, v) = (apply[0], apply.Operands.Count > 1 ? apply[1] : One);
        switch (apply.Op)
        {
            case Add or Subtract:
                return Both(u, v, (du, dv) => Term.Of(apply.Op, du, dv), (_, dv) => apply.Op == Subtract && IsFixed(u) && !IsFixed(v)
                    ? [new(dv, $"The minus in {apply} stays in the derivative.", InnerSign)] : []);
            case Negate:
                return One1(u, du => Term.Of(Negate, du), (du, _) => [new(du, $"The minus before {u} stays in the derivative.", OuterSign)]);
            case Multiply when IsFixed(u):
                return One1(v, dv => Term.Of(Multiply, u, dv), (dv, _) => [new(dv, $"The constant factor {u} stays in the derivative.")]);
            case Multiply when IsFixed(v):
                return One1(u, du => Term.Of(Multiply, du, v), (du, _) => [new(du, $"The constant factor {v} stays in the derivative.")]);
            case Multiply:
                return Both(u, v, (du, dv) => Term.Of(Add, Term.Of(Multiply, du, v), Term.Of(Multiply, u, dv)), (du, dv) =>
                [
                    new(Term.Of(Multiply, du, dv), $"The derivative of a product is not the product of the derivatives: for {apply} it is u'v + uv'."),
                    new(Term.Of(Multiply, du, v), $"The product rule has two terms: in the derivative of {apply} that of {v} is missing."),
                    new(Term.Of(Multiply, u, dv), $"The product rule has two terms: in the derivative of {apply} that of {u} is missing."),
                    new(Term.Of(Subtract, Term.Of(Multiply, du, v), Term.Of(Multiply, u, dv)), $"The product rule has a plus: u'v + uv' for {apply}."),
                ]);
            case Divide when IsFixed(v):
                return One1(u, du => Term.Of(Divide, du, v), (du, _) => [new(du, $"The constant divisor {v} stays in the derivative.")]);
            case Divide when IsFixed(u):
                return Chain(v, dv => Term.Of(Negate, Over(Times(u, dv), Squared(v))), (dv, _) =>
                [
                    new(Over(Times(u, dv), Squared(v)), $"The derivative of 1/v is -v'/v²: the minus is missing at {apply}.", OuterSign),
                    .. Inner(v, dv, Term.Of(Negate, Over(u, Squared(v)))),
                    new(Over(u, dv), $"The derivative of 1/v is -v'/v², not 1/v': {apply}."),
                    new(Term.Of(Negate, Over(Times(u, dv), v)), $"The derivative of 1/v is -v'/v²: the square is missing at {apply}."),
                ]);
            case Divide:
                return Both(u, v, (du, dv) => Over(Term.Of(Subtract, Times(du, v), Times(u, dv)), Squared(v)), (du, dv) =>
                [
                    new(Over(du, dv), $"The derivative of a quotient is not the quotient of the derivatives: for {apply} it is (u'v - uv')/v²."),
                    new(Over(Term.Of(Add, Times(du, v), Times(u, dv)), Squared(v)), $"The quotient rule has a minus: (u'v - uv')/v² for {apply}."),
                    new(Over(Term.Of(Subtract, Times(u, dv), Times(du, v)), Squared(v)), $"The quotient rule begins with the derivative of the numerator: (u'v - uv')/v² for {apply}."),
                    new(Over(Term.Of(Subtract, Times(du, v), Times(u, dv)), v), $"In the quotient rule the denominator is squared: (u'v - uv')/v² for {apply}."),
                    new(Over(du, v), $"The denominator {v} depends on {by} too: the quotient rule is (u'v - uv')/v²."),
                ]);
            case Power when IsFixed(v):
                var lower = Term.Of(Power, u, v is Number n ? Number.Ratio(n.Numerator - n.Denominator, n.Denominator) : Term.Of(Subtract, v, One));
                return Chain(u, du => Times(Times(v, lower), du), (du, _) =>
                [
                    .. Inner(u, du, Times(v, lower)),
                    new(Times(lower, du), $"The exponent comes down as a factor: {v} is missing in the derivative of {apply}.", v is Number { Numerator: var above } minus && minus.Denominator.IsOne && above == -1 ? OuterSign : ""),
                    new(Times(Times(v, apply), du), $"The exponent goes down by 1 in the derivative of {apply}."),
                ]);
            case Power when IsFixed(u):
                return Chain(v, dv => Times(Times(apply, Term.Of(Log, u)), dv), (dv, _) =>
                [
                    new(Times(apply, dv), $"The derivative of a^v has the factor log a: log {u} is missing."),
                    new(Times(Times(v, Term.Of(Power, u, Term.Of(Subtract, v, One))), dv), $"The exponent of {apply} holds {by}: it is an exponential, not a power."),
                    .. Inner(v, dv, Times(apply, Term.Of(Log, u))),
                ]);
            case Power:
                var (raised, kept) = (Term.Of(Power, u, Term.Of(Subtract, v, One)), Term.Of(Log, u));
                return Both(u, v, (du, dv) => Times(apply, Term.Of(Add, Times(dv, kept), Over(Times(v, du), u))), (du, dv) =>
                [
                    new(Times(Times(v, raised), du), $"The exponent of {apply} holds {by} too: the rule for powers is not enough."),
                    new(Times(Times(apply, kept), dv), $"The base of {apply} holds {by} too: the rule for exponentials is not enough."),
                ]);
            case Exp:
                return Chain(u, du => Times(apply, du), (du, _) => [.. Inner(u, du, apply), new(du, $"The derivative of {apply} is {apply} times the inner derivative: the factor {apply} is missing."), .. Turned(apply, du), new(Times(u, Term.Of(Exp, Term.Of(Subtract, u, One))), $"The exponential function is its own derivative: no exponent comes down from {apply}."), new(Term.Of(Exp, du), $"The derivative of {apply} is {apply} times the inner derivative; the exponent itself is not differentiated.")]);
            case Log:
                return Chain(u, du => Over(du, u), (du, _) => [.. Inner(u, du, Over(One, u)), new(Over(One, du), $"The derivative of log u is u'/u, not 1/u': {apply}."), new(Term.Of(Log, du), $"The derivative of log u is u'/u, not the logarithm of u': {apply}."), new(Over(u, du), $"The derivative of log u is u'/u, not u/u': {apply}.")]);
            case Log2 or Log10:
                var ten = Term.Of(Log, Term.Whole(apply.Op == Log2 ? 2 : 10));
                return Chain(u, du => Over(du, Times(u, ten)), (du, _) => [new(Over(du, u), $"The derivative of a logarithm of base {(apply.Op == Log2 ? 2 : 10)} is u'/(u {ten})."), .. Inner(u, du, Over(One, Times(u, ten)))]);
            case Sigmoid:
                return Chain(u, du => Times(Known.SigmoidSlope(u), du), (du, _) =>
                [
                    .. Inner(u, du, Known.SigmoidSlope(u)),
                    new(Times(apply, du), $"The slope of the sigmoid is σ(1 - σ): the factor 1 - {apply} is missing."),
                    new(Times(Term.Of(Subtract, One, apply), du), $"The slope of the sigmoid is σ(1 - σ): the factor {apply} is missing."),
                    new(Times(Term.Of(Power, apply, Two), du), $"The slope of the sigmoid is σ(1 - σ), not σ²: {apply}."),
                    new(Times(Times(apply, Term.Of(Add, One, apply)), du), $"The slope of the sigmoid is σ(1 - σ), with a minus: {apply}."),
                    new(Times(Term.Of(Negate, Known.SigmoidSlope(u)), du), $"The slope of the sigmoid is positive, σ(1 - σ): a minus is too much at {apply}.", ExtraSign),
                    new(du, $"The sigmoid was not differentiated: its slope is σ(1 - σ), here with {apply}."),
                ]);
            case Softplus:
                return Chain(u, du => Times(Known.Sigmoid(u), du), (du, _) =>
                [
                    .. Inner(u, du, Known.Sigmoid(u)),
                    new(Times(Over(One, Term.Of(Add, One, Term.Of(Exp, u))), du), $"The derivative of log(1 + e^u) is e^u/(1 + e^u): the inner derivative e^u is missing."),
                    new(Over(One, Term.Of(Add, One, Term.Of(Exp, u))), $"The derivative of log(1 + e^u) is e^u/(1 + e^u): the inner derivative e^u is missing."),
                    new(Times(Term.Of(Exp, u), du), $"The derivative of log(1 + e^u) is e^u/(1 + e^u), the sigmoid: the denominator is missing."),
                ]);
            case Sqrt:
                return Chain(u, du => Over(du, Times(Two, apply)), (du, _) => [.. Inner(u, du, Over(One, Times(Two, apply))), new(Over(du, apply), $"The derivative of a root has a 2 below: u'/(2 {apply}).")]);
            case Tanh:
                var slope = Term.Of(Subtract, One, Term.Of(Power, apply, Two));
                return Chain(u, du => Times(slope, du), (du, _) => Inner(u, du, slope));
            default:
                throw new NotSupportedException();
        }
    }

    private IEnumerable<Repair> Inner(Term inner, Term slope, Term without)
    {
        var tidy = Tidy(slope);
        if (!IsOne(tidy)) yield return new(without, $"The inner derivative is missing: that of {inner} by {by}, {tidy}.", tidy is Number number && number.Equals(Term.Whole(-1)) ? InnerSign : "");
    }

    private static IEnumerable<Repair> Turned(Apply power, Term slope)
    {
        if (power[0] is Apply { Op: Negate } negative)
            yield return new(Times(Term.Of(Exp, negative[0]), slope), $"The exponent stays as it is in the derivative: {power}, not {Term.Of(Exp, negative[0])}.");
    }

    // What is wrong with the derivative of the symbol itself is no mistake of the inner derivative.
    private Found Chain(Term u, Func<Term, Term> right, Func<Term, Term, IEnumerable<Repair>> own) =>
        One1(u, right, own) is var found && u is Symbol ? found with { Wrong = [.. own(One, u)] } : found;

    private Found One1(Term u, Func<Term, Term> right, Func<Term, Term, IEnumerable<Repair>> own)
    {
        var inner = Derive(u);
        return new(right(inner.Right), [.. own(inner.Right, u), .. inner.Wrong.Select(wrong => wrong with { Line = right(wrong.Line) })]);
    }

    private Found Both(Term u, Term v, Func<Term, Term, Term> right, Func<Term, Term, IEnumerable<Repair>>? own = null)
    {
        var (a, b) = (Derive(u), Derive(v));
        return new(right(a.Right, b.Right),
        [
            .. own?.Invoke(a.Right, b.Right) ?? [],
            .. a.Wrong.Select(wrong => wrong with { Line = right(wrong.Line, b.Right) }),
            .. b.Wrong.Select(wrong => wrong with { Line = right(a.Right, wrong.Line) }),
        ]);
    }

    private bool IsFixed(Term term) => !term.FreeSymbols().Contains(by);

    private static Term Times(Term a, Term b) => Term.Of(Multiply, a, b);

    private static Term Over(Term a, Term b) => Term.Of(Divide, a, b);

    private static Term Squared(Term term) => Term.Of(Power, term, Two);

    private static bool IsZero(Term term) => term is Number { IsZero: true };

    private static bool IsOne(Term term) => term is Number { IsOne: true };

    private sealed record Found(Term Right, IReadOnlyList<Repair> Wrong);
}
