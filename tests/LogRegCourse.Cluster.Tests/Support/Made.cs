namespace LogRegCourse.Cluster.Tests;

/// <summary>Made-up rows with a fixed seed: three columns of different size, labels by a known model.</summary>
internal static class Made
{
    public static readonly string[] Columns = ["a", "b", "c"];

    public static (Features X, double[] Y) Rows(int n, int seed = 1)
    {
        var random = new Random(seed);
        double[][] rows = [.. Enumerable.Range(0, n).Select(_ => (double[])[random.NextDouble() - 0.5, 10 * random.NextDouble(), 1000 * (random.NextDouble() - 0.5)])];
        double[] y = [.. rows.Select(row => random.NextDouble() < Logistic.Sigmoid(1 + 2 * row[0] - 0.3 * row[1] + 0.004 * row[2]) ? 1.0 : 0)];
        return (Features.FromRows(rows, Columns), y);
    }

    public static string Csv(Features x, double[] y) => "y,a,b,c\n" + string.Concat(
        Enumerable.Range(0, y.Length).Select(i => FormattableString.Invariant($"{y[i]},{x[i, 0]:R},{x[i, 1]:R},{x[i, 2]:R}\n")));
}
