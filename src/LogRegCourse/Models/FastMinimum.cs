namespace LogRegCourse;

/// <summary>
/// The minimum in double, proved by what the next step of Newton's method would change: no row's log-odds. A loss and its
/// decrement are sums in which rows of small weight do not show; each row's log-odds do.
/// </summary>
/// <param name="Weights">The minimiser.</param>
/// <param name="Factor">Cholesky's factor of the Hessian there.</param>
/// <param name="Steps">Newton steps that were still needed.</param>
internal sealed record FastMinimum(double[] Weights, double[,] Factor, int Steps)
{
    private const int MaxSteps = 30;

    // Beside 1 + |z|: what is rounding for ordinary data; a last step that leaves the Hessian as it is; and what rounding may leave.
    private const double Arrived = 1e-13;
    private const double LastStep = 1e-12;
    private const double Enough = 1e-11;

    /// <summary>Goes to the minimum from nearby; null when double does not get there.</summary>
    /// <param name="loss">The loss, without the corners of an L1 penalty.</param>
    /// <param name="weights">Where a descent ended.</param>
    /// <param name="factor">Cholesky's factor of the Hessian there.</param>
    /// <param name="lasso">The L1 penalties of the weights, if there are any: a weight at 0 stays there, the others keep their signs.</param>
    public static FastMinimum? Near(LogisticLoss loss, double[] weights, double[,] factor, double[]? lasso = null)
    {
        var before = double.PositiveInfinity;
        for (var steps = 0; ; steps++)
        {
            var step = loss.Gradient(weights);
            for (var j = 0; lasso is not null && j < step.Length; j++)
                step[j] = lasso[j] > 0 && weights[j] == 0 ? 0 : step[j] + lasso[j] * Math.Sign(weights[j]);
            Cholesky.Solve(factor, step);
            var change = LargestChange(loss, weights, step);
            if (change is > Arrived and <= LastStep) return new([.. weights.Zip(step, (weight, move) => weight - move)], factor, steps + 1);
            // A step that is no smaller than the one before is rounding.
            if (change <= Arrived || !(change < before / 2) || steps == MaxSteps)
                return change <= Enough ? new(weights, factor, steps) : null;
            if (lasso is not null && Enumerable.Range(0, step.Length).Any(j => lasso[j] > 0 && Math.Sign(weights[j] - step[j]) != Math.Sign(weights[j]))) return null;
            before = change;
            weights = [.. weights.Zip(step, (weight, move) => weight - move)];
            factor = Hessian(loss, weights, lasso);
            if (Cholesky.Factor(factor) == 0) return null;
        }
    }

    /// <summary>The Hessian of the weights that may move; one that may not has a row and a column of its own.</summary>
    public static double[,] Hessian(LogisticLoss loss, double[] weights, double[]? lasso)
    {
        var hessian = loss.Hessian(weights);
        for (var j = 0; lasso is not null && j < weights.Length; j++)
        {
            if (!(lasso[j] > 0) || weights[j] != 0) continue;
            for (var k = 0; k < weights.Length; k++) hessian[j, k] = hessian[k, j] = 0;
            hessian[j, j] = 1;
        }
        return hessian;
    }

    private static double LargestChange(LogisticLoss loss, double[] weights, double[] step)
    {
        var (logits, changes) = (Logits(loss, weights), Logits(loss, step));
        var largest = 0.0;
        for (var i = 0; i < logits.Length; i++)
        {
            if (double.IsNaN(changes[i])) return double.NaN;
            largest = Math.Max(largest, Math.Abs(changes[i]) / (1 + Math.Abs(logits[i])));
        }
        // What a weak ridge alone decides changes no log-odds any more while it is still on its way.
        var size = weights.Max(Math.Abs);
        return size > 0 && loss.RidgeOf(step.Length - 1) > 0 ? Math.Max(largest, step.Max(Math.Abs) / size) : largest;
    }

    private static double[] Logits(LogisticLoss loss, double[] weights) =>
        loss.X.Predictors(loss.FirstSlope == 1 ? weights[0] : 0, weights.AsSpan(loss.FirstSlope));
}
