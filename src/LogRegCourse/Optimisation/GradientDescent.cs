namespace LogRegCourse;

/// <summary>Batch gradient descent: w ← w − η·∇loss(w), every row in every step.</summary>
public static class GradientDescent
{
    // Armijo's constant: the loss has to fall by this share of η·‖∇‖².
    private const double SufficientDecrease = 0.5;

    /// <summary>Walks downhill from the start until a stopping rule is met.</summary>
    /// <param name="loss">The function to minimise.</param>
    /// <param name="step">Step size η: a number, <see cref="StepSize.Safe"/> (the default) or <see cref="StepSize.Backtracking"/>.</param>
    /// <param name="start">First weights; zeros when left out, where the logistic loss is log 2.</param>
    /// <param name="stopping">When to stop; by default after 1000 updates or at a gradient norm below 10⁻⁸.</param>
    /// <returns>The last weights, the reason to stop and the path.</returns>
    /// <exception cref="ArgumentException">start has another length than the loss has weights.</exception>
    /// <remarks>
    /// An update whose gradient is already small enough is still made: the gradient it needs is known.
    /// Source of the safe step: a function of curvature at most L lies below its tangent plus (L/2)·‖step‖².
    /// </remarks>
    public static Descent Minimise(Loss loss, StepSize? step = null, double[]? start = null, Stopping? stopping = null)
    {
        step ??= StepSize.Safe;
        var weights = Start(loss, start);
        var gradient = new double[weights.Length];
        var value = loss.ValueAndGradient(weights, gradient);
        var recorder = new Recorder(loss, stopping ?? new Stopping(), value, gradient, weights);
        if (!recorder.MayStart) return recorder.Finish(StopReason.MaxIterations, weights);

        var learningRate = step.Initial(loss);
        var backtracking = step is StepSize.BacktrackingStep ? new Trial(loss) : null;
        for (var iteration = 1; ; iteration++)
        {
            if (backtracking is not null)
            {
                if (!backtracking.Shorten(weights, value, gradient, ref learningRate)) return recorder.Finish(StopReason.NoFurtherDecrease, weights);
            }
            for (var j = 0; j < weights.Length; j++) weights[j] -= learningRate * gradient[j];
            value = loss.ValueAndGradient(weights, gradient);
            if (recorder.After(iteration, value, gradient, weights) is { } reason) return recorder.Finish(reason, weights);
        }
    }

    internal static double[] Start(Loss loss, double[]? start)
    {
        Guard.NotNull(loss, nameof(loss));
        if (start is null) return new double[loss.Dimension];
        Guard.Finite(start, nameof(start));
        return start.Length == loss.Dimension
            ? (double[])start.Clone()
            : throw new ArgumentException(
                $"start has {start.Length} entries, but the loss has {loss.Dimension} weights: {string.Join(", ", loss.WeightNames)}.", nameof(start));
    }

    /// <summary>Tries steps until one lowers the loss enough.</summary>
    private sealed class Trial(Loss loss)
    {
        private const int MaxHalvings = 60;
        private readonly double[] _weights = new double[loss.Dimension];
        private readonly double[] _gradient = new double[loss.Dimension];

        public bool Shorten(double[] weights, double value, double[] gradient, ref double learningRate)
        {
            var squaredNorm = Vectors.Dot(gradient, gradient);
            learningRate *= 2;
            for (var halving = 0; halving < MaxHalvings; halving++, learningRate /= 2)
            {
                for (var j = 0; j < weights.Length; j++) _weights[j] = weights[j] - learningRate * gradient[j];
                if (loss.ValueAndGradient(_weights, _gradient) <= value - SufficientDecrease * learningRate * squaredNorm) return true;
            }
            return false;
        }
    }
}
