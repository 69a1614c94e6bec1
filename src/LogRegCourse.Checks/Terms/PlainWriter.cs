using System.Globalization;

namespace LogRegCourse.Checks.Terms;

/// <summary>A formula in one line of plain text: 1 / (1 + exp(-z)).</summary>
internal static class PlainWriter
{
    public static string Write(Line line) => string.Join(" = ", line.Sides.Select(Write));

    public static string Write(Term term) => term switch
    {
        Number number => Write(number),
        Approximate number => Write(number),
        Constant constant => constant.Name,
        Symbol symbol => symbol.Name,
        Gap => "___",
        LineReference line => $"line {line.Number}",
        Sum sum => $"{(sum.IsProduct ? "product" : "sum")}_{sum.Index}({Write(sum.Body)})",
        Apply apply => Write(apply),
        _ => term.GetType().Name,
    };

    public static string Write(Approximate number) => number.Value.ToString("R", CultureInfo.InvariantCulture).Replace("E", " * 10^").Replace("^+", "^");

    // What has too many digits to be read is written as a decimal.
    public static string Write(Number number) => number.IsLong ? Decimal(number.ToDouble()) : number.Denominator.IsOne ? $"{number.Numerator}" : $"{number.Numerator}/{number.Denominator}";

    private static string Decimal(double value)
    {
        var parts = value.ToString("G15", CultureInfo.InvariantCulture).Split('E');
        return parts.Length == 1 ? parts[0] : $"{parts[0]} * 10^{int.Parse(parts[1], CultureInfo.InvariantCulture)}";
    }

    private static string Write(Apply apply) => apply.Op switch
    {
        Operator.Negate => "-" + Right(apply[0], Precedence.Product),
        Operator.Add => $"{Write(apply[0])} + {Right(apply[1], Precedence.Addition)}",
        Operator.Subtract => $"{Write(apply[0])} - {Right(apply[1], Precedence.Product)}",
        Operator.Multiply => $"{Left(apply[0])} * {Right(apply[1], Precedence.Power)}",
        Operator.Hadamard => $"{Within(apply[0], Precedence.Power)} .* {Within(apply[1], Precedence.Power)}",
        Operator.Divide => $"{Left(apply[0])} / {Right(apply[1], Precedence.Power)}",
        Operator.Power => $"{Within(apply[0], Precedence.Atom)}^{Within(apply[1], Precedence.Atom)}",
        Operator.Transpose => $"{Within(apply[0], Precedence.Atom)}.T",
        Operator.Row => $"{Within(apply[0], Precedence.Atom)}[{apply[1]}]",
        Operator.Entry => $"{Within(apply[0], Precedence.Atom)}[{apply[1]},{apply[2]}]",
        var cases when Condition.IsCases(cases) => $"({apply[2]} if {apply[0]} {Condition.Sign(cases)} {apply[1]}, else {apply[3]})",
        Operator.Derivative => $"d/d{apply[1]} [{apply[0]}]",
        _ => $"{Name(apply.Op)}({string.Join(", ", apply.Operands)})",
    };

    private static string Name(Operator op) => op == Operator.Diagonal ? "diag" : op.ToString().ToLowerInvariant();

    /// <summary>A leading minus needs no brackets before * and /: -1 / n.</summary>
    private static string Left(Term term) => term is Apply { Op: Operator.Negate } or Number or Approximate ? Write(term) : Within(term, Precedence.Product);

    /// <summary>No two signs in a row: a - (-b).</summary>
    private static string Right(Term term, int least)
    {
        var text = Within(term, least);
        return text[0] == '-' ? $"({text})" : text;
    }

    private static string Within(Term term, int least) => term is not Sum && Precedence.Of(term) < least ? $"({Write(term)})" : Write(term);
}
