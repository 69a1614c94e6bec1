using LogRegCourse.Checks.Exercises;

namespace LogRegCourse.Checks.Tests.Exercises;

public class FunctionExerciseTests
{
    private static volatile bool _loopIsEnded;

    private static readonly FunctionExercise<Func<double, double>> Twice = new("1.1", "Twice", x => 2 * x)
    {
        Inputs = [[1.0], [2.0], [-3.0], [10.0], [0.5]],
        Mistakes = [(x => x * x, "That is the square.")],
    };

    [Fact]
    public void RightFunction_Passes() => Assert.Equal(VerdictState.Passed, Twice.Judge((double x) => x + x).State);

    [Fact]
    public void Stub_IsNotDone() => Assert.Equal(VerdictState.NotDone, Twice.Judge((double _) => double.NaN).State);

    [Fact]
    public void ZeroForEverything_IsAnAnswer_AndMayComeFromWholeNumberDivision()
    {
        var text = Twice.Judge((double x) => 1 / 2 * 4 * x).ToString();
        Assert.Contains("It gives 0 whatever the input.", text, StringComparison.Ordinal);
        Assert.Contains("write 1 / 12.0", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ZeroForEverything_WithoutAZeroInIt_IsNoDivisionOfWholeNumbers()
    {
        var text = Twice.Judge((double x) => x / 1 - x).ToString();
        Assert.Contains("It gives 0 whatever the input.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("whole numbers", text, StringComparison.Ordinal);
    }

    [Fact]
    public void OddsWithoutBrackets_AreToldOfThem_AndAZeroThatIsWrittenIsNot()
    {
        var odds = Lesson01.All.First(exercise => exercise.Id == "1.1");
        var text = odds.Judge((double p) => p / 1 - p).ToString();
        Assert.Contains("Brackets are missing around 1 - p", text, StringComparison.Ordinal);
        Assert.DoesNotContain("whole numbers", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Brackets", odds.Judge((double p) => 1 / 2 * p).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void NaNForEverything_OfAnAnswerThatReadsItsArgument_IsWrong() => Assert.Equal(VerdictState.Failed, Twice.Judge((double x) => Math.Log(-Math.Abs(x))).State);

    [Fact]
    public void ZeroThatIsNoFactor_IsNoDivisionOfWholeNumbers()
    {
        var square = Twice.Judge((double x) => x == 0 ? 0 : Math.Max(0, x * x)).ToString();
        Assert.Contains("That is the square.", square, StringComparison.Ordinal);
        Assert.DoesNotContain("whole numbers", square, StringComparison.Ordinal);
    }

    [Fact]
    public void ArgumentThatIsNotRead_IsNamed()
    {
        var walk = Lesson06.All.Single(exercise => exercise.Id == "6.5");
        Assert.Contains("rate is not read", walk.Judge((double[] x, double[] y, double rate, int steps) => Walked(x, y, 0.4, steps)).ToString(), StringComparison.Ordinal);
    }

    private static double[] Walked(double[] x, double[] y, double rate, int steps)
    {
        double b = 0, w = 0;
        for (var k = 0; k < steps; k++)
        {
            var slope = new LogisticLoss(x, y).Gradient(b, w);
            (b, w) = (b - rate * slope[0], w - rate * slope[1]);
        }
        return [b, w];
    }

    [Fact]
    public void NotImplemented_IsNotDone() => Assert.Equal(VerdictState.NotDone, Twice.Judge((double x) => Missing(x)).State);

    [Fact]
    public void NoAnswer_IsNotDone() => Assert.Equal(VerdictState.NotDone, Twice.Judge(null).State);

    [Fact]
    public void KnownMistake_IsNamed_BesideEveryFailure()
    {
        var text = Twice.Judge((double x) => x * x).ToString();
        Assert.Contains("That is the square.", text, StringComparison.Ordinal);
        Assert.Contains("1 of 5 inputs give the right result.", text, StringComparison.Ordinal);
        Assert.Contains("With 1 it gives 1; right is 2.", text, StringComparison.Ordinal);
        Assert.Contains("With 10 it gives 100; right is 20.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void NearMiss_IsShownWithDigitsThatDiffer()
    {
        var third = new FunctionExercise<Func<double, double>>("1.1", "Third", x => x / 3) { Inputs = [[1.0]], Tolerance = 1e-15 };
        Assert.Contains("it gives 0.33333333333; right is 0.3333333333333333.", third.Judge((double _) => 0.33333333333).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void FiniteAnswer_WhereInfinityIsRight_Fails()
    {
        var reciprocal = new FunctionExercise<Func<double, double>>("1.1", "Reciprocal", x => 1 / x) { Inputs = [[1.0], [0.0]] };
        Assert.Equal(VerdictState.Failed, reciprocal.Judge((double x) => x == 0 ? 7 : 1 / x).State);
    }

    [Fact]
    public void OtherSignature_IsNamed() =>
        Assert.Contains("(double) -> double", Twice.Judge((double a, double b) => a + b).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Exception_IsReported() =>
        Assert.Contains("throws InvalidOperationException: no", Twice.Judge((double _) => Throw()).ToString(), StringComparison.Ordinal);

    [Fact]
    public void EndlessLoop_IsReported_AndTriedOnceOnly()
    {
        var calls = 0;
        var text = Twice.Judge((double x) => Interlocked.Increment(ref calls) == 1 ? 2 * x : Loop(x)).ToString();
        _loopIsEnded = true;
        Assert.Contains("1 of 5 inputs give the right result.", text, StringComparison.Ordinal);
        Assert.Contains("With 2 it does not come back", text, StringComparison.Ordinal);
        Assert.Contains("endless loop", text, StringComparison.Ordinal);
        Assert.Contains("The other inputs were not tried.", text, StringComparison.Ordinal);
        Assert.Equal(2, calls);
    }

    [Fact]
    public void ChangedArgument_IsReported()
    {
        var sum = new FunctionExercise<Func<double[], double>>("1.1", "Sum", v => v.Sum()) { Inputs = [[new[] { 1.0, 2 }]] };
        Assert.Contains("argument 1 was changed", sum.Judge((double[] v) => SumAndSpoil(v)).ToString(), StringComparison.Ordinal);
    }

    private static double Missing(double x) => x > double.MinValue ? throw new NotImplementedException() : x;

    private static double Throw() => throw new InvalidOperationException("no");

    private static double Loop(double x)
    {
        while (!_loopIsEnded) x += 1;
        return x;
    }

    private static double SumAndSpoil(double[] values)
    {
        var sum = values.Sum();
        values[0] = 0;
        return sum;
    }
}
