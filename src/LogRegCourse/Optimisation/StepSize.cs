namespace LogRegCourse;

/// <summary>How long the steps of gradient descent are. A plain number means that number every time.</summary>
public abstract record StepSize
{
    private StepSize()
    {
    }

    /// <summary>1/L with L = <see cref="Loss.LipschitzConstant"/>: the longest fixed step that can never overshoot.</summary>
    public static StepSize Safe { get; } = new SafeStep();

    /// <summary>Start from twice the last step and halve until the loss falls by at least half of what its slope promises (Armijo's rule).</summary>
    public static StepSize Backtracking { get; } = new BacktrackingStep();

    /// <summary>The same step, the learning rate, every time.</summary>
    /// <param name="learningRate">A positive number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is not a positive finite number.</exception>
    public static StepSize Fixed(double learningRate) => new FixedStep(Guard.Positive(learningRate));

    /// <summary>A plain number is a fixed learning rate.</summary>
    /// <param name="learningRate">A positive number.</param>
    public static implicit operator StepSize(double learningRate) => Fixed(learningRate);

    /// <summary>The first step to try.</summary>
    internal abstract double Initial(Loss loss);

    private static double Inverse(double constant) => constant == 0
        ? 1
        : double.IsFinite(1 / constant) && double.IsFinite(constant)
            ? 1 / constant
            : throw new ArgumentException($"the loss has the Lipschitz constant {Guard.Show(constant)}, of which double has no inverse; standardise the columns.", "loss");

    internal sealed record FixedStep(double LearningRate) : StepSize
    {
        internal override double Initial(Loss loss) => LearningRate;
    }

    internal sealed record SafeStep : StepSize
    {
        internal override double Initial(Loss loss) => Inverse(loss.LipschitzConstant);
    }

    internal sealed record BacktrackingStep : StepSize
    {
        internal override double Initial(Loss loss) => Inverse(loss.LipschitzConstant);
    }
}
