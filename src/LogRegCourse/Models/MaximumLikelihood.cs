using MathNet.Numerics.LinearAlgebra;

namespace LogRegCourse;

/// <summary>Where the (penalised) likelihood of binomial data is greatest, and how sharply it is curved there.</summary>
/// <param name="Weights">The maximiser in raw units: intercept, then slopes.</param>
/// <param name="Covariance">Inverse of the Hessian there, in raw units; null with a penalty, where it means nothing.</param>
/// <param name="Iterations">Newton steps taken.</param>
internal sealed record MaximumLikelihood(double[] Weights, double[,]? Covariance, int Iterations)
{
    private const int MaxIterations = 60;

    // λ²/2 below this means that the step just taken landed within rounding of the maximum.
    private const double NegligibleDecrement = 1e-15;

    // Beyond this log-odds, probability 1 − 10⁻⁹, the estimate may be on its way to infinity.
    private const double SuspiciousLogit = 20;

    public static MaximumLikelihood Solve(BinomialData data, Penalty penalty)
    {
        var centring = data.Intercept ? Centring.Of(data.X) : Centring.None;
        var x = centring.Apply(data.X);
        var loss = new LogisticLoss(x, data.Share, new LossOptions
        {
            Intercept = data.Intercept, Weights = data.Trials, L2 = penalty.L2, Scaling = LossScaling.Sum,
        });
        var descent = penalty.L1 > 0 ? ProximalNewton.Minimise(loss, penalty.L1) : Newton(loss, Start(data), NegligibleDecrement);
        // A loss near 0 has a decrement near 0 too: go on until it is small beside the loss.
        if (penalty.L1 == 0 && descent.Loss < 1) descent = Newton(loss, descent.Weights, NegligibleDecrement * descent.Loss);
        if (penalty.IsNone) RequireEstimate(data, x, descent);
        var covariance = penalty.IsNone ? centring.CovarianceToRaw(Inverse(loss.Hessian(descent.Weights))) : null;
        return new(centring.ToRaw(descent.Weights), covariance, descent.Iterations);
    }

    private static Descent Newton(Loss loss, double[] start, double decrement) =>
        NewtonMethod.Minimise(loss, start, new Stopping { MaxIterations = MaxIterations, GradientNorm = 0, NewtonDecrement = decrement });

    private static double[] Start(BinomialData data)
    {
        var start = new double[data.ParameterCount];
        if (data.Intercept) start[0] = Logistic.Logit(data.MeanShare);
        return start;
    }

    private static void RequireEstimate(BinomialData data, Features x, Descent descent)
    {
        if (descent.Converged && LargestLogit(x, descent.Weights) < SuspiciousLogit) return;
        if (Separation.Find(data) is { } separation) throw new SeparationException(separation);
        if (!descent.Converged && descent.Reason != StopReason.NoFurtherDecrease)
            throw new NoEstimateException("Newton's method did not reach the maximum; fit with a small penalty (L2).");
    }

    private static double LargestLogit(Features x, double[] weights)
    {
        var first = weights.Length - x.ColumnCount;
        return x.Predictors(first == 1 ? weights[0] : 0, weights.AsSpan(first)).Max(Math.Abs);
    }

    private static double[,] Inverse(double[,] hessian) =>
        Matrix<double>.Build.DenseOfArray(hessian).Cholesky().Solve(Matrix<double>.Build.DenseIdentity(hessian.GetLength(0))).ToArray();
}
