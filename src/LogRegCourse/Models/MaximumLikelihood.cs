using System.Diagnostics.CodeAnalysis;

namespace LogRegCourse;

/// <summary>Finds where the (penalised) likelihood of binomial data is greatest, or why there is no such place.</summary>
internal static class MaximumLikelihood
{
    private const int MaxIterations = 60;

    // Towards a weak penalty's far minimum a step moves the log-odds by about 1, and they reach to about 700.
    private const int MaxPreciseIterations = 1500;

    // λ²/2 per row below this means that the step just taken landed near the maximum: within rounding, unless rows weigh very differently.
    private const double NegligibleDecrement = 1e-15;

    // Beyond this log-odds, probability 1 − 10⁻⁹, the estimate may be on its way to infinity.
    private const double SuspiciousLogit = 20;

    // A step that changes log-odds by less than this is sure to be followed by smaller ones.
    private const double Rest = 0.1;

    // Log-odds from which a row counts as parted from the other class.
    private const double PlainMargin = 1;

    // A column of which less than this share is its own, the rest repeating other columns, is looked at closely.
    private const double SuspiciousShare = 1e-8;

    // With less of a column its own than this, double leaves fewer digits than a fit promises; doubled precision has them.
    private const double ShareForDouble = 1e-5;

    // So little work takes no time in doubled precision either.
    private const double LittleWork = 5e4;

    // From this many rows on, every tenth is enough for the first steps, until the decrement is about 1.
    private const int ManyRows = 20_000;
    private const int Thinning = 10;
    private const double RoughDecrement = 1;

    public static Estimate Solve(BinomialData data, Penalty penalty)
    {
        var problem = new WorkingProblem(data, penalty);
        if (penalty.L1 > 0) return LassoFit.Solve(problem);
        if (!penalty.IsNone) return Penalised(problem);

        var descent = Descend(problem);
        var fast = new FastOutcome(problem, descent);
        if (fast.IsPlain && fast.OwnShare > ShareForDouble && problem.Work > LittleWork && FastMinimum.Near(problem.Loss, fast.Weights, fast.Factor) is { } minimum)
            return new(problem.Columns, Doubled(minimum.Weights), new Information.Fast(minimum.Factor), problem.WeightExponent, false, descent.Iterations + minimum.Steps);
        if (!fast.IsPlain && LinearDependence.Find(problem.Data.X, problem.Data.Intercept) is { } dependence)
            throw new LinearDependenceException(dependence);
        var search = new SeparatingDirection(problem);
        if (SeparationOrEstimate(problem, fast, search, out var newton)) throw new SeparationException(Separation.Of(data, problem, search));
        RequireMinimum(newton.Converged, isPenalised: false);
        return new(problem.Columns, newton.Weights, new Information.Precise(newton.Factor!), problem.WeightExponent, true, descent.Iterations + newton.Iterations);
    }

    /// <summary>The separating direction of data whose columns are independent; null when an estimate exists.</summary>
    public static SeparatingDirection? SeparationOf(WorkingProblem problem, Action<Step>? progress = null)
    {
        var fast = new FastOutcome(problem, Descend(problem, progress));
        if (fast.IsPlain) return null;
        var search = new SeparatingDirection(problem);
        if (SeparationOrEstimate(problem, fast, search, out var newton)) return search;
        RequireMinimum(newton.Converged, isPenalised: false);
        return null;
    }

    /// <summary>An estimate in double with 32 digits.</summary>
    public static Estimate Sharpened(Estimate estimate, BinomialData data, Penalty penalty)
    {
        var problem = new WorkingProblem(data, penalty);
        var newton = PreciseNewton.Minimise(problem.Precise(), estimate.Working, MaxPreciseIterations);
        RequireMinimum(newton.Converged, isPenalised: !penalty.IsNone);
        return new(problem.Columns, newton.Weights, penalty.IsNone ? new Information.Precise(newton.Factor!) : null, problem.WeightExponent, true, estimate.Iterations);
    }

    /// <summary>Refuses a descent that stopped without being at the minimum.</summary>
    public static void RequireMinimum(bool isThere, bool isPenalised)
    {
        if (isThere) return;
        throw new NoEstimateException(isPenalised
            ? "Newton's method did not reach the minimum of the penalised loss; make the penalty (L2) larger, or leave out columns that repeat others."
            : "Newton's method did not reach the maximum: the classes are so nearly separated, or the columns so nearly dependent, that even 32 digits do not tell; fit with a small penalty (L2).");
    }

    public static DoubleDouble[] Doubled(double[] weights) => Array.ConvertAll(weights, weight => (DoubleDouble)weight);

    private static bool SeparationOrEstimate(WorkingProblem problem, FastOutcome fast, SeparatingDirection search, out PreciseNewton newton)
    {
        newton = null!;
        if (!fast.IsPlain && search.IsShownBy(Doubled(fast.Weights), fast.LastStep)) return true;
        var start = fast.IsPlain || fast.IsModerate ? Doubled(fast.Weights) : problem.NullWeights;
        newton = PreciseNewton.Minimise(problem.Precise(), start, MaxPreciseIterations, fast.IsPlain ? null : search.IsShownBy);
        return search.Direction is not null || !newton.Converged && search.AcceptsFaint();
    }

