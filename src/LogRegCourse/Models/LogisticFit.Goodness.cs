using MathNet.Numerics;

namespace LogRegCourse;

/// <content>How well the model fits as a whole.</content>
public sealed partial class LogisticFit
{
    /// <summary>Number of rows that count (those of weight 0 do not).</summary>
    public int Observations => _data.Observations;

    /// <summary>Rows minus coefficients.</summary>
    public int ResidualDegreesOfFreedom => Observations - _solution.Weights.Length;

    /// <summary>Rows minus the null model's one coefficient (none without an intercept).</summary>
    public int NullDegreesOfFreedom => Observations - FirstSlope;

    /// <summary>
    /// Residual deviance 2·Σ n_i·[ℓ(y_i, z_i) − ℓ(y_i, logit y_i)]: twice the log-likelihood missing to the model that
    /// predicts every row by itself. For 0/1 labels that is twice the summed cross-entropy.
    /// </summary>
    public double Deviance => 2 * (_data.NegativeLogLikelihood(i => FittedLogits[i]) - _data.SaturatedNegativeLogLikelihood);

    /// <summary>Deviance of the model with an intercept alone (without one: of p = 1/2 everywhere).</summary>
    public double NullDeviance => 2 * (_data.NegativeLogLikelihood(_ => _nullLogit) - _data.SaturatedNegativeLogLikelihood);

    /// <summary>Log-likelihood in nats; for grouped data with the binomial coefficients, Σ log C(n_i, k_i).</summary>
    public double LogLikelihood => Compensated.Sum(FittedLogits.Length, i => LogCoefficient(i) - RowLoss(i));

    /// <summary>Akaike's criterion −2·log-likelihood + 2·(number of coefficients).</summary>
    public double Aic => 2 * (_solution.Weights.Length - LogLikelihood);

    /// <summary>Schwarz's criterion −2·log-likelihood + log(rows)·(number of coefficients).</summary>
    public double Bic => Math.Log(Observations) * _solution.Weights.Length - 2 * LogLikelihood;

    /// <summary>Pearson's X² = Σ n_i (y_i − p_i)² / (p_i(1 − p_i)).</summary>
    public double PearsonChiSquared => Compensated.Sum(FittedLogits.Length, i => PearsonResidual(i) * PearsonResidual(i));

    /// <summary>McFadden's R² = 1 − log-likelihood / null log-likelihood, binomial coefficients left out: 0 for no help, 1 for certainty.</summary>
    public double McFaddenR2 => 1 - _data.NegativeLogLikelihood(i => FittedLogits[i]) / _data.NegativeLogLikelihood(_ => _nullLogit);


    private double RowLoss(int i) => _data.TrialsOf(i) * CrossEntropy.FromLogit(_data.Share[i], FittedLogits[i]);

    private double LogCoefficient(int i)
    {
        if (!_isGrouped) return 0;
        var trials = _data.TrialsOf(i);
        return SpecialFunctions.BinomialLn((int)trials, (int)Math.Round(trials * _data.Share[i]));
    }
}
