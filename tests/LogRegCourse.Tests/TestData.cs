namespace LogRegCourse.Tests;

/// <summary>Simulated rows with known weights: the same for the same seed, on every machine.</summary>
internal static class TestData
{
    public static (Features X, double[] Y, Random Random) Simulated(int n, int d, int seed)
    {
        var random = new Random(seed);
        var columns = Enumerable.Range(0, d).Select(j => Enumerable.Range(0, n).Select(_ => random.NextDouble() * 2 - 1 + j).ToArray()).ToArray();
        var y = Enumerable.Range(0, n).Select(i =>
            random.NextDouble() < Logistic.Sigmoid(0.3 + columns.Select((column, j) => (j % 2 == 0 ? 1 : -0.7) * (column[i] - j)).Sum()) ? 1.0 : 0.0).ToArray();
        return (Features.FromColumns([.. columns.Select((column, j) => ($"x{j + 1}", column))]), y, random);
    }
}
