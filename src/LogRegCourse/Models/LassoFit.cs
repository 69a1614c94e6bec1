namespace LogRegCourse;

/// <summary>
/// The minimum with an L1 penalty: a descent in double finds which slopes are 0 and the signs of the others; for these the
/// penalty is linear, so Newton's method in doubled precision finds them, and the slope of the loss proves the zeros right.
/// </summary>
internal static class LassoFit
{
    // So many columns at most come and go before the descent in double is taken as it is.
    private const int MaxExchanges = 100;
    private const int MaxIterations = 1500;
    private const double Rounding = 1e-11;
    private const double RoundingOfDescent = 1e-8;

    // Beyond so much work double is precise enough where its columns are their own, and a pull this near to λ is rounding.
    private const double LittleWork = 5e4;
    private const double ShareForDouble = 1e-5;
    private const double RoundingOfPull = 1e-9;

    public static Estimate Solve(WorkingProblem problem)
    {
        var descent = ProximalNewton.Minimise(problem.Loss, problem.Lasso);
        if (problem.Work > LittleWork && descent.IsAtMinimum && InDouble(problem, descent.Weights) is { } minimum)
            return Result(problem, MaximumLikelihood.Doubled(minimum.Weights), false, descent.Iterations + minimum.Steps);

        var weights = descent.IsAtMinimum ? MaximumLikelihood.Doubled(descent.Weights) : problem.NullWeights;
        if (Refined(problem, weights) is { } refined) return Result(problem, refined.Weights, true, descent.Iterations + refined.Iterations);
        // Columns that repeat each other exactly have no one answer, but what the descent came to may be one of them.
        MaximumLikelihood.RequireMinimum(descent.IsAtMinimum && Holds(problem, descent.Weights), isPenalised: true);
        return Result(problem, MaximumLikelihood.Doubled(descent.Weights), false, descent.Iterations);
    }

    private static Estimate Result(WorkingProblem problem, DoubleDouble[] weights, bool isPrecise, int iterations) =>
        new(problem.Columns, weights, null, problem.WeightExponent, isPrecise, iterations);

    /// <summary>The minimum with the signs that the descent found, if double shows that it is one; where rows weigh very differently it may not.</summary>
    private static FastMinimum? InDouble(WorkingProblem problem, double[] weights)
    {
        var factor = FastMinimum.Hessian(problem.Loss, weights, problem.Lasso);
        if (!(Cholesky.Factor(factor) > ShareForDouble) || FastMinimum.Near(problem.Loss, weights, factor, problem.Lasso) is not { } minimum) return null;
        var gradient = problem.Loss.Gradient(minimum.Weights);
        for (var j = 0; j < gradient.Length; j++)
            if (problem.Lasso[j] > 0 && minimum.Weights[j] == 0 && !(Math.Abs(gradient[j]) <= problem.Lasso[j] * (1 + RoundingOfPull))) return null;
        return minimum;
    }

    /// <summary>Whether the loss's slope is −λ_j·sign w_j for each weight, and at most λ_j where it is 0, but for rounding.</summary>
    private static bool Holds(WorkingProblem problem, double[] weights)
    {
        var loss = problem.Precise();
        loss.MoveTo(MaximumLikelihood.Doubled(weights));
        var gradient = loss.Gradient();
        for (var j = 0; j < weights.Length; j++)
        {
            var terms = problem.Lasso[j];
            for (var i = 0; i < loss.Slopes.Length; i++) terms += Math.Abs(problem.ExactColumns[j][i].Hi * loss.Slopes[i].Hi);
            var excess = weights[j] == 0 ? Math.Abs(gradient[j].Hi) - problem.Lasso[j] : Math.Abs(gradient[j].Hi + problem.Lasso[j] * Math.Sign(weights[j]));
            if (excess > RoundingOfDescent * terms) return false;
        }
        return true;
    }

    private static (DoubleDouble[] Weights, int Iterations)? Refined(WorkingProblem problem, DoubleDouble[] start)
    {
        var weights = (DoubleDouble[])start.Clone();
        var signs = Array.ConvertAll(weights, weight => Math.Sign(weight.Hi));
        var iterations = 0;
        for (var exchange = 0; exchange < MaxExchanges; exchange++)
        {
            int[] free = [.. Enumerable.Range(0, weights.Length).Where(j => problem.Lasso[j] == 0 || signs[j] != 0)];
            var loss = problem.Precise(free, [.. free.Select(j => signs[j])]);
            var newton = PreciseNewton.Minimise(loss, [.. free.Select(j => weights[j])], MaxIterations);
            if (!newton.Converged) return null;
            iterations += newton.Iterations;
            if (Crossing(problem, free, signs, weights, newton.Weights) is { } crossing) signs[crossing] = 0;
            else if (Missing(problem, signs, loss.Slopes) is var (missing, sign)) signs[missing] = sign;
            else return (weights, iterations);
        }
        return null;
    }

    /// <summary>Moves the weights to the new ones, or until the first of them reaches 0, which is told.</summary>
    private static int? Crossing(WorkingProblem problem, int[] free, int[] signs, DoubleDouble[] weights, DoubleDouble[] next)
    {
        int? crossing = null;
        DoubleDouble share = 1;
        for (var k = 0; k < free.Length; k++)
        {
            var j = free[k];
            if (problem.Lasso[j] == 0 || next[k].Hi * signs[j] > 0) continue;
            var reached = weights[j].Hi == 0 ? 0 : weights[j] / (weights[j] - next[k]);
            if (crossing is not null && !((reached - share).Hi < 0)) continue;
            (crossing, share) = (j, reached);
        }
        for (var k = 0; k < free.Length; k++)
        {
            var j = free[k];
            weights[j] = j == crossing ? 0 : weights[j] + (next[k] - weights[j]) * share;
        }
        return crossing;
    }

    /// <summary>The weight at 0 that the loss pulls at most, if more than its penalty holds it; and where to.</summary>
    private static (int Weight, int Sign)? Missing(WorkingProblem problem, int[] signs, DoubleDouble[] slopes)
    {
        (int, int)? missing = null;
        var most = 1 + Rounding;
        for (var j = 0; j < signs.Length; j++)
        {
            if (problem.Lasso[j] == 0 || signs[j] != 0) continue;
            var slope = DoubleDoubleVectors.Dot(problem.ExactColumns[j], slopes).Hi;
            if (Math.Abs(slope) / problem.Lasso[j] is var pull && pull <= most) continue;
            (missing, most) = ((j, -Math.Sign(slope)), pull);
        }
        return missing;
    }
}
