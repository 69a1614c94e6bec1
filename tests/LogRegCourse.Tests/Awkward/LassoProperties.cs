namespace LogRegCourse.Tests.Awkward;

/// <summary>
/// Fits with an L1 penalty of awkward data are the minimum: the weights that are not 0 solve their equations in 100-digit
/// arithmetic, and no column at 0 is pulled by more than λ₁.
/// </summary>
public class LassoProperties
{
    private const int DataSets = 600;
    private static readonly string[] Kinds = ["offset", "scale", "collinear", "weight zero", "near separation", "separation", "ties", "no intercept", "everything"];

    [Fact]
    public void EveryFit_IsTheMinimum()
    {
        var (fits, zeros, refused, wrong) = (0, 0, 0, new List<string>());
        for (var seed = 0; seed < DataSets; seed++)
        {
            var data = AwkwardData.Draw(seed);
            if (!Kinds.Contains(data.Kind)) continue;
            var strength = Strength(data, new Random(seed));
            LogisticFit fit;
            try
            {
                fit = (data with { Options = data.Options with { L1 = strength } }).Fit();
            }
            catch (Exception error) when (error is NoEstimateException or ArgumentException)
            {
                refused++;
                continue;
            }
            fits++;
            zeros += fit.Slopes.Count(slope => slope == 0);
            if (Problem(data, fit, strength) is { } problem) wrong.Add($"seed {seed}, {data.Kind}, L1 {strength:R}: {problem}");
        }
        Assert.Empty(wrong);
        Assert.True(fits > 300 && zeros > 100 && refused < 15, $"{fits} fits with {zeros} zeros, {refused} refused");
    }

    /// <summary>Some share of what a column is pulled by where no slope has a weight, or a little more.</summary>
    private static double Strength(AwkwardData data, Random random)
    {
        var trials = data.RowTrials;
        var (total, mean) = (trials.Sum(), data.Successes.Zip(trials, (y, t) => y * t).Sum() / trials.Sum());
        var pull = Enumerable.Range(0, data.Rows[0].Length).Max(j =>
        {
            var centre = Enumerable.Range(0, trials.Length).Sum(i => trials[i] / total * data.Rows[i][j]);
            return Math.Abs(Enumerable.Range(0, trials.Length).Sum(i => trials[i] * (data.Successes[i] - mean) * (data.Rows[i][j] - centre)));
        });
        var strength = pull * Math.Pow(10, 4.2 * random.NextDouble() - 4);
        return double.IsNormal(strength) ? strength : 1;
    }

    private static string? Problem(AwkwardData data, LogisticFit fit, double strength)
    {
        var slopes = fit.Slopes;
        int[] support = [.. Enumerable.Range(0, slopes.Length).Where(j => slopes[j] != 0)];
        if (support.Length == 0 && !data.Options.Intercept) return null;
        double[][] rows = Array.ConvertAll(data.Rows, row => Array.ConvertAll(support, j => row[j]));
        var trials = data.RowTrials;
        var reference = new ReferenceFit(
            rows, [.. data.Successes.Zip(trials, (y, t) => y * t)], trials, data.Options.Intercept, 0, Array.ConvertAll(support, j => strength * Math.Sign(slopes[j])));
        double[] given = data.Options.Intercept ? [fit.Intercept, .. support.Select(j => slopes[j])] : [.. support.Select(j => slopes[j])];
        // Columns that repeat each other leave more than one answer.
        if (!reference.RefineFrom(given)) return null;
        for (var k = 0; k < given.Length; k++)
        {
            var right = reference.Coefficients[k].ToDouble();
            if (!(Math.Abs(given[k] - right) <= 1e-10 * Math.Abs(right) + 1e-15 * reference.StandardErrors[k].ToDouble())) return $"weight {k} is {given[k]:R}, right is {right:R}";
        }
        foreach (var j in Enumerable.Range(0, slopes.Length).Except(support))
            if (reference.SlopeTowards(Array.ConvertAll(data.Rows, row => row[j])) is var pull && !(Math.Abs(pull) <= strength * (1 + 1e-9))) return $"column {j} is at 0 but pulled by {pull:R}";
        return null;
    }
}
