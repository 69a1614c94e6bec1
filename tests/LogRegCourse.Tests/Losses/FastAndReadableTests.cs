namespace LogRegCourse.Tests;

public class FastAndReadableTests
{
    [Theory]
    [InlineData(1, 1, true, false, 1)]
    [InlineData(7, 3, true, false, 2)]
    [InlineData(300, 5, false, true, 1)]
    [InlineData(20_011, 6, true, true, 1)]
    [InlineData(9_000, 21, true, false, 40)]
    [InlineData(700, 66, true, true, 1)]
    [InlineData(700, 67, false, false, 1)]
    public void FastKernel_AgreesWithTheReadableForm(int n, int d, bool intercept, bool weighted, double size)
    {
        var (x, y, random) = TestData.Simulated(n, d, seed: n + d);
        var rowWeights = weighted ? Enumerable.Range(0, n).Select(_ => random.NextDouble() * 3).ToArray() : null;
        var loss = new LogisticLoss(x, y, new LossOptions { Intercept = intercept, Weights = rowWeights, L2 = 0.3 });
        var weights = Enumerable.Range(0, loss.Dimension).Select(_ => size * (random.NextDouble() - 0.5)).ToArray();
        var (fast, readable) = (new double[loss.Dimension], new double[loss.Dimension]);
        var (fastHessian, readableHessian) = (new double[loss.Dimension, loss.Dimension], new double[loss.Dimension, loss.Dimension]);

        var value = loss.ReadableValueAndGradient(weights, readable);
        Assert.Equal(value, loss.ValueAndGradient(weights, fast), 1e-13 * value);
        loss.Hessian(weights, fastHessian);
        loss.ReadableHessian(weights, readableHessian);
        for (var j = 0; j < loss.Dimension; j++)
        {
            Assert.Equal(readable[j], fast[j], 1e-12);
            for (var k = 0; k < loss.Dimension; k++) Assert.Equal(readableHessian[j, k], fastHessian[j, k], 1e-12);
        }
    }

    [Fact]
    public void ValueAndGradient_Repeated_GivesTheSameBitsAndAllocatesNothing()
    {
        var (x, y, _) = TestData.Simulated(50_000, 6, seed: 1);
        var loss = new LogisticLoss(x, y);
        var weights = new double[] { 0.1, -0.2, 0.3, -0.4, 0.5, -0.6, 0.7 };
        var gradient = new double[7];
        var hessian = new double[7, 7];
        var first = loss.ValueAndGradient(weights, gradient);
        loss.Hessian(weights, hessian);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var k = 0; k < 20; k++)
        {
            Assert.True(first == loss.ValueAndGradient(weights, gradient));
            loss.Hessian(weights, hessian);
        }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData("gradient descent")]
    [InlineData("mini-batches")]
    [InlineData("Newton")]
    public void Optimisers_MoreIterations_AllocateNoMore(string optimiser)
    {
        var (x, y, _) = TestData.Simulated(40, 3, seed: 1);
        var loss = new LogisticLoss(x, y);
        Allocated(10);
        Assert.Equal(Allocated(100), Allocated(10_000));

        long Allocated(int iterations)
        {
            var stopping = new Stopping { MaxIterations = iterations, GradientNorm = 0, RecordEvery = int.MaxValue };
            var before = GC.GetAllocatedBytesForCurrentThread();
            var descent = optimiser switch
            {
                "gradient descent" => GradientDescent.Minimise(loss, 0.001, stopping: stopping),
                "mini-batches" => MiniBatchDescent.Minimise(loss, 0.001, 7, seed: 1, stopping: stopping),
                // Undamped, it goes on stepping on the spot.
                _ => NewtonMethod.Minimise(loss, stopping: stopping, damped: false),
            };
            Assert.Equal(iterations, descent.Iterations);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
