using MathNet.Numerics.Distributions;

namespace LogRegCourse;

/// <content>How sure the coefficients are: standard errors, tests and intervals.</content>
public sealed partial class LogisticFit
{
    /// <summary>Covariance of the coefficients, the inverse of XᵀWX at the fit with W = diag(p(1 − p)), k × k.</summary>
    /// <exception cref="InvalidOperationException">The fit is penalised.</exception>
    public double[,] Covariance => (double[,])RequireCovariance().Clone();

    /// <summary>Standard errors: square roots of the covariance's diagonal, in the coefficients' units.</summary>
    /// <exception cref="InvalidOperationException">The fit is penalised.</exception>
    public double[] StandardErrors => [.. Enumerable.Range(0, _solution.Weights.Length).Select(j => Math.Sqrt(RequireCovariance()[j, j]))];

    /// <summary>Wald's z = coefficient / standard error.</summary>
    /// <exception cref="InvalidOperationException">The fit is penalised.</exception>
    public double[] ZValues => [.. _solution.Weights.Zip(StandardErrors, (weight, error) => weight / error)];

    /// <summary>Two-sided p values of Wald's z: 2·Φ(−|z|).</summary>
    /// <exception cref="InvalidOperationException">The fit is penalised.</exception>
    public double[] PValues => [.. ZValues.Select(z => 2 * Normal.CDF(0, 1, -Math.Abs(z)))];

    /// <summary>Wald intervals: coefficient ± z·standard error, symmetric by construction.</summary>
    /// <param name="level">Confidence level, between 0 and 1.</param>
    /// <returns>One interval per coefficient.</returns>
    /// <exception cref="InvalidOperationException">The fit is penalised.</exception>
    public Interval[] WaldIntervals(double level = 0.95)
    {
        var quantile = Normal.InvCDF(0, 1, (1 + Guard.Level(level)) / 2);
        return [.. _solution.Weights.Zip(StandardErrors, (weight, error) => new Interval(weight - quantile * error, weight + quantile * error))];
    }

    /// <summary>
    /// Profile-likelihood intervals: all values of a coefficient for which the deviance, the others refitted, rises by no
    /// more than the χ²₁ quantile. Better than Wald's in small samples; an end may be infinite.
    /// </summary>
    /// <param name="level">Confidence level, between 0 and 1.</param>
    /// <returns>One interval per coefficient.</returns>
    /// <exception cref="InvalidOperationException">The fit is penalised.</exception>
    public Interval[] ProfileIntervals(double level = 0.95)
    {
        var errors = StandardErrors;
        var rise = ChiSquared.InvCDF(1, Guard.Level(level));
        return [.. Enumerable.Range(0, errors.Length).Select(j =>
            new ProfileLikelihood(_data, _solution.Weights, j, errors[j]).IntervalFor(rise))];
    }

    /// <summary>Interval of one row's probability: σ(z ± q·s) with s² = (1, x) Cov (1, x)ᵀ, so it stays between 0 and 1.</summary>
    /// <param name="row">The row's d numbers.</param>
    /// <param name="level">Confidence level, between 0 and 1.</param>
    /// <exception cref="ArgumentException">The row has another number of numbers than the model has columns.</exception>
    /// <exception cref="InvalidOperationException">The fit is penalised.</exception>
    public Interval ProbabilityInterval(double[] row, double level = 0.95)
    {
        var z = Logit(row);
        var reach = Normal.InvCDF(0, 1, (1 + Guard.Level(level)) / 2) * Math.Sqrt(VarianceOfLogit(row));
        return new Interval(Logistic.Sigmoid(z - reach), Logistic.Sigmoid(z + reach));
    }

    private double VarianceOfLogit(double[] row)
    {
        var covariance = RequireCovariance();
        double[] entries = _data.Intercept ? [1, .. row] : row;
        var variance = 0.0;
        for (var j = 0; j < entries.Length; j++)
            for (var k = 0; k < entries.Length; k++) variance += entries[j] * covariance[j, k] * entries[k];
        return variance;
    }

    private double[,] RequireCovariance() => _solution.Covariance ?? throw new InvalidOperationException(
        "The fit is penalised, and a penalty biases the coefficients on purpose: standard errors, tests and intervals need a fit without L1 and L2.");
}
