namespace LogRegCourse.Cluster.Tests.Sums;

public class CompensatedSumsTests
{
    [Fact]
    public void Sums_AreTheSameInEveryOrder()
    {
        var random = new Random(3);
        double[][] terms = [.. Enumerable.Range(0, 10_000).Select(_ => (double[])[.. Enumerable.Range(0, 7).Select(_ => Math.ScaleB(random.NextDouble() - 0.5, random.Next(-20, 20)))])];
        var first = Sum(terms);
        var plain = terms.Sum(row => row[0]);
        var plainDiffers = false;
        for (var k = 0; k < 5; k++)
        {
            random.Shuffle(terms);
            Assert.Equal(first, Sum(terms));
            plainDiffers |= terms.Sum(row => row[0]) != plain;
        }
        Assert.True(plainDiffers);
    }

    [Fact]
    public void SumsOfParts_AddUpToTheSumOfAll()
    {
        double[] terms = [1e16, 1, -1e16, 1e-3, 3];
        CompensatedSums left = new(1), right = new(1), both = new(1);
        foreach (var term in terms[..2]) left.Add([term]);
        foreach (var term in terms[2..]) right.Add([term]);
        both.Add(left.High, left.Lost);
        both.Add(right.High, right.Lost);
        Assert.Equal(4.001, both[0]);
    }

    private static double[] Sum(double[][] terms)
    {
        var sums = new CompensatedSums(7);
        foreach (var row in terms) sums.Add(row);
        return [.. Enumerable.Range(0, 7).Select(j => sums[j])];
    }
}
