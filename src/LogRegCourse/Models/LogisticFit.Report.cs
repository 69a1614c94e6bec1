namespace LogRegCourse;

/// <content>The table that a fit shows.</content>
public sealed partial class LogisticFit
{
    private const double LargeConditionNumber = 1e6;

    /// <summary>The fit as a text table.</summary>
    public override string ToString() => TextReport.Render(((IReportable)this).Report());

    Report IReportable.Report() => _penalty.IsNone ? ReportOfLikelihood() : ReportOfPenalty();

    private Report ReportOfLikelihood()
    {
        var (errors, z, p, intervals) = (StandardErrors, ZValues, PValues, WaldIntervals());
        var rows = Enumerable.Range(0, errors.Length).Select(j => (string[])
        [
            CoefficientNames[j], Digits.Short(_solution.Raw[j]), Digits.Short(errors[j]),
            Digits.Short(intervals[j].Low), Digits.Short(intervals[j].High), Digits.Short(z[j]), Digits.PValue(p[j]), Digits.Short(OddsRatios[j]),
        ]);
        string[] conditioning = _solution.IsPrecise && ConditionNumber >= LargeConditionNumber
            ? [$"Condition number of the columns {Digits.Short(ConditionNumber)}: they nearly repeat each other or lie far from 0, and the standard errors say what that costs."]
            : [];
        return new Report(
            $"Logistic regression, maximum likelihood: {Observations} rows, {errors.Length} coefficients",
            [new ReportTable(["", "coefficient", "std. error", "95 % from", "to", "z", "p", "odds ratio"], [.. rows])],
            [
                $"Null deviance {Digits.Short(NullDeviance)} on {NullDegreesOfFreedom} degrees of freedom, residual deviance {Digits.Short(Deviance)} on {ResidualDegreesOfFreedom}.",
                $"Log-likelihood {Digits.Short(LogLikelihood)}, AIC {Digits.Short(Aic)}, BIC {Digits.Short(Bic)}, McFadden R² {Digits.Short(McFaddenR2)}; {Iterations} Newton steps.",
                .. conditioning,
            ]);
    }

    private Report ReportOfPenalty() => new(
        $"Logistic regression, penalised: {Observations} rows, {_solution.Raw.Length} coefficients",
        [new ReportTable(["", "coefficient", "odds ratio"], [.. Enumerable.Range(0, _solution.Raw.Length).Select(j => (string[])
            [CoefficientNames[j], Digits.Short(_solution.Raw[j]), Digits.Short(OddsRatios[j])])])],
        [$"Penalty on the slopes: L1 {Digits.Short(_penalty.L1)}, L2 {Digits.Short(_penalty.L2)} against the sum of the losses. Deviance {Digits.Short(Deviance)}."]);
}
