namespace LogRegCourse;

/// <content>Row by row: residuals, leverage and influence.</content>
public sealed partial class LogisticFit
{
    /// <summary>Deviance residuals: the signed square root of each row's share of the deviance.</summary>
    public double[] DevianceResiduals => PerRow(i =>
        Math.Sign(_data.Share[i] - Logistic.Sigmoid(FittedLogits[i])) *
        Math.Sqrt(Math.Max(0, 2 * (RowLoss(i) - _data.TrialsOf(i) * CrossEntropy.FromProbability(_data.Share[i], _data.Share[i])))));

    /// <summary>Pearson residuals (y_i − p_i)·√n_i / √(p_i(1 − p_i)).</summary>
    public double[] PearsonResiduals => PerRow(PearsonResidual);

    /// <summary>Leverages h_i = n_i·p_i(1 − p_i)·x_i Cov x_iᵀ: how far a row pulls its own fit; they sum to the number of coefficients.</summary>
    /// <exception cref="InvalidOperationException">The fit is penalised.</exception>
    public double[] Leverages => PerRow(Leverage);

    /// <summary>Cook's distances r_i²·h_i / ((1 − h_i)²·k) with Pearson's r: how far all coefficients move when the row leaves.</summary>
    /// <exception cref="InvalidOperationException">The fit is penalised.</exception>
    /// <remarks>The one-step approximation of D. Pregibon, Annals of Statistics 9 (1981).</remarks>
    public double[] CooksDistances => PerRow(i =>
    {
        var leverage = Leverage(i);
        var studentised = PearsonResidual(i) / (1 - leverage);
        return studentised * studentised * leverage / _solution.Weights.Length;
    });

    private double PearsonResidual(int i)
    {
        var z = FittedLogits[i];
        return Math.Sqrt(_data.TrialsOf(i)) * (_data.Share[i] - Logistic.Sigmoid(z)) / Math.Sqrt(Logistic.SigmoidDerivative(z));
    }

    private double Leverage(int i) => _data.TrialsOf(i) * Logistic.SigmoidDerivative(FittedLogits[i]) * VarianceOfLogit(_data.X.Row(i));

    private double[] PerRow(Func<int, double> value) => [.. Enumerable.Range(0, FittedLogits.Length).Select(value)];
}
