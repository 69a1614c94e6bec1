using LogRegCourse.Checks.Exercises;

namespace LogRegCourse.Checks.Tests.Exercises;

/// <summary>The memory of the whole process is watched, so nothing else may run beside these.</summary>
[Collection(nameof(HoardingAnswerTests))]
[CollectionDefinition(nameof(HoardingAnswerTests), DisableParallelization = true)]
public class HoardingAnswerTests
{
    [Fact]
    public void WildAllocation_IsReported()
    {
        var once = new FunctionExercise<Func<double, double>>("1.1", "Twice", x => 2 * x) { Inputs = [[1.0]] };
        Assert.Contains("megabytes of memory", once.Judge((double x) => Hoard(x)).ToString(), StringComparison.Ordinal);
    }

    private static double Hoard(double x)
    {
        var all = new List<double[]>();
        while (x > 0) all.Add(new double[100_000]);
        return all.Count;
    }
}
