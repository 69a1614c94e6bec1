namespace LogRegCourse;

/// <summary>
/// Binary cross-entropy (log loss) in nats: H(y, p) = −[y·log p + (1 − y)·log(1 − p)],
/// the negative log-likelihood of a Bernoulli label.
/// </summary>
/// <remarks>
/// From probabilities the loss is only as good as p, and p = 1 − 10^−17 is not a double;
/// from logits z = log(p/(1−p)) it is softplus(z) − y·z and right everywhere. Fit with logits, report with either.
/// A NaN gives NaN in the functions of one row; the sums refuse labels and probabilities that are none.
/// </remarks>
public static class CrossEntropy
{
    /// <summary>−[y·log p + (1 − y)·log(1 − p)] in nats, with 0·log 0 = 0; a certain and wrong p costs +∞.</summary>
    /// <param name="y">Label 0 or 1, or a probability between them.</param>
    /// <param name="p">Predicted probability of class 1, 0 ≤ p ≤ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">y or p is below 0 or above 1.</exception>
    public static double FromProbability(double y, double p)
    {
        Guard.Label(y);
        Guard.Probability(p);
        // A term with weight 0 is left out, because 0 times infinity is not a number.
        var ofOne = y == 0 ? 0 : -y * Math.Log(p);
        var ofZero = y == 1 ? 0 : -(1 - y) * Accurate.Log1p(-p);
        return ofOne + ofZero;
    }

    /// <summary>softplus(z) − y·z in nats: the same loss from the logit z, finite for every finite z.</summary>
    /// <param name="y">Label 0 or 1, or a probability between them.</param>
    /// <param name="z">Predicted log-odds of class 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">y is below 0 or above 1.</exception>
    public static double FromLogit(double y, double z)
    {
        Guard.Label(y);
        // softplus(z) − y·z = |z|·(weight of the class z speaks against) + log1p(e^−|z|): no cancellation.
        var against = z > 0 ? 1 - y : y;
        var linear = against == 0 ? 0 : against * Math.Abs(z);
        return linear + Accurate.Log1p(Math.Exp(-Math.Abs(z)));
    }

    /// <summary>The sum over n samples of <see cref="FromProbability"/>.</summary>
    /// <param name="y">n labels.</param>
    /// <param name="p">n predicted probabilities of class 1.</param>
    /// <exception cref="ArgumentException">The lengths differ, there is no row, or a label or probability is not between 0 and 1.</exception>
    public static double SumFromProbabilities(double[] y, double[] p)
    {
        Guard.Shares(y, nameof(y));
        Guard.Probabilities(p, nameof(p));
        return Sum(y, p, nameof(p), FromProbability);
    }

    /// <summary>The mean over n samples of <see cref="FromProbability"/>: the log loss.</summary>
    /// <inheritdoc cref="SumFromProbabilities" path="/param"/>
    /// <exception cref="ArgumentException">The lengths differ, there is no row, or a label or probability is not between 0 and 1.</exception>
    public static double MeanFromProbabilities(double[] y, double[] p) => SumFromProbabilities(y, p) / y.Length;

    /// <summary>The sum over n samples of <see cref="FromLogit"/>: the negative log-likelihood.</summary>
    /// <param name="y">n labels.</param>
    /// <param name="z">n predicted log-odds of class 1.</param>
    /// <exception cref="ArgumentException">The lengths differ, there is no row, or a label is not between 0 and 1.</exception>
    public static double SumFromLogits(double[] y, double[] z)
    {
        Guard.Shares(y, nameof(y));
        return Sum(y, z, nameof(z), FromLogit);
    }

    /// <summary>The mean over n samples of <see cref="FromLogit"/>.</summary>
    /// <inheritdoc cref="SumFromLogits" path="/param"/>
    /// <exception cref="ArgumentException">The lengths differ, there is no row, or a label is not between 0 and 1.</exception>
    public static double MeanFromLogits(double[] y, double[] z) => SumFromLogits(y, z) / y.Length;

    private static double Sum(double[] y, double[] predicted, string name, Func<double, double, double> loss)
    {
        Guard.OneEach(y, predicted, name: name);
        Guard.NotEmpty(y, nameof(y));
        return Compensated.Sum(y.Length, i => loss(y[i], predicted[i]));
    }
}
