namespace LogRegCourse;

/// <summary>The logistic loss of binomial rows without a penalty, which knows how far it has risen from its minimum.</summary>
internal abstract class WorkingLogistic : WorkingLoss
{
    /// <summary>
    /// By how much the loss here lies above its minimum, row by row, so that a loss that is large as a whole hides nothing; and what
    /// rounding may have changed it by.
    /// </summary>
    /// <param name="minimiser">Where the loss is least.</param>
    public abstract (DoubleDouble Rise, double Rounding) RiseFrom(DoubleDouble[] minimiser);

    /// <summary>What log-odds that are wrong by a share of themselves change a row's divergence by.</summary>
    /// <param name="trials">How much the row counts.</param>
    /// <param name="z">Its log-odds at the minimum.</param>
    /// <param name="change">How far it has moved.</param>
    /// <param name="share">The share.</param>
    protected static double RoundingOf(double trials, double z, double change, double share)
    {
        var wrong = share * (1 + Math.Abs(z) + Math.Abs(change));
        return trials * wrong * (Math.Abs(Logistic.Sigmoid(z + change) - Logistic.Sigmoid(z)) + Logistic.SigmoidDerivative(z) * wrong);
    }
}
