namespace LogRegCourse;

/// <summary>
/// Binary logistic regression: P(y = 1 | x) = σ(b + x·w), fitted by maximum likelihood (or with a penalty).
/// </summary>
/// <example><code>
/// var fit = LogisticRegression.Fit(flights.Features("temperature"), flights["damage"]);
/// fit.Probability(31)
/// </code></example>
public static class LogisticRegression
{
    /// <summary>Fits 0/1 labels.</summary>
    /// <param name="x">n × d features; a plain array of n numbers is one column.</param>
    /// <param name="y">n labels, 0 or 1, both occurring.</param>
    /// <param name="options">Intercept, weights and penalty; plain maximum likelihood when left out.</param>
    /// <returns>The fit, which shows itself as a table.</returns>
    /// <exception cref="ArgumentException">
    /// Lengths differ, a label is not 0 or 1, only one class occurs, a weight or λ is negative, or (without a penalty) there are more
    /// coefficients than rows.
    /// </exception>
    /// <exception cref="SeparationException">The classes are separated and there is no penalty.</exception>
    /// <exception cref="LinearDependenceException">Columns depend on each other and there is no penalty.</exception>
    /// <exception cref="NoEstimateException">The minimum was not reached, as with a penalty too small for dependent columns.</exception>
    public static LogisticFit Fit(Features x, double[] y, FitOptions? options = null)
    {
        options ??= new FitOptions();
        Guard.OnePerRow(x, y);
        Guard.Labels(y, nameof(y));
        if (options.Weights is { } weights) Guard.RowWeights(weights, x.RowCount, nameof(options.Weights));
        if (options.Weights is null) Guard.BothClasses(y, nameof(y));
        else Guard.BothClasses([.. y.Where((_, i) => options.Weights[i] > 0)], nameof(y), where: "in every row of positive weight");
        var trials = RowWeights(y, options);
        return Fit(new BinomialData(x, [.. y.Select((label, i) => label * (trials?[i] ?? 1))], trials, options.Intercept), options, isGrouped: false);
    }

    /// <summary>Fits grouped data: row i had k_i successes in n_i trials.</summary>
    /// <param name="x">One row of features per group.</param>
    /// <param name="successes">k_i, whole numbers from 0 to n_i.</param>
    /// <param name="trials">n_i, positive whole numbers.</param>
    /// <param name="options">Intercept and penalty; row and class weights belong to single labels and are refused.</param>
    /// <returns>The fit; its deviance compares with the model that gives every group its own probability.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a count is not whole, k_i is outside 0 to n_i, or all trials have the same outcome.</exception>
    /// <exception cref="SeparationException">The outcomes are separated and there is no penalty.</exception>
    /// <exception cref="LinearDependenceException">Columns depend on each other and there is no penalty.</exception>
    /// <exception cref="NoEstimateException">The minimum was not reached, as with a penalty too small for dependent columns.</exception>
    public static LogisticFit FitGrouped(Features x, double[] successes, double[] trials, FitOptions? options = null)
    {
        options ??= new FitOptions();
        if (options.Weights is not null || options.ClassWeights is not null)
            throw new ArgumentException("grouped data carry their weights as trials; leave Weights and ClassWeights out.", nameof(options));
        Guard.OnePerRow(x, successes);
        Guard.OnePerRow(x, trials);
        Guard.Successes(successes, trials);
        if (successes.All(k => k == 0) || successes.SequenceEqual(trials))
            throw new ArgumentException("all trials had the same outcome; a fit needs both outcomes.", nameof(successes));
        return Fit(new BinomialData(x, (double[])successes.Clone(), (double[])trials.Clone(), options.Intercept), options, isGrouped: true);
    }

    private static LogisticFit Fit(BinomialData data, FitOptions options, bool isGrouped)
    {
        Guard.NotNegative(options.L1, nameof(options.L1));
        Guard.NotNegative(options.L2, nameof(options.L2));
        if (!options.IsPenalised) Guard.EnoughRows(data.Observations, data.ParameterCount);
        var factor = options.Scaling == LossScaling.Mean ? data.TotalTrials : 1;
        var penalty = new Penalty(options.L1 * factor, options.L2 * factor);
        Guard.NotNegative(penalty.L1, "L1 times the number of rows");
        Guard.NotNegative(penalty.L2, "L2 times the number of rows");
        return new LogisticFit(data, MaximumLikelihood.Solve(data, penalty), penalty, isGrouped);
    }

    private static double[]? RowWeights(double[] y, FitOptions options)
    {
        if (options.ClassWeights is not { } byClass) return (double[]?)options.Weights?.Clone();
        Guard.Positive(byClass.OfZero, "ClassWeights.OfZero");
        Guard.Positive(byClass.OfOne, "ClassWeights.OfOne");
        var products = y.Select((label, i) => (options.Weights?[i] ?? 1) * (label == 1 ? byClass.OfOne : byClass.OfZero)).ToArray();
        for (var i = 0; i < products.Length; i++)
            if (double.IsInfinity(products[i]) || products[i] == 0 && options.Weights?[i] != 0)
                throw new ArgumentException($"ClassWeights times Weights leaves the range of double in row {i + 1}; bring the weights nearer to 1.", nameof(options));
        Guard.FiniteSum(products, "ClassWeights times Weights");
        return products;
    }
}
