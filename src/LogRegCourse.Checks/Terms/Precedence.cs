namespace LogRegCourse.Checks.Terms;

/// <summary>How tightly a term holds together: decides where a writer needs brackets.</summary>
internal static class Precedence
{
    public const int Addition = 1;
    public const int Product = 2;
    public const int Power = 3;
    public const int Atom = 4;

    public static int Of(Term term) => term switch
    {
        Number { Denominator.IsOne: false } => Product,
        Number { Numerator.Sign: < 0 } or Approximate { Value: < 0 } => Addition,
        Sum => Product,
        LineReference => Addition,
        Apply { Op: Operator.Add or Operator.Subtract or Operator.Negate or Operator.Cases or Operator.CasesLess or Operator.CasesAtMost or Operator.CasesGreater or Operator.CasesAtLeast } => Addition,
        Apply { Op: Operator.Multiply or Operator.Divide or Operator.Hadamard } => Product,
        Apply { Op: Operator.Power or Operator.Transpose } => Power,
        _ => Atom,
    };
}
