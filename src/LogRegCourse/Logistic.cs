namespace LogRegCourse;

/// <summary>
/// The logistic family: sigmoid and its slope, log-sigmoid, softplus, odds and log-odds.
/// Every function is right to 2 units in the last place over the whole range of double;
/// NaN gives NaN, and infinities give the limits.
/// </summary>
/// <remarks>
/// The textbook formulas are mathematically equal but lose digits in floating point:
/// 1/(1+e^−z) overflows for z below −709, σ(1−σ) is 0 for z above 37, and log(p/(1−p)) keeps nothing near p = 1/2.
/// Each method says which equal form it computes instead.
/// </remarks>
public static class Logistic
{
    /// <summary>The sigmoid σ(z) = 1 / (1 + e^−z): turns log-odds z into a probability strictly between 0 and 1.</summary>
    /// <param name="z">Log-odds, any real number.</param>
    /// <returns>σ(z); in double it reaches exactly 1 from z ≈ 37 and exactly 0 below z ≈ −745.</returns>
    /// <remarks>For z &lt; 0 the equal form e^z / (1 + e^z) is used, whose exponential cannot overflow.</remarks>
    public static double Sigmoid(double z)
    {
        if (z >= 0) return 1 / (1 + Math.Exp(-z));
        var e = Math.Exp(z);
        return Accurate.Quotient(e, 1 + e, e - ((1 + e) - 1));
    }

    /// <summary>The sigmoid's slope σ'(z) = σ(z)(1 − σ(z)); even in z, at most 1/4, which it reaches at z = 0.</summary>
    /// <param name="z">Log-odds, any real number.</param>
    /// <remarks>Computed as e^−|z| / (1 + e^−|z|)², which keeps all digits where 1 − σ(z) has rounded to 0.</remarks>
    public static double SigmoidDerivative(double z)
    {
        var e = Math.Exp(-Math.Abs(z));
        var sum = 1 + e;
        var square = sum * sum;
        // What rounding lost of the square and of 1 + e before it.
        var lost = Math.FusedMultiplyAdd(sum, sum, -square) + 2 * sum * (e - (sum - 1));
        return Accurate.Quotient(e, square, lost);
    }

    /// <summary>log σ(z) = −softplus(−z): the log-probability of class 1, finite for every finite z.</summary>
    /// <param name="z">Log-odds, any real number.</param>
    public static double LogSigmoid(double z) => -Softplus(-z);

    /// <summary>softplus(z) = log(1 + e^z): a smooth max(z, 0), and the cross-entropy of label 0 at logit z.</summary>
    /// <param name="z">Any real number.</param>
    /// <remarks>Computed as max(z, 0) + log1p(e^−|z|), so nothing overflows and small values keep their digits.</remarks>
    public static double Softplus(double z) => Math.Max(z, 0) + Accurate.Log1p(Math.Exp(-Math.Abs(z)));

    /// <summary>The odds p / (1 − p) of a probability: 0.75 gives 3, that is 3 to 1; p = 1 gives +∞.</summary>
    /// <param name="p">Probability, 0 ≤ p ≤ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">p is below 0 or above 1.</exception>
    public static double Odds(double p) => Guard.Probability(p) / (1 - p);

    /// <summary>The log-odds (logit) log(p / (1 − p)), the inverse of the sigmoid; 0 gives −∞, 1/2 gives 0, 1 gives +∞.</summary>
    /// <param name="p">Probability, 0 ≤ p ≤ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">p is below 0 or above 1.</exception>
    /// <remarks>Between 1/4 and 3/4 the equal form log1p((2p − 1) / (1 − p)) is used: there 2p − 1 is exact.</remarks>
    public static double Logit(double p)
    {
        Guard.Probability(p);
        if (Math.Abs(p - 0.5) > 0.25) return Math.Log(p / (1 - p));
        var quotient = (2 * p - 1) / (1 - p);
        var lost = Accurate.QuotientError(2 * p - 1, 1 - p, (1 - (1 - p)) - p, quotient);
        return Accurate.Log1p(quotient) + lost / (1 + quotient);
    }
}