    private static Estimate Penalised(WorkingProblem problem)
    {
        var descent = Newton(problem.Loss, Start(problem), Negligible(problem));
        // A loss near 0 has a decrement near 0 too: go on until it is small beside the loss.
        var before = 0;
        if (descent.Loss < 1)
        {
            before = descent.Iterations;
            descent = Newton(problem.Loss, descent.Weights, NegligibleDecrement * descent.Loss);
        }
        var iterations = before + descent.Iterations;
        var factor = problem.Loss.Hessian(descent.Weights);
        if (descent.IsAtMinimum && problem.Work > LittleWork && Cholesky.Factor(factor) > ShareForDouble && FastMinimum.Near(problem.Loss, descent.Weights, factor) is { } minimum)
            return new(problem.Columns, Doubled(minimum.Weights), null, problem.WeightExponent, false, iterations + minimum.Steps);
        var start = descent.IsAtMinimum ? Doubled(descent.Weights) : problem.NullWeights;
        var newton = PreciseNewton.Minimise(problem.Precise(), start, MaxPreciseIterations);
        RequireMinimum(newton.Converged, isPenalised: true);
        return new(problem.Columns, newton.Weights, null, problem.WeightExponent, true, iterations + newton.Iterations);
    }

    /// <summary>Newton's method in double, given up as soon as every row is on its side: then the classes are separated.</summary>
    private static Descent Descend(WorkingProblem problem, Action<Step>? progress = null)
    {
        using var separated = new CancellationTokenSource();
        return NewtonMethod.Minimise(problem.Loss, Start(problem), new Stopping
        {
            MaxIterations = MaxIterations, GradientNorm = 0, NewtonDecrement = Negligible(problem), Cancellation = separated.Token, Progress = GiveUp,
        });

        void GiveUp(Step step)
        {
            progress?.Invoke(step);
            // A row with log-odds of 1 on its side costs log(1 + 1/e).
            if (step.Loss < problem.Data.TotalTrials * Logistic.Softplus(-PlainMargin) && AreParted(problem, step.Weights)) separated.Cancel();
        }
    }

    private static bool AreParted(WorkingProblem problem, double[] weights)
    {
        var logits = Logits(problem.Loss, weights);
        for (var i = 0; i < logits.Length; i++)
        {
            var share = problem.Loss.Y[i];
            if (!(share == 1 && logits[i] > PlainMargin || share == 0 && logits[i] < -PlainMargin)) return false;
        }
        return true;
    }

    private static double Negligible(WorkingProblem problem) => NegligibleDecrement * problem.Data.TotalTrials / problem.Data.Successes.Length;

    private static Descent Newton(Loss loss, double[] start, double decrement) =>
        NewtonMethod.Minimise(loss, start, new Stopping { MaxIterations = MaxIterations, GradientNorm = 0, NewtonDecrement = decrement });

    /// <summary>The intercept alone or, for many rows, a rough estimate from some of them: the first steps need no precision.</summary>
    private static double[] Start(WorkingProblem problem)
    {
        var loss = problem.Loss;
        double[] start = Array.ConvertAll(problem.NullWeights, weight => weight.Hi);
        var weights = EveryNth(loss.RowWeights);
        if (loss.Y.Length < ManyRows || weights?.Sum() == 0) return start;

        var some = new LogisticLoss(loss.X.EveryNth(Thinning), EveryNth(loss.Y), new LossOptions
        {
            Intercept = problem.Data.Intercept, Weights = weights, Scaling = LossScaling.Sum,
            Ridges = [.. Enumerable.Range(0, loss.Dimension).Select(j => loss.RidgeOf(j) / Thinning)],
        });
        var rough = NewtonMethod.Minimise(some, start, new Stopping { MaxIterations = MaxIterations, GradientNorm = 0, NewtonDecrement = RoughDecrement });
        return rough.Converged && LargestLogit(some, rough.Weights) < SuspiciousLogit ? rough.Weights : start;
    }

    [return: NotNullIfNotNull(nameof(values))]
    private static double[]? EveryNth(double[]? values) => values is null ? null : [.. values.Where((_, i) => i % Thinning == 0)];

    private static double LargestLogit(LogisticLoss loss, double[] weights) => Vectors.Largest(Logits(loss, weights));

    private static double[] Logits(LogisticLoss loss, double[] weights) =>
        loss.X.Predictors(loss.FirstSlope == 1 ? weights[0] : 0, weights.AsSpan(loss.FirstSlope));

    /// <summary>What Newton's method in double came to.</summary>
    private sealed class FastOutcome
    {
        private readonly WorkingProblem _problem;
        private readonly Descent _descent;

        public FastOutcome(WorkingProblem problem, Descent descent)
        {
            (_problem, _descent, Weights) = (problem, descent, descent.Weights);
            Factor = problem.Loss.Hessian(Weights);
            OwnShare = Cholesky.Factor(Factor);
            IsPlain = descent.Converged && OwnShare > SuspiciousShare && NextChange(problem.Loss) < Rest;
            if (descent.Path.Count > 1)
                LastStep = [.. Weights.Zip(descent.Path[^2].Weights, DoubleDouble.Difference)];
        }

        public double[] Weights { get; }

        public double[,] Factor { get; }

        public double OwnShare { get; }

        /// <summary>Whether it ended at moderate log-odds.</summary>
        public bool IsModerate => _descent.Converged && LargestLogit(_problem.Loss, Weights) < SuspiciousLogit;

        /// <summary>
        /// Whether an estimate surely exists: the next step would change no log-odds by much, with a Hessian far from singular. Where
        /// classes are separated, each step changes some by 1 for ever.
        /// </summary>
        public bool IsPlain { get; }

        public DoubleDouble[]? LastStep { get; }

        private double NextChange(LogisticLoss loss)
        {
            var step = loss.Gradient(Weights);
            Cholesky.Solve(Factor, step);
            return LargestLogit(loss, step);
        }
    }
}
