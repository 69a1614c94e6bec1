namespace LogRegCourse;

/// <summary>
/// Newton's method in doubled precision. It ends where a step changes no row's score any more: that the step exists and is
/// small proves that there is a minimum, as the third derivative of a cross-entropy is at most its second.
/// </summary>
/// <remarks>Source: F. Bach, Electronic Journal of Statistics 4 (2010), on generalised self-concordance.</remarks>
internal sealed class PreciseNewton
{
    // A step that changes scores by this much leaves an error of its square.
    private const double Arrived = 1e-13;

    private const double LeastOwnShare = 1e-30;

    // So much of a score's change may be left to the rounding of the gradient.
    private const double Enough = 1e-11;

    // Below this a full step cannot go wrong.
    private const double SmallChange = 0.5;
    private const int MaxHalvings = 60;

    // Armijo's constant; how much of its slope the loss may have on the far side; and how much scores may grow in a step.
    private const double SufficientDecrease = 1e-4;
    private const double LargestTurn = 0.5;
    private const double LargestGrowth = 20;

    private PreciseNewton(DoubleDouble[] weights, TriangularFactor? factor, bool converged, int iterations) =>
        (Weights, Factor, Converged, Iterations) = (weights, factor, converged, iterations);

    public DoubleDouble[] Weights { get; }

    /// <summary>The factor of the Hessian at the last weights but for a negligible step.</summary>
    public TriangularFactor? Factor { get; }

    public bool Converged { get; }

    public int Iterations { get; }

    /// <summary>Takes steps from the start until they change nothing.</summary>
    /// <param name="loss">What to minimise.</param>
    /// <param name="start">First weights.</param>
    /// <param name="maxIterations">Steps at most.</param>
    /// <param name="isEnough">Told the weights and the step just taken; true ends the search.</param>
    public static PreciseNewton Minimise(WorkingLoss loss, DoubleDouble[] start, int maxIterations, Func<DoubleDouble[], DoubleDouble[], bool>? isEnough = null)
    {
        var weights = start;
        loss.MoveTo(weights);
        TriangularFactor? factor = null;
        for (var iteration = 1; iteration <= maxIterations; iteration++)
        {
            factor = loss.Factor();
            if (factor is null) return new(weights, null, false, iteration - 1);
            var gradient = loss.Gradient();
            var step = Array.ConvertAll(factor.Solve(gradient), value => -value);
            var change = loss.LargestChange(step);
            if (!double.IsFinite(change)) return new(weights, null, false, iteration - 1);
            // Where 32 digits are used up, a small step says nothing.
            if (change < Arrived && !(factor.LeastShare >= LeastOwnShare && RoundingOfStep(loss, factor) < Enough)) return new(weights, factor, false, iteration);
            if (change < Arrived) return new(DoubleDoubleVectors.Plus(weights, step, 1), factor, true, iteration);
            var length = change > SmallChange ? Length(loss, weights, gradient, step, change) : 1;
            weights = DoubleDoubleVectors.Plus(weights, step, length);
            loss.MoveTo(weights);
            if (isEnough?.Invoke(weights, step) == true) return new(weights, factor, false, iteration);
        }
        return new(weights, factor, false, maxIterations);
    }

    /// <summary>The largest change of a score that the rounding of the gradient may hide: where its terms cancel, a step of 0 proves little.</summary>
    private static double RoundingOfStep(WorkingLoss loss, TriangularFactor factor)
    {
        var rounding = loss.GradientRounding();
        return Enumerable.Range(0, rounding.Length).Sum(j =>
        {
            var error = new DoubleDouble[rounding.Length];
            error[j] = rounding[j];
            return loss.LargestChange(factor.Solve(error));
        });
    }

    /// <summary>
    /// How much of a step to take: so much that the loss falls as its slope promises and the slope does not turn round. Beyond
    /// the minimum rows are certain and flat, and Newton's method would run away from there.
    /// </summary>
    public static double Length(WorkingLoss loss, DoubleDouble[] weights, DoubleDouble[] gradient, DoubleDouble[] step, double change)
    {
        var promised = DoubleDoubleVectors.Dot(gradient, step).Hi;
        var length = Math.Min(1, LargestGrowth * (1 + loss.LargestChange(weights)) / change);
        if (!(promised < 0)) return length;
        var value = loss.Value();
        for (var halving = 0; halving < MaxHalvings; halving++, length /= 2)
        {
            loss.MoveTo(DoubleDoubleVectors.Plus(weights, step, length));
            // What rounding makes of a large loss is no rise.
            if ((loss.Value() - value).Hi <= SufficientDecrease * length * promised + loss.Rounding * value.Hi &&
                DoubleDoubleVectors.Dot(loss.Gradient(), step).Hi <= LargestTurn * -promised) break;
        }
        return length;
    }
}
