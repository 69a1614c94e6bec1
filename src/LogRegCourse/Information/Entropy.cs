namespace LogRegCourse;

/// <summary>
/// Surprise, entropy, cross-entropy and Kullback-Leibler divergence of discrete distributions, in nats (natural
/// logarithm) unless a method says bits; 1 nat = 1/ln 2 ≈ 1.4427 bits.
/// </summary>
/// <remarks>Source: C. Shannon, A Mathematical Theory of Communication (1948); S. Kullback and R. Leibler (1951).</remarks>
public static class Entropy
{
    // Probabilities typed in by hand sum to 1 only up to rounding.
    private const double SumTolerance = 1e-9;

    /// <summary>Bits per nat, 1/ln 2.</summary>
    public static double BitsPerNat { get; } = 1 / Math.Log(2);

    /// <summary>The surprise −log p, in nats, of something of probability p; 0 for the certain, +∞ for the impossible.</summary>
    /// <param name="p">Probability, 0 ≤ p ≤ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">p is below 0 or above 1.</exception>
    public static double Surprise(double p) => 0 - Math.Log(Guard.Probability(p));

    /// <summary>The surprise −log₂ p in bits: the number of fair coins that surprise as much.</summary>
    /// <param name="p">Probability, 0 ≤ p ≤ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">p is below 0 or above 1.</exception>
    public static double SurpriseInBits(double p) => 0 - Math.Log2(Guard.Probability(p));

    /// <summary>Entropy of a coin, −p log p − (1 − p) log(1 − p), in nats: 0 at p = 0 and 1, greatest (log 2) at p = 1/2.</summary>
    /// <param name="p">Probability of heads, 0 ≤ p ≤ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">p is below 0 or above 1.</exception>
    public static double OfCoin(double p) => CrossEntropy.FromProbability(p, p);

    /// <summary>Entropy H(p) = −Σ p_k log p_k in nats: the mean surprise.</summary>
    /// <param name="p">K probabilities that sum to 1.</param>
    /// <exception cref="ArgumentException">A number is no probability, or they do not sum to 1.</exception>
    public static double Of(params double[] p) => Cross(p, p);

    /// <summary>Cross-entropy H(p, q) = −Σ p_k log q_k in nats: the mean surprise of who believes q while p is true.</summary>
    /// <param name="p">K true probabilities that sum to 1.</param>
    /// <param name="q">K believed probabilities that sum to 1.</param>
    /// <returns>At least H(p); +∞ when q excludes something that p allows.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a number is no probability, or they do not sum to 1.</exception>
    public static double Cross(double[] p, double[] q)
    {
        RequireDistributions(p, q);
        return Sum(p, (k, pk) => 0 - pk * Math.Log(q[k]));
    }

    /// <summary>
    /// Kullback-Leibler divergence KL(p‖q) = Σ p_k log(p_k / q_k) = H(p, q) − H(p) in nats: the surprise that believing q
    /// adds. 0 exactly for q = p; not symmetric, so no distance.
    /// </summary>
    /// <param name="p">K true probabilities that sum to 1.</param>
    /// <param name="q">K believed probabilities that sum to 1.</param>
    /// <exception cref="ArgumentException">Lengths differ, a number is no probability, or they do not sum to 1.</exception>
    public static double KlDivergence(double[] p, double[] q)
    {
        RequireDistributions(p, q);
        // With 32 digits, as the terms of near equals cancel; and rounding of the numbers given makes no negative surprise.
        DoubleDouble sum = 0;
        for (var k = 0; k < p.Length; k++)
        {
            if (p[k] == 0) continue;
            if (q[k] == 0) return double.PositiveInfinity;
            sum += (DoubleDouble.Log(p[k]) - DoubleDouble.Log(q[k])) * p[k];
        }
        return Math.Max(0, (double)sum);
    }

    /// <summary>An amount of information in bits, from nats: divided by ln 2.</summary>
    /// <param name="nats">Information in nats.</param>
    public static double ToBits(double nats) => nats * BitsPerNat;

    // What has probability 0 contributes nothing: p log p goes to 0 with p.
    private static double Sum(double[] p, Func<int, double, double> term) => p.Select((pk, k) => pk == 0 ? 0 : term(k, pk)).Sum();

    private static void RequireDistributions(double[] p, double[] q)
    {
        RequireDistribution(p, nameof(p));
        Guard.NotNull(q, nameof(q));
        if (q.Length != p.Length) throw new ArgumentException($"q has {q.Length} probabilities, but p has {p.Length}; give one per outcome.", nameof(q));
        RequireDistribution(q, nameof(q));
    }

    private static void RequireDistribution(double[] p, string name)
    {
        Guard.NotNull(p, name);
        if (p.Length == 0) throw new ArgumentException($"{name} is empty; give one probability per outcome.", name);
        for (var k = 0; k < p.Length; k++)
            if (!(p[k] is >= 0 and <= 1))
                throw new ArgumentException($"{name}[{k}] is {Guard.Show(p[k])}, but a probability lies between 0 and 1.", name);
        if (Math.Abs(p.Sum() - 1) > SumTolerance)
            throw new ArgumentException($"{name} sums to {Guard.Show(p.Sum())}, but probabilities of all outcomes sum to 1.", name);
    }
}
