namespace LogRegCourse.Checks.Terms;

/// <summary>
/// A formula in numbers in ordinary doubles: for looking around, never for a verdict. What doubles cannot do is NaN.
/// </summary>
internal static class QuickValue
{
    public static double Of(Term term, Func<string, double> symbol) => term switch
    {
        Number number => number.ToDouble(),
        Constant { Name: "pi" } => Math.PI,
        Constant => Math.E,
        Symbol { Name: var name } => symbol(name),
        Apply { Operands.Count: 1 } apply => Of(apply.Op, Of(apply[0], symbol)),
        Apply { Op: Operator.Cases } cases => Of(Of(cases[0], symbol) == Of(cases[1], symbol) ? cases[2] : cases[3], symbol),
        Apply { Operands.Count: 2 } apply => Of(apply.Op, Of(apply[0], symbol), Of(apply[1], symbol)),
        _ => double.NaN,
    };

    private static double Of(Operator op, double x) => op switch
    {
        Operator.Negate => -x,
        Operator.Exp => Math.Exp(x),
        Operator.Log => Math.Log(x),
        Operator.Log2 => Math.Log2(x),
        Operator.Log10 => Math.Log10(x),
        Operator.Sqrt => Math.Sqrt(x),
        Operator.Abs => Math.Abs(x),
        Operator.Tanh => Math.Tanh(x),
        Operator.Sigmoid => Logistic.Sigmoid(x),
        Operator.Softplus => Logistic.Softplus(x),
        Operator.Odds => x / (1 - x),
        Operator.Logit => Math.Log(x / (1 - x)),
        _ => double.NaN,
    };

    private static double Of(Operator op, double x, double y) => op switch
    {
        Operator.Add => x + y,
        Operator.Subtract => x - y,
        Operator.Multiply => x * y,
        Operator.Divide => x / y,
        Operator.Power => Math.Pow(x, y),
        Operator.Max => Math.Max(x, y),
        Operator.Min => Math.Min(x, y),
        _ => double.NaN,
    };
}
