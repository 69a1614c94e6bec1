using System.Globalization;
using LogRegCourse.Testing;

namespace LogRegCourse.Tests;

/// <summary>Gradients against the 50-digit difference quotients of Reference/gradients.csv, Hessians against differences of gradients.</summary>
public class GradientTests
{
    private static readonly Features X = Features.FromRows([[0.5, -1.25], [2, 0.75], [-1.5, 3], [0.25, 0.5], [-3, -2]]);
    private static readonly double[] Y = [1, 0, 1, 1, 0];

    private static readonly Dictionary<string, (Loss Loss, double[] Weights)> Losses = new()
    {
        ["logistic"] = (new LogisticLoss(X, Y), [0.3, -0.8, 1.1]),
        ["squared error"] = (new SquaredErrorLoss(X, Y), [0.3, -0.8, 1.1]),
        ["sigmoid squared error"] = (new SigmoidSquaredErrorLoss(X, Y), [0.3, -0.8, 1.1]),
        ["probit"] = (new ProbitLoss(X, Y), [0.3, -0.8, 1.1]),
        ["softmax"] = (new SoftmaxLoss(X, ["a", "c", "b", "c", "a"], new SoftmaxOptions { Form = SoftmaxForm.Symmetric, Scaling = LossScaling.Mean }),
            [0.1, -0.4, 0.9, -0.7, 1.3, 0.2, 0.6, -1.1, 0.35]),
    };

    public static TheoryData<string> Names => [.. Losses.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Gradient_AgainstTheDifferenceQuotient_IsRight(string name)
    {
        var (loss, weights) = Losses[name];
        var expected = File.ReadLines(Repository.PathOf("tests", "LogRegCourse.Tests", "Reference", "gradients.csv"))
            .Select(line => line.Split(',')).Where(cells => cells[0] == name)
            .Select(cells => double.Parse(cells[2], CultureInfo.InvariantCulture)).ToArray();
        var actual = loss.Gradient(weights);
        Assert.Equal(loss.Dimension, expected.Length);
        for (var j = 0; j < expected.Length; j++) Assert.Equal(expected[j], actual[j], 1e-14);
    }

    [Theory, MemberData(nameof(Names))]
    public void Hessian_AgainstDifferencesOfTheGradient_IsRight(string name)
    {
        const double step = 1e-5;
        var (loss, weights) = Losses[name];
        var hessian = loss.Hessian(weights);
        for (var k = 0; k < weights.Length; k++)
        {
            double[] up = [.. weights], down = [.. weights];
            up[k] += step;
            down[k] -= step;
            var (above, below) = (loss.Gradient(up), loss.Gradient(down));
            for (var j = 0; j < weights.Length; j++) Assert.Equal((above[j] - below[j]) / (2 * step), hessian[j, k], 1e-8);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void LipschitzConstant_BoundsTheCurvatureAtManyPlaces(string name)
    {
        var (loss, _) = Losses[name];
        var random = new Random(1);
        for (var k = 0; k < 200; k++)
        {
            double[] weights = [.. Enumerable.Range(0, loss.Dimension).Select(_ => 8 * random.NextDouble() - 4)];
            var largest = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfArray(loss.Hessian(weights)).Evd().EigenValues.Max(value => value.Magnitude);
            Assert.True(largest <= loss.LipschitzConstant * (1 + 1e-12));
        }
    }

    [Fact]
    public void ProbitLoss_FarOut_KeepsItsDigits()
    {
        // −log Φ(−40) from 50-digit arithmetic.
        var loss = new ProbitLoss(new double[] { 1 }, [1], new LossOptions { Intercept = false });
        Assert.Equal(804.6084420137538, loss.Value(-40.0), 1e-10);
        Assert.Equal(-40.02496884720728, loss.Gradient(-40.0)[0], 1e-11);
        // −log Φ(7); and the curvature r(z)·(z + r(z)), which goes to 1 as 1 − 1/z².
        Assert.Equal(1.2798125438866540e-12, loss.Value(7.0), 1e-26);
        Assert.Equal(1, loss.Hessian(-1e9)[0, 0], 1e-15);
        Assert.Equal(1 - 1e-8, loss.Hessian(-1e4)[0, 0], 1e-14);
    }

    [Fact]
    public void Losses_OfLabelsOutsideZeroToOne_AreRefused()
    {
        Assert.Contains("y is 2 in row 2", Assert.Throws<ArgumentException>(() => new ProbitLoss(new double[] { 1, 2 }, [0, 2])).Message);
        Assert.Contains("y is -1 in row 1", Assert.Throws<ArgumentException>(() => new SigmoidSquaredErrorLoss(new double[] { 1, 2 }, [-1, 1])).Message);
    }
}
