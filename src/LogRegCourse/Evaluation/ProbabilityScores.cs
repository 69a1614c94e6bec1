namespace LogRegCourse;

/// <summary>
/// Scores of predicted probabilities that need no threshold. The log loss is <see cref="CrossEntropy.MeanFromProbabilities"/>; both are
/// smallest, in the mean, for the true probabilities.
/// </summary>
public static class ProbabilityScores
{
    /// <summary>Brier score: the mean of (p − y)²; 1/4 for always saying 1/2.</summary>
    /// <param name="y">n labels, 0 or 1.</param>
    /// <param name="probabilities">n probabilities of class 1.</param>
    /// <exception cref="ArgumentException">Lengths differ, there is no row, a label is not 0 or 1, or a number is no probability.</exception>
    /// <remarks>Source: G. Brier, Monthly Weather Review 78 (1950).</remarks>
    public static double Brier(double[] y, double[] probabilities)
    {
        Guard.Predictions(y, probabilities);
        return y.Zip(probabilities, (label, p) => (p - label) * (p - label)).Average();
    }
}
