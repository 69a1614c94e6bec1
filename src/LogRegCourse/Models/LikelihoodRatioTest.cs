using MathNet.Numerics;

namespace LogRegCourse;

/// <summary>
/// Compares two fits of which the smaller is the larger with some coefficients held at 0: the drop in deviance follows
/// χ² when those coefficients are 0 in truth.
/// </summary>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed class LikelihoodRatioTest : IReportable
{
    private LikelihoodRatioTest(double statistic, int degreesOfFreedom) =>
        (Statistic, DegreesOfFreedom, PValue) = (statistic, degreesOfFreedom, UpperTail(degreesOfFreedom, statistic));

    /// <summary>Drop in deviance from the smaller to the larger model.</summary>
    public double Statistic { get; }

    /// <summary>Number of coefficients that only the larger model has.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>Probability of a drop at least this large when the extra coefficients are 0.</summary>
    public double PValue { get; }

    /// <summary>Compares a fit with a larger one of the same rows.</summary>
    /// <param name="smaller">The fit with fewer coefficients.</param>
    /// <param name="larger">A fit with all of those coefficients and more.</param>
    /// <remarks>
    /// At the larger model's maximum the slope towards the smaller one is 0, so the drop is a sum over the rows of what each loses
    /// beyond its tangent: none of them is negative, and nothing is lost where the deviances themselves are large.
    /// </remarks>
    /// <exception cref="ArgumentException">The fits are not nested, not of the same rows and column values, or penalised.</exception>
    public static LikelihoodRatioTest Between(LogisticFit smaller, LogisticFit larger)
    {
        Guard.NotNull(smaller, nameof(smaller));
        Guard.NotNull(larger, nameof(larger));
        var missing = smaller.CoefficientNames.Except(larger.CoefficientNames).ToArray();
        if (missing.Length > 0)
            throw new ArgumentException($"the larger fit lacks {string.Join(", ", missing)}; it must have every coefficient of the smaller one.", nameof(larger));
        if (larger.CoefficientNames.Count == smaller.CoefficientNames.Count)
            throw new ArgumentException("both fits have the same coefficients; give the larger one more.", nameof(larger));
        if (!larger.HasSameOutcomes(smaller))
            throw new ArgumentException("the fits are of different rows; fit both to the same data.", nameof(larger));
        if (larger.ColumnThatDiffers(smaller) is { } column)
            throw new ArgumentException($"column {column} has other values in the larger fit; fit both to the same data.", nameof(larger));
        if (smaller.IsPenalised || larger.IsPenalised)
            throw new ArgumentException("a penalised fit does not maximise the likelihood; fit both without a penalty.", nameof(larger));
        return new(smaller.DevianceAbove(larger), larger.CoefficientNames.Count - smaller.CoefficientNames.Count);
    }

    /// <summary>The test in one line.</summary>
    public override string ToString() => TextReport.Render(((IReportable)this).Report());

    // Not 1 − CDF, which has no digits left for a small tail.
    private static double UpperTail(int degreesOfFreedom, double statistic) =>
        SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2.0, statistic / 2);

    Report IReportable.Report() => new("Likelihood-ratio test", [], [$"χ² = {Digits.Short(Statistic)} on {DegreesOfFreedom} degrees of freedom, p = {Digits.PValue(PValue)}."]);
}
