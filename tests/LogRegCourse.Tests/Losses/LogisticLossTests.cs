using LogRegCourse.Testing;

namespace LogRegCourse.Tests;

public class LogisticLossTests
{
    private static readonly Dataset Flights = Dataset.Load(Repository.PathOf("data", "challenger.csv"));
    private static readonly LogisticLoss Loss = new(Flights.Features("temperature"), Flights["damage"]);

    [Fact]
    public void AtZero_Challenger_HasTheExactGradientAndHessian()
    {
        Assert.Equal(Math.Log(2), Loss.Value(0, 0), 1e-15);
        Assert.Equal([4.5 / 23, 354.0 / 23], Loss.Gradient(0, 0));
        var hessian = Loss.Hessian(0, 0);
        Assert.Equal((0.25, 400.0 / 23, 400.0 / 23, 28100.0 / 23), (hessian[0, 0], hessian[0, 1], hessian[1, 0], hessian[1, 1]));
    }

    [Fact]
    public void Value_WrongNumberOfWeights_NamesThem() =>
        Assert.Contains("weights has 3 entries, but this loss has 2: (intercept), temperature.",
            Assert.Throws<ArgumentException>(() => Loss.Value(1, 2, 3)).Message);
}
