namespace LogRegCourse;

/// <summary>
/// Newton's method: w ← w − H⁻¹∇, the step to the minimum of the parabola that fits the loss here. For logistic
/// regression this is Fisher scoring and iteratively reweighted least squares (IRLS).
/// </summary>
public static class NewtonMethod
{
    private const int MaxHalvings = 50;

    // Armijo's constant for the damped method, and the rounding of a loss that no step can be blamed for.
    private const double SufficientDecrease = 1e-4;
    private const double LossRounding = 1e-15;

    // A pivot this small beside its diagonal entry is rounding, and the Hessian singular.
    private const double SingularPivot = 1e-15;

    /// <summary>Takes Newton steps from the start until a stopping rule is met.</summary>
    /// <param name="loss">The function to minimise; its Hessian must be positive definite along the way.</param>
    /// <param name="start">First weights; zeros when left out.</param>
    /// <param name="stopping">When to stop; by default after 1000 updates or at a gradient norm below 10⁻⁸.</param>
    /// <param name="damped">Whether a step that does not lower the loss is halved until it does; the pure method may run away.</param>
    /// <returns>The last weights, the reason to stop and the path.</returns>
    /// <exception cref="ArgumentException">start has another length than the loss has weights.</exception>
    /// <remarks>
    /// The Newton decrement λ² = ∇ᵀH⁻¹∇ is twice the decrease that the parabola promises; it does not depend on the
    /// units of the columns, which the norm of the gradient does.
    /// Source: S. Boyd and L. Vandenberghe, Convex Optimization, section 9.5.
    /// </remarks>
    public static Descent Minimise(Loss loss, double[]? start = null, Stopping? stopping = null, bool damped = true)
    {
        var weights = GradientDescent.Start(loss, start);
        var trial = new double[weights.Length];
        var gradient = new double[weights.Length];
        var step = new double[weights.Length];
        var hessian = new double[weights.Length, weights.Length];
        var value = loss.ValueAndGradient(weights, gradient);
        var recorder = new Recorder(loss, stopping ?? new Stopping(), value, gradient, weights);
        if (!recorder.MayStart) return recorder.Finish(StopReason.MaxIterations, weights);

        for (var iteration = 1; ; iteration++)
        {
            loss.Hessian(weights, hessian);
            if (!(Cholesky.Factor(hessian) > SingularPivot)) return recorder.Finish(StopReason.SingularHessian, weights);

            gradient.CopyTo(step, 0);
            Cholesky.Solve(hessian, step);
            var decrement = Vectors.Dot(gradient, step);
            var length = 1.0;
            for (var halving = 0; ; halving++, length /= 2)
            {
                if (halving > MaxHalvings) return recorder.Finish(StopReason.NoFurtherDecrease, weights);
                for (var j = 0; j < weights.Length; j++) trial[j] = weights[j] - length * step[j];
                var next = loss.ValueAndGradient(trial, gradient);
                if (damped && !(next <= value - SufficientDecrease * length * decrement + LossRounding * Math.Abs(value))) continue;
                value = next;
                break;
            }
            (weights, trial) = (trial, weights);
            if (recorder.After(iteration, value, gradient, weights, decrement / 2) is { } reason) return recorder.Finish(reason, weights);
        }
    }
}
