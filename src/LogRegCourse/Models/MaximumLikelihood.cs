using System.Diagnostics.CodeAnalysis;

namespace LogRegCourse;

/// <summary>Where the (penalised) likelihood of binomial data is greatest, and how sharply it is curved there.</summary>
/// <param name="Weights">The maximiser in raw units: intercept, then slopes.</param>
/// <param name="Covariance">Inverse of the Hessian there, in raw units; null with a penalty, where it means nothing.</param>
/// <param name="Iterations">Newton steps taken over all rows.</param>
internal sealed record MaximumLikelihood(double[] Weights, double[,]? Covariance, int Iterations)
{
    private const int MaxIterations = 60;

    // λ²/2 below this means that the step just taken landed within rounding of the maximum.
    private const double NegligibleDecrement = 1e-15;

    // Beyond this log-odds, probability 1 − 10⁻⁹, the estimate may be on its way to infinity.
    private const double SuspiciousLogit = 20;

    // A column of which less than this share is its own, the rest repeating other columns, is looked at closely.
    private const double SuspiciousShare = 1e-8;

    // From this many rows on, every tenth is enough for the first steps, until the decrement is about 1.
    private const int ManyRows = 20_000;
    private const int Thinning = 10;
    private const double RoughDecrement = 1;

    public static MaximumLikelihood Solve(BinomialData data, Penalty penalty)
    {
        var (centring, loss) = Prepare(data, penalty.L2);
        var descent = penalty.L1 > 0 ? ProximalNewton.Minimise(loss, penalty.L1) : Newton(loss, Start(data, loss), NegligibleDecrement);
        // A loss near 0 has a decrement near 0 too: go on until it is small beside the loss.
        var before = 0;
        if (penalty.L1 == 0 && descent.Loss < 1)
        {
            before = descent.Iterations;
            descent = Newton(loss, descent.Weights, NegligibleDecrement * descent.Loss);
        }
        var covariance = penalty.IsNone ? centring.CovarianceToRaw(RequireEstimate(data, loss, descent)) : null;
        RequireMinimum(descent.IsAtMinimum, isPenalised: !penalty.IsNone);
        return new(centring.ToRaw(descent.Weights), covariance, before + descent.Iterations);
    }

    /// <summary>Refuses a descent that stopped without being at the minimum.</summary>
    public static void RequireMinimum(bool isThere, bool isPenalised)
    {
        if (isThere) return;
        throw new NoEstimateException(isPenalised
            ? "Newton's method did not reach the minimum of the penalised loss; make the penalty (L2) larger, or leave out columns that repeat others."
            : "Newton's method did not reach the maximum; fit with a small penalty (L2).");
    }

    /// <summary>Whether Newton's method ends at moderate log-odds: then an estimate exists, and nothing separates the classes.</summary>
    public static bool IsPlainlyFinite(BinomialData data)
    {
        var loss = Prepare(data, 0).Loss;
        return IsPlainlyFinite(loss, Newton(loss, Start(data, loss), NegligibleDecrement));
    }

    private static bool IsPlainlyFinite(LogisticLoss loss, Descent descent)
    {
        var weights = descent.Weights;
        return descent.Converged &&
            loss.X.Predictors(loss.FirstSlope == 1 ? weights[0] : 0, weights.AsSpan(loss.FirstSlope)).Max(Math.Abs) < SuspiciousLogit;
    }

    private static (Centring Centring, LogisticLoss Loss) Prepare(BinomialData data, double l2)
    {
        var centring = data.Intercept ? Centring.Of(data.X) : Centring.None;
        return (centring, new LogisticLoss(centring.Apply(data.X), data.Share, new LossOptions
        {
            Intercept = data.Intercept, Weights = data.Trials, L2 = l2, Scaling = LossScaling.Sum,
        }));
    }

    private static Descent Newton(Loss loss, double[] start, double decrement) =>
        NewtonMethod.Minimise(loss, start, new Stopping { MaxIterations = MaxIterations, GradientNorm = 0, NewtonDecrement = decrement });

    /// <summary>The intercept alone or, for many rows, a rough estimate from some of them: the first steps need no precision.</summary>
    private static double[] Start(BinomialData data, LogisticLoss loss)
    {
        var start = new double[data.ParameterCount];
        if (data.Intercept) start[0] = Logistic.Logit(data.MeanShare);
        var weights = EveryNth(loss.RowWeights);
        if (data.Share.Length < ManyRows || weights?.Sum() == 0) return start;

        var some = new LogisticLoss(loss.X.EveryNth(Thinning), EveryNth(loss.Y), new LossOptions
        {
            Intercept = data.Intercept, Weights = weights, L2 = loss.Ridge / Thinning, Scaling = LossScaling.Sum,
        });
        var rough = NewtonMethod.Minimise(some, start, new Stopping { MaxIterations = MaxIterations, GradientNorm = 0, NewtonDecrement = RoughDecrement });
        return IsPlainlyFinite(some, rough) ? rough.Weights : start;
    }

    [return: NotNullIfNotNull(nameof(values))]
    private static double[]? EveryNth(double[]? values) => values is null ? null : [.. values.Where((_, i) => i % Thinning == 0)];

    /// <summary>The covariance, or the reason why there is no estimate.</summary>
    private static double[,] RequireEstimate(BinomialData data, LogisticLoss loss, Descent descent)
    {
        var hessian = loss.Hessian(descent.Weights);
        var ownShare = Cholesky.Factor(hessian);
        if (ownShare < SuspiciousShare && LinearDependence.Find(data.X, data.Intercept) is { } dependence) throw new LinearDependenceException(dependence);
        if (!IsPlainlyFinite(loss, descent) && Separation.Find(data) is { } separation) throw new SeparationException(separation);
        RequireMinimum(ownShare > 0 && descent.IsAtMinimum, isPenalised: false);
        return Cholesky.Inverse(hessian);
    }
}
