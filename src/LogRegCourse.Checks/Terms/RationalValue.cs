namespace LogRegCourse.Checks.Terms;

/// <summary>The exact value of a formula of sums, products and quotients at a point, where rounding leaves open whether it is zero.</summary>
internal static class RationalValue
{
    /// <summary>The value, or null where the formula is more than that, or divides by zero.</summary>
    public static Number? Of(Term term, Point point) => term switch
    {
        Number number => number,
        Symbol symbol when point.Symbols.TryGetValue(symbol.Name, out var entries) && entries.Length == 1 => entries[0],
        Apply { Op: Operator.Negate } negative when Of(negative[0], point) is { } a => new(-a.Numerator, a.Denominator),
        Apply { Operands.Count: 2 } pair when Of(pair[0], point) is { } a && Of(pair[1], point) is { } b => Of(pair.Op, a, b),
        _ => null,
    };

    private static Number? Of(Operator op, Number a, Number b) => op switch
    {
        Operator.Add => Number.Ratio(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator),
        Operator.Subtract => Number.Ratio(a.Numerator * b.Denominator - b.Numerator * a.Denominator, a.Denominator * b.Denominator),
        Operator.Multiply => Number.Ratio(a.Numerator * b.Numerator, a.Denominator * b.Denominator),
        Operator.Divide when !b.IsZero => Number.Ratio(a.Numerator * b.Denominator, a.Denominator * b.Numerator),
        _ => null,
    };
}
