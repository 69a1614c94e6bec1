namespace LogRegCourse;

/// <summary>How well a way of fitting predicts rows that it has not seen.</summary>
/// <remarks>Source: T. Hastie, R. Tibshirani, J. Friedman, The Elements of Statistical Learning, 2nd ed., section 7.10.</remarks>
public static class CrossValidation
{
    /// <summary>
    /// The mean log loss on rows put aside. Everything that is learned from data, standardising and the choice of columns
    /// included, belongs into <paramref name="fit"/>: it is given the other rows alone.
    /// </summary>
    /// <param name="x">n × d features.</param>
    /// <param name="y">n labels, 0 or 1, both occurring.</param>
    /// <param name="fit">Learns from rows and labels, and answers with the probabilities of class 1 for other rows.</param>
    /// <param name="folds">Number of parts, each put aside once.</param>
    /// <param name="seed">Where the shuffle starts.</param>
    /// <exception cref="ArgumentException">Lengths differ, a label is not 0 or 1, or the answer of <paramref name="fit"/> is no list of probabilities.</exception>
    /// <exception cref="ArgumentOutOfRangeException">folds is below 2 or above the number of rows of the rarest class.</exception>
    public static double LogLoss(Features x, double[] y, Func<Features, double[], Func<Features, double[]>> fit, int folds = 5, int seed = 1)
    {
        Guard.OnePerRow(x, y);
        Guard.Labels(y, nameof(y));
        Guard.NotNull(fit, nameof(fit));
        return Split.StratifiedFolds(y, folds, seed).Sum(fold =>
        {
            var predict = fit(x.Rows(fold.Train), Pick(y, fold.Train));
            Guard.NotNull(predict, "the answer of fit");
            var probabilities = predict(x.Rows(fold.Test));
            Guard.Probabilities(probabilities, "the answer of fit");
            Guard.SameLength(fold.Test.Length, probabilities.Length, "the answer of fit", "what it was given");
            return fold.Test.Length * CrossEntropy.MeanFromProbabilities(Pick(y, fold.Test), probabilities);
        }) / y.Length;
    }

    private static double[] Pick(double[] y, int[] rows) => [.. rows.Select(i => y[i])];
}
