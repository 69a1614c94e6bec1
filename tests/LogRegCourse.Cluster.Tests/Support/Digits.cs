namespace LogRegCourse.Cluster.Tests;

internal static class Digits
{
    /// <summary>Twelve digits of each number are the same.</summary>
    public static void AreTheSame(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var j = 0; j < expected.Length; j++)
            Assert.True(Math.Abs(actual[j] - expected[j]) <= 5e-13 * Math.Abs(expected[j]), FormattableString.Invariant($"weight {j}: {actual[j]:R} for {expected[j]:R}"));
    }
}
