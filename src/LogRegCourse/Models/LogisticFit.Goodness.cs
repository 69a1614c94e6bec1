namespace LogRegCourse;

/// <content>How well the model fits as a whole.</content>
public sealed partial class LogisticFit
{
    private const double LargestToSquare = 1e154;

    /// <summary>Number of rows that count (those of weight 0 do not).</summary>
    public int Observations => _data.Observations;

    /// <summary>Rows minus coefficients.</summary>
    public int ResidualDegreesOfFreedom => Observations - CoefficientNames.Count;

    /// <summary>Rows minus the null model's one coefficient (none without an intercept).</summary>
    public int NullDegreesOfFreedom => Observations - FirstSlope;

    /// <summary>
    /// Residual deviance 2·Σ n_i·[ℓ(y_i, z_i) − ℓ(y_i, logit y_i)]: twice the log-likelihood missing to the model that
    /// predicts every row by itself. For 0/1 labels that is twice the summed cross-entropy.
    /// </summary>
    public double Deviance => (double)Sum(i => RowDeviance(i, LogitOf(i)));

    /// <summary>Deviance of the model with an intercept alone (without one: of p = 1/2 everywhere).</summary>
    public double NullDeviance => (double)NullSum(RowDeviance);

    /// <summary>Log-likelihood in nats; for grouped data with the binomial coefficients, Σ log C(n_i, k_i).</summary>
    public double LogLikelihood => (double)Sum(i => _isGrouped
        ? BinomialProbability.LogOfMostLikely(_data.Successes[i], _data.TrialsOf(i)) - RowDeviance(i, LogitOf(i)) * 0.5
        : -RowLoss(i, LogitOf(i)));

    /// <summary>Akaike's criterion −2·log-likelihood + 2·(number of coefficients).</summary>
    public double Aic => 2 * (CoefficientNames.Count - LogLikelihood);

    /// <summary>Schwarz's criterion −2·log-likelihood + log(rows)·(number of coefficients).</summary>
    public double Bic => Math.Log(Observations) * CoefficientNames.Count - 2 * LogLikelihood;

    /// <summary>Pearson's X² = Σ n_i (y_i − p_i)² / (p_i(1 − p_i)).</summary>
    public double PearsonChiSquared
    {
        get
        {
            var residuals = PearsonResiduals;
            return residuals.Max(Math.Abs) > LargestToSquare ? double.PositiveInfinity : (double)Sum(i => DoubleDouble.Product(residuals[i], residuals[i]));
        }
    }

    /// <summary>McFadden's R² = 1 − log-likelihood / null log-likelihood, binomial coefficients left out: 0 for no help, 1 for certainty.</summary>
    public double McFaddenR2 => Math.Max(0, (double)(DoubleDouble.One - Sum(i => RowLoss(i, LogitOf(i))) / NullSum(RowLoss)));

    /// <summary>By how much the deviance lies above that of a fit of the same rows with these coefficients and more, both without a penalty.</summary>
    internal double DevianceAbove(LogisticFit larger)
    {
        var (here, there) = (ForDifferences, larger.ForDifferences);
        if (!here.IsPrecise && !there.IsPrecise)
        {
            var (sum, z, least) = (0.0, FittedLogits, larger.FittedLogits);
            for (var i = 0; i < z.Length; i++) sum += _data.TrialsOf(i) > 0 ? _data.TrialsOf(i) * RowDivergence.Of(least[i], z[i] - least[i]) : 0;
            return 2 * sum;
        }
        return (double)(Sum(i =>
        {
            var least = there.PreciseLogit(larger._data.X.Row(i));
            return RowDivergence.Of(least, here.PreciseLogit(_data.X.Row(i)) - least) * _data.TrialsOf(i);
        }) * 2);
    }

    /// <summary>Cross-entropy of a row at a logit, summed over its trials.</summary>
    private DoubleDouble RowLoss(int i, DoubleDouble z)
    {
        if (!_solution.IsPrecise && !_isGrouped) return _data.TrialsOf(i) * CrossEntropy.FromLogit(_data.ShareOf(i), z.Hi);
        var against = z.Hi > 0 ? DoubleDouble.Difference(_data.TrialsOf(i), _data.Successes[i]) : _data.Successes[i];
        var size = DoubleDouble.Abs(z);
        return (against.Hi == 0 ? 0 : against * size) + DoubleDouble.LogOfOnePlus(DoubleDouble.Exp(-size)) * _data.TrialsOf(i);
    }

    /// <summary>
    /// 2·[k·log(k/np) + (n − k)·log((n − k)/n(1 − p))] of a row, with 32 digits: where many trials make both terms large, they cancel.
    /// </summary>
    private DoubleDouble RowDeviance(int i, DoubleDouble z)
    {
        var (k, rest) = (_data.Successes[i], DoubleDouble.Difference(_data.TrialsOf(i), _data.Successes[i]));
        if (k == 0 || rest.Hi == 0) return RowLoss(i, z) * 2;
        var (p, q) = Probabilities(z);
        var trials = _data.TrialsOf(i);
        // Of a row so far out that p or q is no double, nothing cancels.
        if (!double.IsNormal(p.Hi) || !double.IsNormal(q.Hi)) return (RowLoss(i, z) + DoubleDouble.Log((DoubleDouble)k / trials) * k + DoubleDouble.Log(rest / trials) * rest) * 2;
        var deviance = DoubleDouble.Log(k / (p * trials)) * k + DoubleDouble.Log(rest / (q * trials)) * rest;
        return deviance.Hi > 0 ? deviance * 2 : 0;
    }

    /// <summary>Σ over the rows that count.</summary>
    private DoubleDouble Sum(Func<int, DoubleDouble> value)
    {
        DoubleDouble sum = 0;
        for (var i = 0; i < FittedLogits.Length; i++)
            if (_data.TrialsOf(i) > 0) sum += value(i);
        return sum;
    }

    /// <summary>A sum over the rows of the model of an intercept alone, or of p = 1/2 where there is none.</summary>
    private DoubleDouble NullSum(Func<int, DoubleDouble, DoubleDouble> ofRow)
    {
        var logit = _data.Intercept ? _data.MeanLogit : 0;
        return Sum(i => ofRow(i, logit));
    }
}
