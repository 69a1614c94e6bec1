using LogRegCourse.Checks.Exercises;
using static System.Math;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Exercises;

/// <summary>A sentence on where a function fails is true of inputs that it was not made from, or is not said.</summary>
public class FailingRegionTests
{
    private const int Rounds = 200;
    private const int Count = 120;

    private static readonly Delegate Function = (double z) => z;

    [Fact]
    public void IntervalThatFails_IsSaid_AndAPatternByChance_IsNot()
    {
        var random = new Random(4);
        for (var round = 0; round < Rounds; round++)
        {
            var (low, high) = (random.Next(-50, 0) - 0.5, random.Next(1, 50) + 0.5);
            Assert.StartsWith("It fails for z from", Describe(value => value < low || value > high), StringComparison.Ordinal);
            Assert.StartsWith("It fails for z up to", Describe(value => value > low), StringComparison.Ordinal);
            // Wrong at a place that only the first inputs leave out.
            Assert.Null(FailingRegion.Describe(Function, Inputs(value => value < 20), () => Inputs(value => value is < 20 and > -20)));
        }

        string? Describe(Func<double, bool> isRight) => FailingRegion.Describe(Function, Inputs(isRight), () => Inputs(isRight));
        IReadOnlyList<TriedInput> Inputs(Func<double, bool> isRight) =>
            [.. Enumerable.Range(0, Count).Select(_ => (random.NextDouble() - 0.5) * 200).Select(value => new TriedInput([value], isRight(value), isRight(value)))];
    }

    [Fact]
    public void SignOfTheInput_IsSaidAsThat() => Assert.Contains("It fails for z above 0.", Judge("1.5", (double z) => z > 0 ? 0.9 : Sigmoid(z)), StringComparison.Ordinal);

    [Fact]
    public void WhereOnlySmallResultsAgree_NoPlaceIsSaid()
    {
        Assert.DoesNotContain("It fails", Judge("4.1", (double p) => -Log(p) * Log(2)), StringComparison.Ordinal);
        Assert.DoesNotContain("It fails", Judge("4.2", (double p) => -p * Log(p) + (1 - p) * Log(1 - p)), StringComparison.Ordinal);
        Assert.DoesNotContain("It fails", Judge("2.5", (double z) => SigmoidDerivative(z) * 0.3), StringComparison.Ordinal);
    }

    private static string Judge(string id, Delegate answer) => ExerciseBook.Find(id).Judge(answer).ToString();
}
