namespace LogRegCourse.Checks.Terms;

/// <summary>Functions of the course that are written out in others.</summary>
internal static class Known
{
    public static Term One { get; } = Term.Whole(1);

    public static Term LogSigmoid(Term z) => Term.Of(Operator.Log, Sigmoid(z));

    public static Term SigmoidSlope(Term z) => Times(Sigmoid(z), Minus(One, Sigmoid(z)));

    public static Term CrossEntropyOfProbability(Term y, Term p) => Term.Of(
        Operator.Negate,
        Term.Of(Operator.Add, Times(y, Term.Of(Operator.Log, p)), Times(Minus(One, y), Term.Of(Operator.Log, Minus(One, p)))));

    public static Term CrossEntropyOfLogit(Term y, Term z) => Minus(Term.Of(Operator.Softplus, z), Times(y, z));

    public static Term Sigmoid(Term z) => Term.Of(Operator.Sigmoid, z);

    public static Term Times(Term a, Term b) => Term.Of(Operator.Multiply, a, b);

    public static Term Minus(Term a, Term b) => Term.Of(Operator.Subtract, a, b);
}
