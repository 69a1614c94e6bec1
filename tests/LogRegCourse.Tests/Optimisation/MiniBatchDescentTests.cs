namespace LogRegCourse.Tests;

public class MiniBatchDescentTests
{
    private static readonly (Features X, double[] Y, Random) Data = TestData.Simulated(101, 3, seed: 5);
    private static readonly LogisticLoss Loss = new(Data.X, Data.Y);

    [Fact]
    public void Minimise_OneBatchOfAllRows_IsGradientDescent()
    {
        var stopping = new Stopping { MaxIterations = 30 };
        var batches = MiniBatchDescent.Minimise(Loss, 0.2, batchSize: 1000, seed: 1, stopping: stopping);
        var descent = GradientDescent.Minimise(Loss, 0.2, stopping: stopping);
        Assert.Equal(descent.Weights, batches.Weights, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Minimise_ShortLastBatch_UpdatesByItsOwnMean()
    {
        // Batches of 60 and 41 rows in order: two hand-made steps.
        var byHand = Step(Step([0, 0, 0, 0], 0, 60), 60, 101);
        var descent = MiniBatchDescent.Minimise(Loss, 0.5, 60, seed: 1, stopping: new Stopping { MaxIterations = 1 }, shuffle: false);
        Assert.Equal(byHand, descent.Weights, (a, b) => Math.Abs(a - b) < 1e-14);

        static double[] Step(double[] weights, int from, int to)
        {
            var rows = Enumerable.Range(from, to - from).ToArray();
            var gradient = new LogisticLoss(Data.X.Rows(rows), [.. rows.Select(i => Data.Y[i])]).Gradient(weights);
            return [.. weights.Zip(gradient, (w, g) => w - 0.5 * g)];
        }
    }

    [Fact]
    public void Minimise_SameSeed_WalksTheSamePath_AnotherSeedAnother()
    {
        Assert.Equal(Run(7).Weights, Run(7).Weights);
        Assert.NotEqual(Run(7).Weights, Run(8).Weights);

        static Descent Run(int seed) => MiniBatchDescent.Minimise(Loss, 0.5, 8, seed, stopping: new Stopping { MaxIterations = 5 });
    }

    [Fact]
    public void Minimise_UpdatesTheInterceptToo() =>
        Assert.NotEqual(0, MiniBatchDescent.Minimise(Loss, 0.5, 8, seed: 1, stopping: new Stopping { MaxIterations = 1 }).Weights[0]);

    [Fact]
    public void Minimise_ManyEpochs_HoversCloserForASmallerRate()
    {
        var minimum = NewtonMethod.Minimise(Loss).Loss;
        Assert.InRange(Excess(0.02), 0, Excess(0.5) / 2);

        double Excess(double rate) =>
            MiniBatchDescent.Minimise(Loss, rate, 10, seed: 1, stopping: new Stopping { MaxIterations = 2000 }).Loss - minimum;
    }

    [Fact]
    public void Minimise_PenaltyAndRowWeights_OneBatchIsGradientDescentToo()
    {
        var weights = Enumerable.Range(0, 101).Select(i => i % 4 * 0.5).ToArray();
        var loss = new LogisticLoss(Data.X, Data.Y, new LossOptions { L2 = 0.4, Weights = weights });
        var stopping = new Stopping { MaxIterations = 3 };
        Assert.Equal(GradientDescent.Minimise(loss, 0.2, stopping: stopping).Weights,
            MiniBatchDescent.Minimise(loss, 0.2, 101, 1, stopping: stopping).Weights, (a, b) => Math.Abs(a - b) < 1e-13);
    }

    [Fact]
    public void Minimise_RowWeightsThatSumToOne_AreAMeanToo()
    {
        var stopping = new Stopping { MaxIterations = 3 };
        var weighted = new LogisticLoss(Data.X.Rows(0, 1, 2, 3), Data.Y[..4], new LossOptions { Weights = [0.25, 0.25, 0.25, 0.25] });
        var plain = new LogisticLoss(Data.X.Rows(0, 1, 2, 3), Data.Y[..4]);
        Assert.Equal(MiniBatchDescent.Minimise(plain, 0.1, 2, 1, stopping: stopping).Weights,
            MiniBatchDescent.Minimise(weighted, 0.1, 2, 1, stopping: stopping).Weights, (a, b) => Math.Abs(a - b) < 1e-14);
    }

    [Fact]
    public void Minimise_BadArguments_SayWhatToDo()
    {
        Assert.Contains("take at least one row per batch", Assert.Throws<ArgumentOutOfRangeException>(() => MiniBatchDescent.Minimise(Loss, 0.1, 0, 1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => MiniBatchDescent.Minimise(Loss, -0.1, 1, 1));
        var sum = new LogisticLoss(Data.X, Data.Y, new LossOptions { Scaling = LossScaling.Sum });
        Assert.Contains("choose LossScaling.Mean", Assert.Throws<ArgumentException>(() => MiniBatchDescent.Minimise(sum, 0.1, 5, 1)).Message);
    }
}
