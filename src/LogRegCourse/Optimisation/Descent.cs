namespace LogRegCourse;

/// <summary>What an optimiser did: where it ended, why it stopped there, and the way it took.</summary>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed class Descent : IReportable
{
    private const int StepsShown = 5;
    private readonly IReadOnlyList<string> _weightNames;

    internal Descent(IReadOnlyList<string> weightNames, StopReason reason, DescentPath path) =>
        (_weightNames, Reason, Path) = (weightNames, reason, path);

    /// <summary>The last weights.</summary>
    public double[] Weights => Path[^1].Weights;

    /// <summary>The loss at the last weights.</summary>
    public double Loss => Path[^1].Loss;

    /// <summary>The norm of the gradient at the last weights.</summary>
    public double GradientNorm => Path[^1].GradientNorm;

    /// <summary>Number of updates made (epochs, for mini-batches).</summary>
    public int Iterations => Path[^1].Iteration;

    /// <summary>Why the optimiser stopped.</summary>
    public StopReason Reason { get; }

    /// <summary>Whether a rule that means "close to the minimum" was met.</summary>
    public bool Converged => Reason is StopReason.GradientNorm or StopReason.LossChange or StopReason.NewtonDecrement;

    /// <summary>Whether the weights are as near to the minimum as double precision lets them be.</summary>
    internal bool IsAtMinimum => Converged || Reason == StopReason.NoFurtherDecrease;

    /// <summary>The recorded points, from the start to the end.</summary>
    public DescentPath Path { get; }

    /// <summary>The first and last steps as a text table.</summary>
    public override string ToString() => TextReport.Render(((IReportable)this).Report());

    Report IReportable.Report()
    {
        var shown = Path.Count <= 2 * StepsShown ? Path : Path.Take(StepsShown).Concat(Path.TakeLast(StepsShown));
        return new(
            $"{(Converged ? "Converged" : "Stopped")} after {Iterations} iterations: {Sentence(Reason)}",
            [new ReportTable(["iteration", "loss", "gradient norm", .. _weightNames],
                [.. shown.Select(step => (string[])[$"{step.Iteration}", Digits.Short(step.Loss), Digits.Short(step.GradientNorm), .. step.Weights.Select(Digits.Short)])])],
            Path.Count > 2 * StepsShown ? [$"{Path.Count - 2 * StepsShown} steps between are not shown."] : []);
    }

    private static string Sentence(StopReason reason) => reason switch
    {
        StopReason.GradientNorm => "the gradient is small enough.",
        StopReason.LossChange => "the loss hardly changes any more.",
        StopReason.NewtonDecrement => "Newton's method promises no further decrease.",
        StopReason.MaxIterations => "the iterations allowed are used up.",
        StopReason.MaxTime => "the time allowed is used up.",
        StopReason.Cancelled => "it was cancelled.",
        StopReason.NoFurtherDecrease => "no step lowers the loss any more.",
        StopReason.SingularHessian => "the Hessian is singular, so there is no Newton step.",
        _ => "the loss is no longer finite; take smaller steps.",
    };
}
