namespace LogRegCourse;

/// <summary>
/// Newton's method for a smooth loss plus λ₁·Σ|w_j| on the slopes: each step minimises the parabola plus the corners of
/// the penalty by coordinate descent, and is halved until the objective falls.
/// </summary>
/// <remarks>Source: J. Lee, Y. Sun, M. Saunders, SIAM Journal on Optimization 24 (2014).</remarks>
internal static class ProximalNewton
{
    private const int MaxIterations = 200;
    private const int MaxSweeps = 10_000;
    private const int MaxHalvings = 50;
    private const double Tolerance = 1e-14;

    public static Descent Minimise(LinearPredictorLoss loss, double l1)
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
            MinimiseParabola(weights, gradient, hessian, l1, loss.FirstSlope, target);
            var objective = value + l1 * AbsoluteSum(weights, loss.FirstSlope);
            var moved = 0.0;
            var length = 1.0;
            for (var halving = 0; ; halving++, length /= 2)
            {
                for (var j = 0; j < weights.Length; j++) trial[j] = weights[j] + length * (target[j] - weights[j]);
                value = loss.ValueAndGradient(trial, gradient);
                if (value + l1 * AbsoluteSum(trial, loss.FirstSlope) <= objective * (1 + Tolerance) || halving == MaxHalvings) break;
            }
            for (var j = 0; j < weights.Length; j++) moved = Math.Max(moved, Math.Abs(trial[j] - weights[j]) / (1 + Math.Abs(weights[j])));
            (weights, trial) = (trial, weights);
            var reason = recorder.After(iteration, value, gradient, weights);
            if (moved < Tolerance) return recorder.Finish(StopReason.LossChange);
            if (reason is { } given) return recorder.Finish(given);
        }
    }

    /// <summary>Coordinate descent on g·Δ + ½ΔᵀHΔ + λ₁Σ|w_j + Δ_j|; the minimiser w + Δ is written into target.</summary>
    private static void MinimiseParabola(double[] weights, double[] gradient, double[,] hessian, double l1, int firstSlope, double[] target)
    {
        var slope = (double[])gradient.Clone();
        weights.CopyTo(target, 0);
        for (var sweep = 0; sweep < MaxSweeps; sweep++)
        {
            var largest = 0.0;
            for (var j = 0; j < target.Length; j++)
            {
                var free = target[j] - slope[j] / hessian[j, j];
                var next = j < firstSlope ? free : SoftThreshold(free, l1 / hessian[j, j]);
                var change = next - target[j];
                if (change == 0) continue;
                target[j] = next;
                for (var k = 0; k < target.Length; k++) slope[k] += change * hessian[k, j];
                largest = Math.Max(largest, Math.Abs(change) / (1 + Math.Abs(next)));
            }
            if (largest < Tolerance / 10) return;
        }
    }

    private static double SoftThreshold(double value, double threshold) =>
        Math.Sign(value) * Math.Max(Math.Abs(value) - threshold, 0);

    private static double AbsoluteSum(double[] weights, int firstSlope)
    {
        var sum = 0.0;
        for (var j = firstSlope; j < weights.Length; j++) sum += Math.Abs(weights[j]);
        return sum;
    }
}
