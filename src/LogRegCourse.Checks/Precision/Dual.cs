namespace LogRegCourse.Checks.Precision;

/// <summary>
/// A value and its derivative along one direction: forward-mode automatic differentiation. Its operations need
/// the precision, so they live in <see cref="DualArithmetic"/>.
/// </summary>
internal readonly record struct Dual(Ball Value, Ball Slope)
{
    public static Dual One { get; } = Constant(Ball.One);

    public static Dual Constant(Ball value) => new(value, Ball.Zero);
}
