namespace LogRegCourse;

/// <content>Row by row: residuals, leverage and influence.</content>
public sealed partial class LogisticFit
{
    /// <summary>Deviance residuals: the signed square root of each row's share of the deviance; 0 for a row of weight 0.</summary>
    public double[] DevianceResiduals => PerRow(i => Math.Sign(Residual(i)) * Math.Sqrt((double)RowDeviance(i, LogitOf(i))));

    /// <summary>Pearson residuals (y_i − p_i)·√n_i / √(p_i(1 − p_i)); 0 for a row of weight 0.</summary>
    public double[] PearsonResiduals => PerRow(PearsonResidual);

    /// <summary>Leverages h_i = n_i·p_i(1 − p_i)·x_i Cov x_iᵀ: how far a row pulls its own fit; they sum to the number of coefficients.</summary>
    /// <exception cref="InvalidOperationException">The fit is penalised.</exception>
    public double[] Leverages
    {
        get
        {
            RequireInformation();
            return Array.ConvertAll(_leverages.Value, leverage => (double)leverage);
        }
    }

    /// <summary>
    /// Cook's distances r_i²·h_i / ((1 − h_i)²·k) with Pearson's r: how far all coefficients move when the row leaves. Not a
    /// number for a row of leverage 1, without which the coefficients would not be determined.
    /// </summary>
    /// <exception cref="InvalidOperationException">The fit is penalised.</exception>
    /// <remarks>The one-step approximation of D. Pregibon, Annals of Statistics 9 (1981).</remarks>
    public double[] CooksDistances
    {
        get
        {
            RequireInformation();
            return PerRow(i =>
            {
                var leverage = _leverages.Value[i];
                var others = (double)(DoubleDouble.One - leverage);
                if (others < LeverageRounding) return double.NaN;
                // r²·h without Pearson's r, which leaves the range of double where a row is far on the wrong side.
                var studentised = Residual(i) / others;
                return studentised * studentised * (double)VarianceOfLogit(_data.X.Row(i)) / CoefficientNames.Count;
            });
        }
    }

    /// <summary>
    /// Condition number of the columns, the intercept's ones among them, each divided by its length: 1 for columns at right
    /// angles. A fit in double loses about as many digits as it has; computed when first asked for.
    /// </summary>
    /// <remarks>Source: D. Belsley, E. Kuh, R. Welsch, Regression Diagnostics (1980), chapter 3.</remarks>
    public double ConditionNumber => _conditionNumber.Value;

    private double ComputeConditionNumber()
    {
        var counted = _data.Counted();
        DoubleDouble[][] columns = [.. Enumerable.Range(0, CoefficientNames.Count).Select(j => UnitLength(
            j < FirstSlope ? [.. Enumerable.Repeat(1.0, counted.Successes.Length)] : counted.X.Column(j - FirstSlope)))];
        return TriangularFactor.OfColumns(columns)?.ConditionNumber ?? double.PositiveInfinity;

        static DoubleDouble[] UnitLength(double[] column)
        {
            var exponent = column.Max(Math.Abs) is var largest and > 0 ? Math.ILogB(largest) : 0;
            DoubleDouble[] scaled = Array.ConvertAll(column, value => (DoubleDouble)Math.ScaleB(value, -exponent));
            var length = DoubleDouble.Sqrt(DoubleDoubleVectors.Dot(scaled, scaled));
            return Array.ConvertAll(scaled, value => value / length);
        }
    }

    // A leverage this near to 1 is 1 but for rounding.
    private const double LeverageRounding = 1e-15;

    // Nearer to 1 than to 0, what is missing to 1 has fewer digits than the leverage: 32 are taken.
    private const double LargeLeverage = 0.5;

    private DoubleDouble[] ComputeLeverages()
    {
        DoubleDouble[] leverages = [.. Enumerable.Range(0, _data.Successes.Length).Select(i => _data.TrialsOf(i) > 0 ? Leverage(i) : 0)];
        if (!leverages.Any(leverage => leverage.Hi > LargeLeverage)) return leverages;
        var (problem, rows) = (new WorkingProblem(_data, default), _data.CountedRows);
        var loss = problem.Precise();
        loss.MoveTo(_sharpened.Value.Working);
        if (loss.Leverages() is not { } exact) return leverages;
        for (var i = 0; i < rows.Length; i++) leverages[rows[i]] = exact[i];
        return leverages;
    }

    // (k − np)/√(np(1 − p)) as (k·e^(−z/2) − (n − k)·e^(z/2))/√n, which a far row leaves as it is: its own side is 0, not 0/0.
    private double PearsonResidual(int i)
    {
        var half = LogitOf(i) * 0.5;
        var (k, rest) = (_data.Successes[i], DoubleDouble.Difference(_data.TrialsOf(i), _data.Successes[i]));
        var (ofOne, ofZero) = (Part(k, -half), Part(rest, half));
        var difference = double.IsFinite(ofOne.Hi - ofZero.Hi) ? (double)(ofOne - ofZero) : ofOne.Hi - ofZero.Hi;
        return difference / Math.Sqrt(_data.TrialsOf(i));

        static DoubleDouble Part(DoubleDouble count, DoubleDouble z)
        {
            var power = DoubleDouble.Exp(z);
            return count.Hi == 0 ? 0 : double.IsFinite(power.Hi * count.Hi) ? power * count : power.Hi * count.Hi;
        }
    }

    /// <summary>Successes less those expected.</summary>
    private double Residual(int i) => (double)Residual(i, LogitOf(i));

    private DoubleDouble Residual(int i, DoubleDouble z)
    {
        var (p, q) = Probabilities(z);
        return q * _data.Successes[i] - p * DoubleDouble.Difference(_data.TrialsOf(i), _data.Successes[i]);
    }

    private DoubleDouble Leverage(int i)
    {
        var (p, q) = Probabilities(LogitOf(i));
        return p * q * _data.TrialsOf(i) * VarianceOfLogit(_data.X.Row(i));
    }

    private DoubleDouble LogitOf(int i) => _solution.IsPrecise ? _solution.PreciseLogit(_data.X.Row(i)) : FittedLogits[i];

    /// <summary>σ(z) and 1 − σ(z).</summary>
    private static (DoubleDouble OfOne, DoubleDouble OfZero) Probabilities(DoubleDouble z)
    {
        var e = DoubleDouble.Exp(-DoubleDouble.Abs(z));
        var large = DoubleDouble.One / (DoubleDouble.One + e);
        return z.Hi >= 0 ? (large, e * large) : (e * large, large);
    }

    /// <summary>Of each row; 0 for those of weight 0, which have no part in the fit.</summary>
    private double[] PerRow(Func<int, double> value) => [.. Enumerable.Range(0, FittedLogits.Length).Select(i => _data.TrialsOf(i) > 0 ? value(i) : 0)];
}
