using MathNet.Numerics.LinearAlgebra;

namespace LogRegCourse.Tests;

public class CholeskyTests
{
    [Fact]
    public void Factor_ByHand()
    {
        // (2 0; 1 3)·(2 1; 0 3); the last column's own share is 9 of 10.
        var a = new double[,] { { 4, double.NaN }, { 2, 10 } };
        Assert.Equal(0.9, Cholesky.Factor(a), 1e-15);
        Assert.Equal([2, double.NaN, 1, 3], a.Cast<double>());
        double[] v = [8, 22];
        Cholesky.Solve(a, v);
        Assert.Equal([1, 2], v);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(22)]
    public void Inverse_AgreesWithMathNet(int size)
    {
        var random = new Random(size);
        var root = Matrix<double>.Build.Dense(size + 3, size, (_, _) => random.NextDouble() - 0.5);
        var matrix = root.TransposeThisAndMultiply(root);
        var theirs = matrix.Inverse();
        var factor = matrix.ToArray();
        Assert.InRange(Cholesky.Factor(factor), 1e-6, 1);
        var ours = Cholesky.Inverse(factor);
        for (var i = 0; i < size; i++)
            for (var j = 0; j < size; j++) Assert.Equal(theirs[i, j], ours[i, j], 1e-9 * theirs.InfinityNorm());
    }

    [Fact]
    public void Factor_NotPositiveDefinite_SaysZero()
    {
        Assert.Equal(0, Cholesky.Factor(new double[,] { { 1, 2 }, { 2, 1 } }));
        Assert.Equal(0, Cholesky.Factor(new double[,] { { 0, 0 }, { 0, 1 } }));
        Assert.Equal(0, Cholesky.Factor(new[,] { { double.NaN } }));
        // A column that repeats another has nothing of its own.
        Assert.InRange(Cholesky.Factor(new[,] { { 2, 0.2 }, { 0.2, 0.02 + 1e-17 } }), 0, 1e-15);
    }
}
