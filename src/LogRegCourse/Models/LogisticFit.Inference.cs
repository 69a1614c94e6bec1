using MathNet.Numerics;

namespace LogRegCourse;

/// <content>How sure the coefficients are: standard errors, tests and intervals.</content>
public sealed partial class LogisticFit
{
    /// <summary>Covariance of the coefficients, the inverse of XᵀWX at the fit with W = diag(n_i·p_i(1 − p_i)), k × k; n_i is a row's weight or number of trials.</summary>
    /// <exception cref="InvalidOperationException">The fit is penalised.</exception>
    public double[,] Covariance
    {
        get
        {
            var (covariance, k) = (_covariance.Value, CoefficientNames.Count);
            var raw = new double[k, k];
            for (var i = 0; i < k; i++)
                for (var j = 0; j < k; j++)
                    raw[i, j] = (double)DoubleDouble.Scale(covariance[i, j], -_solution.Columns.ExponentOf(i) - _solution.Columns.ExponentOf(j) - _solution.WeightExponent);
            return raw;
        }
    }

    /// <summary>Standard errors: square roots of the covariance's diagonal, in the coefficients' units.</summary>
    /// <exception cref="InvalidOperationException">The fit is penalised.</exception>
    public double[] StandardErrors => [.. Enumerable.Range(0, CoefficientNames.Count).Select(j =>
        Math.ScaleB((double)DoubleDouble.Sqrt(InWeights(_covariance.Value[j, j])), -_solution.Columns.ExponentOf(j)))];

    /// <summary>Wald's z = coefficient / standard error.</summary>
    /// <exception cref="InvalidOperationException">The fit is penalised.</exception>
    public double[] ZValues => [.. _solution.Raw.Zip(StandardErrors, (weight, error) => weight / error)];

    /// <summary>Two-sided p values of Wald's z: 2·Φ(−|z|).</summary>
    /// <exception cref="InvalidOperationException">The fit is penalised.</exception>
    public double[] PValues => [.. ZValues.Select(z => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2)))];

    /// <summary>Wald intervals: coefficient ± z·standard error, symmetric by construction.</summary>
    /// <param name="level">Confidence level, between 0 and 1.</param>
    /// <returns>One interval per coefficient.</returns>
    /// <exception cref="InvalidOperationException">The fit is penalised.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public Interval[] WaldIntervals(double level = 0.95)
    {
        var quantile = NormalQuantile.TwoSided(Guard.Level(level));
        return [.. _solution.Raw.Zip(StandardErrors, (weight, error) => new Interval(weight - quantile * error, weight + quantile * error))];
    }

    /// <summary>
    /// Profile-likelihood intervals: all values of a coefficient for which the deviance, the others refitted, rises by no
    /// more than the χ²₁ quantile. Better than Wald's in small samples; an end may be infinite.
    /// </summary>
    /// <param name="level">Confidence level, between 0 and 1.</param>
    /// <returns>One interval per coefficient. An end that 32 digits do not reach is NaN, with the reason beside it.</returns>
    /// <exception cref="InvalidOperationException">The fit is penalised.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public Interval[] ProfileIntervals(double level = 0.95)
    {
        RequireInformation();
        var quantile = NormalQuantile.TwoSided(Guard.Level(level));
        var problem = new WorkingProblem(_data, default);
        var rise = Math.ScaleB(quantile * quantile, -problem.WeightExponent);
        return [.. Enumerable.Range(0, CoefficientNames.Count).Select(j =>
        {
            var profile = Profile(j, ForDifferences);
            var ((low, lowProblem), (high, highProblem)) = (End(profile, j, -1), End(profile, j, 1));
            return new Interval(low, high) { LowProblem = lowProblem, HighProblem = highProblem };
        })];

        ProfileLikelihood Profile(int j, Estimate estimate) =>
            new(estimate.IsPrecise ? problem.Precise() : new FastLogistic(problem.Loss), estimate.Working, problem.Columns.Direction(j));

        (double End, NoEstimateException? Problem) End(ProfileLikelihood profile, int j, int side)
        {
            try
            {
                return (Raw(j, profile.End(side, rise)), null);
            }
            catch (NoEstimateException) when (!profile.IsPrecise)
            {
                // What double leaves open, 32 digits may tell.
                return End(Profile(j, _sharpened.Value), j, side);
            }
            catch (NoEstimateException failed)
            {
                return (double.NaN, failed);
            }
        }

        double Raw(int j, DoubleDouble end) => (double)DoubleDouble.Scale(end, -problem.Columns.ExponentOf(j));
    }

    /// <summary>Interval of one row's probability: σ(z ± q·s) with s² = (1, x) Cov (1, x)ᵀ, so it stays between 0 and 1.</summary>
    /// <param name="row">The row's d numbers.</param>
    /// <param name="level">Confidence level, between 0 and 1.</param>
    /// <exception cref="ArgumentException">The row has another number of numbers than the model has columns, or one that is not finite.</exception>
    /// <exception cref="InvalidOperationException">The fit is penalised.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public Interval ProbabilityInterval(double[] row, double level = 0.95)
    {
        Guard.NotNull(row, nameof(row));
        Guard.Row(row, _data.X.Names);
        var (z, quantile, information) = (Logit(row), NormalQuantile.TwoSided(Guard.Level(level)), RequireInformation());
        // Of a row so far out that its variance leaves the range of double, a power of two is taken.
        var (entries, exponent) = _solution.Columns.Moderate(row);
        if (exponent > 0) z = (double)DoubleDoubleVectors.Dot(entries, _solution.Working);
        var reach = quantile * Math.Sqrt((double)InWeights(information.Variance(entries)));
        return new Interval(End(z - reach), End(z + reach));

        double End(double logit) => Logistic.Sigmoid(exponent > 0 ? Math.ScaleB(logit, exponent) : logit);
    }

    private DoubleDouble VarianceOfLogit(double[] row) => InWeights(RequireInformation().Variance(_solution.Columns.Exactly(row)));

    // Variances fall in proportion to the rows' weights.
    private DoubleDouble InWeights(DoubleDouble variance) => DoubleDouble.Scale(variance, -_solution.WeightExponent);

    private DoubleDouble[,] CovarianceOfWorkingUnits() => RequireInformation().Covariance(
        [.. Enumerable.Range(0, CoefficientNames.Count).Select(_solution.Columns.Direction)]);

    private Information RequireInformation() => _solution.Information ?? throw new InvalidOperationException(
        "The fit is penalised, and a penalty biases the coefficients on purpose: standard errors, tests and intervals need a fit without L1 and L2.");
}
