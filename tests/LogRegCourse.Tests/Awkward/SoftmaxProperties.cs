namespace LogRegCourse.Tests.Awkward;

/// <summary>Three and four classes with many ties, near 0 and far from it, in units of any size: the same fit, or a separation that holds.</summary>
public class SoftmaxProperties
{
    private const int DataSets = 300;

    [Fact]
    public void EveryDataSet_IsFittedOrSeparated_AlikeInAllUnitsAndFarFromZero()
    {
        var (fits, separations, wrong) = (0, 0, new List<string>());
        for (var seed = 0; seed < DataSets; seed++)
        {
            var (columns, classes, exponent, offset) = Draw(seed);
            var plain = Outcome(columns, classes);
            // Powers of two and whole offsets leave the data what they are, but for the unit and the origin.
            var scaled = Outcome(Array.ConvertAll(columns, column => Array.ConvertAll(column, value => Math.ScaleB(value, exponent))), classes);
            var shifted = Outcome(Array.ConvertAll(columns, column => Array.ConvertAll(column, value => value + offset)), classes);
            if (plain is null) separations++;
            else fits++;
            if (!AreAlike(plain, scaled, exponent) || !AreAlike(plain, shifted, 0)) wrong.Add($"seed {seed}");
        }
        Assert.Empty(wrong);
        Assert.True(fits > 50 && separations > 50, $"{fits} fits, {separations} separations");
    }

    private static bool AreAlike(SoftmaxFit? one, SoftmaxFit? other, int exponent)
    {
        if (one is null || other is null) return one is null && other is null;
        for (var k = 1; k < one.ClassNames.Count; k++)
            for (var j = 1; j < one.CoefficientNames.Count; j++)
            {
                var error = one.StandardErrors[k][j];
                if (Math.Abs(one.Coefficients[k][j] - Math.ScaleB(other.Coefficients[k][j], exponent)) > 1e-12 * error) return false;
                if (Math.Abs(error - Math.ScaleB(other.StandardErrors[k][j], exponent)) > 1e-12 * error) return false;
            }
        return Math.Abs(one.Deviance - other.Deviance) <= 1e-12 * one.Deviance;
    }

    /// <summary>The fit, or null for a separation whose certificate holds.</summary>
    private static SoftmaxFit? Outcome(double[][] columns, string[] classes)
    {
        var x = Features.FromColumns([.. columns.Select((column, j) => ($"x{j}", column))]);
        try
        {
            return SoftmaxRegression.Fit(x, classes);
        }
        catch (ClassSeparationException error)
        {
            Assert.True(Holds(error.Separation, x, classes), error.Message);
            return null;
        }
    }

    private static bool Holds(ClassSeparation separation, Features x, string[] classes)
    {
        var isAny = false;
        for (var i = 0; i < x.RowCount; i++)
        {
            double[] entries = [1, .. x.Row(i)];
            var scores = separation.Directions.Select(weights => Score(entries, weights)).ToArray();
            var own = scores[separation.ClassNames.ToList().IndexOf(classes[i])];
            foreach (var (score, terms) in scores)
            {
                var ahead = own.Score - score;
                var rounding = 1e-14 * (terms + own.Terms);
                if (ahead < -rounding) return false;
                isAny |= ahead > rounding;
            }
        }
        return isAny;

        static (BigNumber Score, BigNumber Terms) Score(double[] entries, double[] weights)
        {
            BigNumber score = 0.0, terms = 0.0;
            for (var j = 0; j < entries.Length; j++)
            {
                var term = entries[j] * (BigNumber)weights[j];
                (score, terms) = (score + term, terms + BigNumber.Abs(term));
            }
            return (score, terms);
        }
    }

    private static (double[][] Columns, string[] Classes, int Exponent, double Offset) Draw(int seed)
    {
        var random = new Random(seed);
        int n = 10 + random.Next(14), d = 1 + random.Next(2), k = 3 + random.Next(2);
        double[][] columns = [.. Enumerable.Range(0, d).Select(_ => Enumerable.Range(0, n).Select(_ => (double)random.Next(9)).ToArray())];
        string[] classes = [.. Enumerable.Range(0, n).Select(i => $"k{(i < k ? i : random.Next(3) < seed % 4 ? random.Next(k) : (int)Math.Min(k - 1, columns[0][i] * k / 9))}")];
        return (columns, classes, random.Next(-600, 600), random.Next(1, 1 << 30));
    }
}
