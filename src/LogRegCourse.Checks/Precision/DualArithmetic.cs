namespace LogRegCourse.Checks.Precision;

/// <summary>The functions of the course on dual numbers, rounded to a number of bits.</summary>
internal sealed class DualArithmetic(int bits)
{
    public Dual Negate(Dual a) => new(-a.Value, -a.Slope);

    public Dual Add(Dual a, Dual b) => new(Plus(a.Value, b.Value), Plus(a.Slope, b.Slope));

    public Dual Subtract(Dual a, Dual b) => Add(a, Negate(b));

    public Dual Multiply(Dual a, Dual b) =>
        new(Times(a.Value, b.Value), Plus(Times(a.Slope, b.Value), Times(a.Value, b.Slope)));

    public Dual Divide(Dual a, Dual b)
    {
        var quotient = Ball.Divide(a.Value, b.Value, bits);
        var rise = Plus(a.Slope, -Times(quotient, b.Slope));
        return new(quotient, Over(rise, b.Value));
    }

    public Dual Power(Dual a, Dual b)
    {
        var value = Ball.Power(a.Value, b.Value, bits);
        var slope = Ball.Zero;
        if (!a.Slope.IsZero && !b.Value.IsZero)
            slope = Times(Times(b.Value, Ball.Power(a.Value, Plus(b.Value, -Ball.One), bits)), a.Slope);
        if (!b.Slope.IsZero) slope = Plus(slope, Times(Times(value, Ball.Log(a.Value, bits)), b.Slope));
        return new(value, slope);
    }

    public Dual Exp(Dual a)
    {
        var value = Ball.Exp(a.Value, bits);
        return new(value, Times(value, a.Slope));
    }

    public Dual Log(Dual a) => new(Ball.Log(a.Value, bits), Over(a.Slope, a.Value));

    public Dual Sqrt(Dual a)
    {
        var root = Ball.Sqrt(a.Value, bits);
        // At 0 a root has a corner or a vertical tangent, even where what is under it stands still: sqrt(z^2) is |z|.
        if (root.IsZero) return new(root, Ball.Undefined);
        return new(root, Over(a.Slope, Plus(root, root)));
    }

    public Dual Abs(Dual a) => Max(a, Negate(a));

    /// <summary>The larger one; it has no derivative at the corner where both are equal.</summary>
    public Dual Max(Dual a, Dual b)
    {
        if (!a.Value.IsKnown || !b.Value.IsKnown) return Dual.Constant(Ball.Worse(a.Value, b.Value));
        var order = Ball.Compare(a.Value, b.Value, bits);
        if (order != 0) return order > 0 ? a : b;
        if (!a.Value.IsExact || !b.Value.IsExact) return Dual.Constant(Ball.Open);
        return a.Slope == b.Slope ? a : new(a.Value, Ball.Undefined);
    }

    /// <summary>With the exponential that is small, which has a value however far out z is.</summary>
    public Dual Sigmoid(Dual z)
    {
        var isNegative = z.Value is { IsKnown: true, Middle.Sign: < 0 };
        var small = Exp(isNegative ? z : Negate(z));
        return Divide(isNegative ? small : Dual.One, Add(Dual.One, small));
    }

    public Dual Softplus(Dual z) => Log(Add(Dual.One, Exp(z)));

    public Dual Tanh(Dual z)
    {
        var grown = Exp(Add(z, z));
        return Divide(Subtract(grown, Dual.One), Add(grown, Dual.One));
    }

    public Dual Sinh(Dual z) => Half(Subtract(Exp(z), Exp(Negate(z))));

    public Dual Cosh(Dual z) => Half(Add(Exp(z), Exp(Negate(z))));

    public Dual Atanh(Dual z) => Half(Log(Divide(Add(Dual.One, z), Subtract(Dual.One, z))));

    public Dual Asinh(Dual z) => Log(Add(z, Sqrt(Add(Multiply(z, z), Dual.One))));

    public Dual Log1p(Dual z) => Log(Add(Dual.One, z));

    public Dual Expm1(Dual z) => Subtract(Exp(z), Dual.One);

    /// <summary>The real cube root, which negative numbers have as well.</summary>
    public Dual Cbrt(Dual z)
    {
        if (!z.Value.IsKnown) return Dual.Constant(z.Value);
        if (z.Value.IsZero) return new(Ball.Zero, Ball.Undefined);
        if (z.Value.MayBeZero) return Dual.Constant(Ball.Open);
        if (z.Value.Middle.Sign < 0) return Negate(Cbrt(Negate(z)));
        return Power(z, Dual.Constant(Ball.Ratio(1, 3, bits)));
    }

    private Dual Half(Dual z) => Multiply(z, Dual.Constant(Ball.Ratio(1, 2, bits)));

    public Dual Odds(Dual p) => Divide(p, Subtract(Dual.One, p));

    private Ball Times(Ball a, Ball b) => Ball.Multiply(a, b, bits);

    private Ball Plus(Ball a, Ball b) => Ball.Add(a, b, bits);

    private Ball Over(Ball a, Ball b) => a.IsZero ? a : Ball.Divide(a, b, bits);
}
