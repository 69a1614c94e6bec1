namespace LogRegCourse.Checks.Terms;

/// <summary>The comparison in a formula by cases.</summary>
internal static class Condition
{
    public static bool IsCases(Operator op) => op is Operator.Cases or Operator.CasesLess or Operator.CasesAtMost or Operator.CasesGreater or Operator.CasesAtLeast;

    public static string Sign(Operator op) => op switch
    {
        Operator.CasesLess => "<",
        Operator.CasesAtMost => "≤",
        Operator.CasesGreater => ">",
        Operator.CasesAtLeast => "≥",
        _ => "=",
    };

    /// <summary>Whether it holds where the first is less than, equal to or greater than the second (-1, 0, 1).</summary>
    public static bool Holds(Operator op, int order) => op switch
    {
        Operator.CasesLess => order < 0,
        Operator.CasesAtMost => order <= 0,
        Operator.CasesGreater => order > 0,
        Operator.CasesAtLeast => order >= 0,
        _ => order == 0,
    };
}
