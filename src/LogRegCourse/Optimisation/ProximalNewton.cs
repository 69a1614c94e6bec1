namespace LogRegCourse;

/// <summary>
/// Newton's method for a smooth loss plus Σ λ_j·|w_j|: each step minimises the parabola plus the corners of
/// the penalty by coordinate descent, and is halved until the objective falls.
/// </summary>
/// <remarks>Source: J. Lee, Y. Sun, M. Saunders, SIAM Journal on Optimization 24 (2014).</remarks>
internal static class ProximalNewton
{
    private const int MaxIterations = 200;
    private const int MaxSweeps = 10_000;
    private const int SweepsPerSolve = 20;
    private const int MaxHalvings = 50;
    private const double Tolerance = 1e-14;

    // Added to the Hessian's diagonal, as a share: then columns that repeat each other exactly still have a step, along them.
    private const double Tilt = 1e-12;

    /// <summary>Minimises the loss and the penalty.</summary>
    /// <param name="loss">The smooth loss.</param>
    /// <param name="l1">λ_j of each weight, 0 for the intercept.</param>
    public static Descent Minimise(LinearPredictorLoss loss, double[] l1)
    {
        var weights = new double[loss.Dimension];
        var target = new double[loss.Dimension];
        var trial = new double[loss.Dimension];
        var gradient = new double[loss.Dimension];
        var hessian = new double[loss.Dimension, loss.Dimension];
        var value = loss.ValueAndGradient(weights, gradient);
        var recorder = new Recorder(loss, new Stopping { MaxIterations = MaxIterations, GradientNorm = 0 }, value, gradient, weights);
        for (var iteration = 1; ; iteration++)
        {
            loss.Hessian(weights, hessian);
            MinimiseParabola(weights, gradient, hessian, l1, target);
            var objective = value + Penalty(weights, l1);
            var (moved, reached) = (0.0, 0.0);
            var length = 1.0;
            for (var halving = 0; ; halving++, length /= 2)
            {
                for (var j = 0; j < weights.Length; j++) trial[j] = weights[j] + length * (target[j] - weights[j]);
                value = loss.ValueAndGradient(trial, gradient);
                reached = value + Penalty(trial, l1);
                if (reached <= objective * (1 + Tolerance) || halving == MaxHalvings) break;
            }
            for (var j = 0; j < weights.Length; j++) moved = Math.Max(moved, Math.Abs(trial[j] - weights[j]) / (1 + Math.Abs(weights[j])));
            (weights, trial) = (trial, weights);
            var reason = recorder.After(iteration, value, gradient, weights);
            if (moved < Tolerance) return recorder.Finish(StopReason.LossChange, weights);
            // Where columns nearly repeat each other, rounding keeps the weights moving at the minimum.
            if (reached >= objective) return recorder.Finish(StopReason.NoFurtherDecrease, weights);
            if (reason is { } given) return recorder.Finish(given, weights);
        }
    }

    /// <summary>Coordinate descent on g·Δ + ½ΔᵀHΔ + Σ λ_j|w_j + Δ_j|; the minimiser w + Δ is written into target.</summary>
    private static void MinimiseParabola(double[] weights, double[] gradient, double[,] hessian, double[] l1, double[] target)
    {
        var slope = (double[])gradient.Clone();
        weights.CopyTo(target, 0);
        for (var sweep = 0; sweep < MaxSweeps; sweep++)
        {
            var largest = 0.0;
            for (var j = 0; j < target.Length; j++)
            {
                // A column of zeros changes no loss: its weight stays at 0, where it started.
                if (hessian[j, j] == 0) continue;
                var free = target[j] - slope[j] / hessian[j, j];
                var next = SoftThreshold(free, l1[j] / hessian[j, j]);
                var change = next - target[j];
                if (change == 0) continue;
                Move(j, change, slope, hessian, target);
                largest = Math.Max(largest, Math.Abs(change) / (1 + Math.Abs(next)));
            }
            if (largest < Tolerance / 10) return;
            if (sweep % SweepsPerSolve == SweepsPerSolve - 1) SolveForSigns(slope, hessian, l1, target);
        }
    }

    /// <summary>
    /// Goes to where the parabola is least for the signs that the weights have, or until one of them reaches 0: coordinate
    /// descent alone takes for ever where columns nearly repeat each other.
    /// </summary>
    private static void SolveForSigns(double[] slope, double[,] hessian, double[] l1, double[] target)
    {
        int[] free = [.. Enumerable.Range(0, target.Length).Where(j => hessian[j, j] > 0 && (l1[j] == 0 || target[j] != 0))];
        var system = new double[free.Length, free.Length];
        for (var a = 0; a < free.Length; a++)
            for (var b = 0; b <= a; b++) system[a, b] = hessian[free[a], free[b]] * (a == b ? 1 + Tilt : 1);
        if (Cholesky.Factor(system) == 0) return;
        double[] step = [.. free.Select(j => -slope[j] - l1[j] * Math.Sign(target[j]))];
        Cholesky.Solve(system, step);

        var share = 1.0;
        for (var a = 0; a < free.Length; a++)
            if (l1[free[a]] > 0 && target[free[a]] * (target[free[a]] + step[a]) < 0) share = Math.Min(share, -target[free[a]] / step[a]);
        for (var a = 0; a < free.Length; a++)
        {
            var next = target[free[a]] + share * step[a];
            if (l1[free[a]] > 0 && target[free[a]] * next <= 0) next = 0;
            Move(free[a], next - target[free[a]], slope, hessian, target);
        }
    }

    private static void Move(int j, double change, double[] slope, double[,] hessian, double[] target)
    {
        target[j] += change;
        for (var k = 0; k < target.Length; k++) slope[k] += change * hessian[k, j];
    }

    private static double SoftThreshold(double value, double threshold) =>
        Math.Sign(value) * Math.Max(Math.Abs(value) - threshold, 0);

    private static double Penalty(double[] weights, double[] l1)
    {
        var sum = 0.0;
        for (var j = 0; j < weights.Length; j++) sum += l1[j] * Math.Abs(weights[j]);
        return sum;
    }
}
