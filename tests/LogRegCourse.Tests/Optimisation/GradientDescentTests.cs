using LogRegCourse.Testing;

namespace LogRegCourse.Tests;

public class GradientDescentTests
{
    private static readonly Dataset Flights = Dataset.Load(Repository.PathOf("data", "challenger.csv"));
    private static readonly Features Temperature = Flights.Features("temperature");
    private static readonly double[] Damage = Flights["damage"];

    [Fact]
    public void Minimise_StandardisedAndCentred_NeedsFiftyAndFifteenHundredIterations()
    {
        var long_ = new Stopping { MaxIterations = 10_000 };
        Assert.Equal(50, GradientDescent.Minimise(new LogisticLoss(Temperature.Standardised(), Damage), stopping: long_).Iterations);
        Assert.Equal(1488, GradientDescent.Minimise(new LogisticLoss(Temperature.Centred(), Damage), stopping: long_).Iterations);
    }

    [Fact]
    public void Minimise_Raw_IsNotThereAfterTwoMillionIterations()
    {
        var descent = GradientDescent.Minimise(
            new LogisticLoss(Temperature, Damage), stopping: new Stopping { MaxIterations = 2_000_000, RecordEvery = 100_000 });
        Assert.Equal((StopReason.MaxIterations, 2_000_000, 21), (descent.Reason, descent.Iterations, descent.Path.Count));
        Assert.False(descent.Converged);
    }

    [Fact]
    public void Minimise_AtTheEnd_HasTheMaximumLikelihoodWeights()
    {
        var descent = GradientDescent.Minimise(new LogisticLoss(Temperature.Standardised(), Damage));
        Assert.Equal(-1.1075501240260095, descent.Weights[0], 1e-7);
        Assert.Equal(-1.6383909506556825, descent.Weights[1], 1e-7);
        Assert.Equal(0.44163462364927888, descent.Loss, 1e-14);
    }

    [Fact]
    public void Minimise_AtTheSafeStep_NeverRaisesTheLoss()
    {
        var losses = GradientDescent.Minimise(new LogisticLoss(Temperature.Standardised(), Damage)).Path.Losses;
        Assert.Equal(Math.Log(2), losses[0], 1e-15);
        Assert.All(losses.Zip(losses.Skip(1)), pair => Assert.True(pair.Second <= pair.First));
    }

    [Fact]
    public void Minimise_Backtracking_LowersTheLossInEveryStep()
    {
        var descent = GradientDescent.Minimise(
            new LogisticLoss(Temperature.Standardised(), Damage), StepSize.Backtracking, stopping: new Stopping { GradientNorm = 1e-6 });
        Assert.Equal(StopReason.GradientNorm, descent.Reason);
        Assert.All(descent.Path.Losses.Zip(descent.Path.Losses.Skip(1)), pair => Assert.True(pair.Second < pair.First));
        Assert.Equal(0.44163462364927888, descent.Loss, 1e-10);
    }

    [Fact]
    public void Minimise_TooLongASquaredErrorStep_SaysItDiverged()
    {
        var descent = GradientDescent.Minimise(new SquaredErrorLoss(Temperature, Damage), 1.0);
        Assert.Equal(StopReason.Diverged, descent.Reason);
        Assert.Contains("take smaller steps", descent.ToString());
    }

    [Fact]
    public void Minimise_StoppingRules_EachStopAndSayWhich()
    {
        var loss = new LogisticLoss(Temperature, Damage);
        Assert.Equal(StopReason.MaxIterations, Run(new() { MaxIterations = 7 }).Reason);
        Assert.Equal(StopReason.LossChange, Run(new() { MaxIterations = int.MaxValue, LossChange = 1e-6 }).Reason);
        Assert.Equal(StopReason.MaxTime, Run(new() { MaxIterations = int.MaxValue, MaxTime = TimeSpan.FromMilliseconds(20) }).Reason);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Equal((StopReason.Cancelled, 1), Run(new() { Cancellation = cancelled.Token }) is var run ? (run.Reason, run.Iterations) : default);

        Descent Run(Stopping stopping) => GradientDescent.Minimise(loss, stopping: stopping with { RecordEvery = 1000 });
    }

    [Fact]
    public void Minimise_Progress_HearsEveryRecordedStep()
    {
        var heard = new List<int>();
        var descent = GradientDescent.Minimise(
            new LogisticLoss(Temperature, Damage), stopping: new Stopping { MaxIterations = 25, RecordEvery = 10, Progress = step => heard.Add(step.Iteration) });
        Assert.Equal([0, 10, 20, 25], heard);
        Assert.Equal(heard, descent.Path.Iterations);
    }

    [Fact]
    public void Minimise_StartOfAnotherLength_NamesTheWeights()
    {
        var error = Assert.Throws<ArgumentException>(() => GradientDescent.Minimise(new LogisticLoss(Temperature, Damage), 0.1, [1.0]));
        Assert.Contains("start has 1 entries, but the loss has 2 weights: (intercept), temperature.", error.Message);
    }

    [Fact]
    public void SafeStep_OfAFlatLossOrOneBeyondTheRangeOfDouble_IsNoStepAtAll()
    {
        var withoutIntercept = new LossOptions { Intercept = false };
        Assert.True(GradientDescent.Minimise(new LogisticLoss(new double[] { 0, 0 }, [0, 1], withoutIntercept)).Converged);
        foreach (var size in new[] { 1e-160, 1e170 })
            Assert.Contains("standardise", Assert.Throws<ArgumentException>(() =>
                GradientDescent.Minimise(new LogisticLoss(new double[] { size, 2 * size }, [0, 1], withoutIntercept))).Message);
    }
}
