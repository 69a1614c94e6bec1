using LogRegCourse.Testing;

namespace LogRegCourse.Tests;

public class NewtonMethodTests
{
    private static readonly Dataset Flights = Dataset.Load(Repository.PathOf("data", "challenger.csv"));
    private static readonly LogisticLoss Raw = new(Flights.Features("temperature"), Flights["damage"]);
    private static readonly LogisticLoss Standardised = new(Flights.Features("temperature").Standardised(), Flights["damage"]);

    [Fact]
    public void Minimise_FirstStepFromZero_IsTheExactFraction()
    {
        var step = NewtonMethod.Minimise(Raw, stopping: new Stopping { MaxIterations = 1 }).Weights;
        Assert.Equal(202.0 / 21, step[0], 1e-11);
        Assert.Equal(-157.0 / 1050, step[1], 1e-13);
    }

    [Fact]
    public void Minimise_Challenger_FollowsTheKnownPath()
    {
        var path = NewtonMethod.Minimise(Raw, stopping: new Stopping { MaxIterations = 6, GradientNorm = 0 }).Path;
        double[] losses = [0.46054436071924241, 0.44257894009249051, 0.44163935788826034, 0.4416346238034445, 0.44163462364927888, 0.44163462364927888];
        double[] intercepts = [9.6190476190476190, 13.655737908487738, 14.938289140057994, 15.042291137621962, 15.042901627129178, 15.042901647702441];
        for (var k = 0; k < losses.Length; k++)
        {
            // The raw columns' condition number, 5·10⁵, stands between rounding and each step.
            Assert.Equal(losses[k], path[k + 1].Loss, 1e-12);
            Assert.Equal(intercepts[k], path[k + 1].Weights[0], 1e-9);
        }
    }

    [Fact]
    public void Minimise_UndampedFromFarAway_RunsAway()
    {
        var descent = NewtonMethod.Minimise(Standardised, [0, 2], damped: false);
        // Every probability is 0 or 1 in the end, and their curvatures 0.
        Assert.Equal(StopReason.SingularHessian, descent.Reason);
        double[] summedLosses = [35.8, 22.4, 437, 24712];
        for (var k = 0; k < summedLosses.Length; k++) Assert.Equal(summedLosses[k], 23 * descent.Path[k].Loss, 0.5);
    }

    [Fact]
    public void Minimise_DampedFromFarAway_Converges()
    {
        var descent = NewtonMethod.Minimise(Standardised, [0, 2]);
        Assert.True(descent.Converged);
        Assert.Equal(-1.1075501240260095, descent.Weights[0], 1e-10);
        Assert.All(descent.Path.Losses.Zip(descent.Path.Losses.Skip(1)), pair => Assert.True(pair.Second <= pair.First));
    }

    [Fact]
    public void Minimise_NewtonDecrement_StopsAndSaysSo() => Assert.Equal(
        StopReason.NewtonDecrement,
        NewtonMethod.Minimise(Raw, stopping: new Stopping { GradientNorm = 0, NewtonDecrement = 1e-10 }).Reason);

    [Fact]
    public void Minimise_SingularHessian_SaysSo()
    {
        var twice = Features.FromColumns(("a", [2, 0, 0, 0]), ("b", [2, 0, 0, 0]));
        var loss = new SquaredErrorLoss(twice, [1, 0, 1, 0], new LossOptions { Intercept = false });
        var descent = NewtonMethod.Minimise(loss);
        Assert.Equal((StopReason.SingularHessian, false), (descent.Reason, descent.Converged));
        Assert.StartsWith("Stopped after 0 iterations: the Hessian is singular", descent.ToString());
    }

    [Fact]
    public void Minimise_RecordingEveryHundredth_StillEndsAtTheLastWeights()
    {
        var full = NewtonMethod.Minimise(Standardised, [0, 2], damped: false);
        var thinned = NewtonMethod.Minimise(Standardised, [0, 2], new Stopping { RecordEvery = 100 }, damped: false);
        Assert.Equal((full.Reason, full.Iterations, full.Loss, full.GradientNorm), (thinned.Reason, thinned.Iterations, thinned.Loss, thinned.GradientNorm));
        Assert.Equal(full.Weights, thinned.Weights);
    }

    [Fact]
    public void Minimise_SquaredError_IsThereInOneStep()
    {
        var line = NewtonMethod.Minimise(new SquaredErrorLoss(Flights.Features("temperature"), Flights["damage"]), stopping: new Stopping { MaxIterations = 1 });
        Assert.Equal(0, line.GradientNorm, 1e-11);
    }

    [Fact]
    public void Path_BeyondItsEnds_IsRefused()
    {
        var path = NewtonMethod.Minimise(new LogisticLoss(new double[] { 1, 2, 3, 4 }, [0, 1, 0, 1])).Path;
        Assert.Throws<ArgumentOutOfRangeException>(() => path[path.Count]);
        Assert.Throws<ArgumentOutOfRangeException>(() => path[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => path.Weight(2));
        Assert.Equal(path.Count, path.Weight(1).Length);
    }
}
