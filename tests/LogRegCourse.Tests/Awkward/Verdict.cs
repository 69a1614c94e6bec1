using System.Diagnostics;

namespace LogRegCourse.Tests.Awkward;

/// <summary>What came of an awkward data set.</summary>
/// <param name="Outcome">"right", the kind of a justified refusal, or beginning with "WRONG".</param>
/// <param name="Digits">Least number of right digits of a fit.</param>
/// <param name="Detail">What to look at when it is wrong.</param>
internal sealed record Verdict(string Outcome, double Digits, string Detail)
{
    private const double RequiredDigits = 10;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public bool IsWrong => Outcome.StartsWith("WRONG", StringComparison.Ordinal);

    public static Verdict On(AwkwardData data)
    {
        var start = Stopwatch.GetTimestamp();
        var verdict = Judge(data);
        var taken = Stopwatch.GetElapsedTime(start);
        return taken > Limit ? new("WRONG: slow", 0, $"{taken.TotalSeconds:F1} s") : verdict;
    }

    private static Verdict Judge(AwkwardData data)
    {
        LogisticFit fit;
        try
        {
            fit = data.Fit();
        }
        catch (SeparationException error)
        {
            return Holds(error.Separation, data) ? new("separation certified", 99, "") : new("WRONG: certificate", 0, error.Message);
        }
        catch (LinearDependenceException error)
        {
            return Holds(error.Dependence, data) ? new("dependent columns named", 99, "") : new("WRONG: dependence", 0, error.Message);
        }
        catch (NoEstimateException error)
        {
            return new("refused as beyond 32 digits", 99, error.Message);
        }
        catch (ArgumentException error)
        {
            return error.Message.StartsWith("y is ", StringComparison.Ordinal) || error.Message.StartsWith("x has ", StringComparison.Ordinal) ||
                error.Message.StartsWith("all trials had", StringComparison.Ordinal)
                ? new("refused: " + error.Message[..5].Trim(), 99, error.Message)
                : new("WRONG: message", 0, error.Message);
        }
        catch (Exception error)
        {
            return new("WRONG: exception", 0, error.ToString());
        }
        return Compare(fit, data);
    }

    private static Verdict Compare(LogisticFit fit, AwkwardData data)
    {
        if (!fit.Coefficients.All(double.IsFinite)) return new("WRONG: not finite", 0, fit.ToString());
        var (reference, trials) = (data.Reference(), data.RowTrials);
        if (!reference.RefineFrom(fit.Coefficients)) return new("WRONG: no maximum there", 0, string.Join(", ", fit.Coefficients));

        var digits = 17.0;
        Check(fit.Coefficients, reference.Coefficients, reference.StandardErrors);
        Check([fit.Deviance], [reference.Deviance]);
        if (data.Options.L2 == 0)
        {
            Check(fit.StandardErrors, reference.StandardErrors);
            var row = Array.FindIndex(trials, t => t > 0);
            double[] entries = data.Options.Intercept ? [1, .. data.Rows[row]] : data.Rows[row];
            BigNumber variance = reference.VarianceAt(entries);
            BigNumber z = 0.0;
            for (var j = 0; j < entries.Length; j++) z += entries[j] * reference.Coefficients[j];
            var reach = 1.959963984540054 * BigNumber.Sqrt(variance);
            var interval = fit.ProbabilityInterval(data.Rows[row]);
            Check([interval.Low, interval.High], [1.0 / (1.0 + BigNumber.Exp(reach - z)), 1.0 / (1.0 + BigNumber.Exp(-reach - z))]);
            var leverages = fit.Leverages.Sum();
            Check([leverages], [fit.CoefficientNames.Count]);
        }
        return digits < RequiredDigits ? new("WRONG: digits", digits, fit.ToString()) : new("right", digits, "");

        void Check(double[] ours, BigNumber[] theirs, BigNumber[]? scales = null)
        {
            for (var j = 0; j < ours.Length; j++)
            {
                var difference = BigNumber.Abs(ours[j] - theirs[j]);
                if (difference.IsZero) continue;
                // Below the range of double, and where a number is 0 but for what it is uncertain by, there are no digits to compare.
                if (BigNumber.Abs(theirs[j]).ToDouble() < 1e-290 && Math.Abs(ours[j]) < 1e-290) continue;
                if (scales is not null && difference < 1e-16 * scales[j]) continue;
                digits = Math.Min(digits, -Math.Log10((difference / BigNumber.Abs(theirs[j])).ToDouble()));
            }
        }
    }

    /// <summary>Whether the direction, as printed, parts the rows that count: exactly, but for the rounding of its own numbers.</summary>
    private static bool Holds(Separation separation, AwkwardData data)
    {
        var isAny = false;
        for (var i = 0; i < data.Rows.Length; i++)
        {
            if (data.Trials?[i] == 0) continue;
            double[] entries = data.Options.Intercept ? [1, .. data.Rows[i]] : data.Rows[i];
            BigNumber score = 0.0, terms = 0.0;
            for (var j = 0; j < entries.Length; j++)
            {
                score += entries[j] * (BigNumber)separation.Direction[j];
                terms += BigNumber.Abs(entries[j] * (BigNumber)separation.Direction[j]);
            }
            var isOnTheLine = separation.RowsOnTheLine.Contains(i);
            if (data.IsGrouped && data.Successes[i] > 0 && data.Successes[i] < data.Trials![i] && !isOnTheLine) return false;
            if (isOnTheLine)
            {
                if (BigNumber.Abs(score) > 1e-14 * terms) return false;
                continue;
            }
            isAny = true;
            if (BigNumber.Abs(score) > 1e-15 * terms && (data.Successes[i] == 0 ? score.Sign >= 0 : score.Sign <= 0)) return false;
        }
        return isAny;
    }

    /// <summary>Whether the column is the named combination of the others in every row that counts, but for rounding of the numbers.</summary>
    private static bool Holds(LinearDependence dependence, AwkwardData data)
    {
        if (dependence.Parts.Any(part => !double.IsNormal(part.Factor))) return true;
        var x = data.X;
        for (var i = 0; i < x.RowCount; i++)
        {
            if (data.Trials?[i] == 0) continue;
            BigNumber rest = x[dependence.Column][i], terms = BigNumber.Abs(rest);
            foreach (var (column, factor) in dependence.Parts)
            {
                BigNumber part = (BigNumber)factor * (column == "(intercept)" ? 1 : x[column][i]);
                (rest, terms) = (rest - part, terms + BigNumber.Abs(part));
            }
            if (BigNumber.Abs(rest) > 1e-13 * terms) return false;
        }
        return true;
    }
}
