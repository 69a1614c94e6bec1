namespace LogRegCourse;

/// <summary>A smooth function of the weights that an optimiser can minimise.</summary>
public abstract class Loss
{
    /// <summary>Number of weights.</summary>
    public abstract int Dimension { get; }

    /// <summary>Names of the weights, in their order.</summary>
    public abstract IReadOnlyList<string> WeightNames { get; }

    /// <summary>
    /// The Lipschitz constant L of the gradient: a bound on the curvature in every direction and at every weight, so steps of 1/L never overshoot.
    /// </summary>
    public abstract double LipschitzConstant { get; }

    /// <summary>Loss at the weights; the gradient is written into <paramref name="gradient"/>. Allocates nothing.</summary>
    /// <param name="weights">The point, <see cref="Dimension"/> numbers.</param>
    /// <param name="gradient">Receives the partial derivatives, <see cref="Dimension"/> numbers.</param>
    public abstract double ValueAndGradient(ReadOnlySpan<double> weights, Span<double> gradient);

    /// <summary>Second derivatives at the weights; the symmetric matrix is written into <paramref name="hessian"/>.</summary>
    /// <param name="weights">The point, <see cref="Dimension"/> numbers.</param>
    /// <param name="hessian">Receives the <see cref="Dimension"/> × <see cref="Dimension"/> matrix.</param>
    public abstract void Hessian(ReadOnlySpan<double> weights, double[,] hessian);

    /// <summary>Loss at the weights.</summary>
    /// <param name="weights">The point, <see cref="Dimension"/> numbers.</param>
    /// <exception cref="ArgumentException">There are more or fewer weights than <see cref="Dimension"/>.</exception>
    public double Value(params ReadOnlySpan<double> weights)
    {
        RequireDimension(weights);
        return ValueAndGradient(weights, new double[Dimension]);
    }

    /// <summary>The gradient at the weights: <see cref="Dimension"/> partial derivatives.</summary>
    /// <param name="weights">The point, <see cref="Dimension"/> numbers.</param>
    /// <exception cref="ArgumentException">There are more or fewer weights than <see cref="Dimension"/>.</exception>
    public double[] Gradient(params ReadOnlySpan<double> weights)
    {
        RequireDimension(weights);
        var gradient = new double[Dimension];
        ValueAndGradient(weights, gradient);
        return gradient;
    }

    /// <summary>The Hessian at the weights: the symmetric matrix of second derivatives.</summary>
    /// <param name="weights">The point, <see cref="Dimension"/> numbers.</param>
    /// <exception cref="ArgumentException">There are more or fewer weights than <see cref="Dimension"/>.</exception>
    public double[,] Hessian(params ReadOnlySpan<double> weights)
    {
        RequireDimension(weights);
        var hessian = new double[Dimension, Dimension];
        Hessian(weights, hessian);
        return hessian;
    }

    private void RequireDimension(ReadOnlySpan<double> weights)
    {
        if (weights.Length != Dimension)
            throw new ArgumentException(
                $"weights has {weights.Length} entries, but this loss has {Dimension}: {string.Join(", ", WeightNames)}.", nameof(weights));
    }
}
