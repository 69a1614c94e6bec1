using LogRegCourse.Checks.Exercises;
using static System.Math;

namespace LogRegCourse.Checks.Tests.Exercises;

/// <summary>A result without bounds is asked for far out: an answer that clips it, as programs do to be safe, is refused.</summary>
public class FarTailTests
{
    [Theory]
    [InlineData("0.2", 1e9)]
    [InlineData("1.1", 1e6)]
    [InlineData("1.1", 1e12)]
    [InlineData("2b.2", 1e6)]
    [InlineData("3.5", 1e9)]
    [InlineData("4.1", 100)]
    [InlineData("4.4", 50)]
    [InlineData("4.6", 50)]
    [InlineData("5.4", 1e6)]
    [InlineData("6.2", 1e9)]
    [InlineData("8.2", 1e7)]
    [InlineData("9.2", 1e9)]
    [InlineData("9.4", 1e7)]
    [InlineData("10.3", 1e30)]
    [InlineData("10.4", 25)]
    [InlineData("10b.2", 1e6)]
    [InlineData("10b.6", 1e4)]
    [InlineData("12.1", 1e9)]
    [InlineData("12.2", 1e9)]
    [InlineData("12.5", 50)]
    [InlineData("12c.2", 1e9)]
    [InlineData("13.4", 50)]
    [InlineData("14.1", 100)]
    public void ResultThatIsClipped_IsRefused(string id, double limit)
    {
        var exercise = ExerciseBook.All.Single(one => one.Id == id);
        var right = ((IFunctionExercise)exercise).Right;
        foreach (var (low, high) in new[] { (-limit, limit), (double.NegativeInfinity, limit), (-limit, double.PositiveInfinity) })
        {
            var isTouched = false;
            var verdict = exercise.Judge(FunctionMutantTests.Function(right, arguments => Clipped(right.DynamicInvoke(arguments))));
            Assert.Equal(isTouched ? VerdictState.Failed : VerdictState.Passed, verdict.State);
            if (low > double.NegativeInfinity && high < double.PositiveInfinity) Assert.True(isTouched);

            object? Clipped(object? result) => result switch
            {
                double number => Clip(number),
                double[] numbers => Array.ConvertAll(numbers, Clip),
                double[][] rows => Array.ConvertAll(rows, row => Array.ConvertAll(row, Clip)),
                double[,] table => ClipTable(table),
                _ => throw new InvalidOperationException($"{id} has another kind of result."),
            };

            double Clip(double number)
            {
                // What is infinite by itself is no far tail.
                if (!double.IsFinite(number)) return number;
                isTouched |= number < low || number > high;
                return Clamp(number, low, high);
            }

            double[,] ClipTable(double[,] table)
            {
                for (var i = 0; i < table.GetLength(0); i++)
                    for (var j = 0; j < table.GetLength(1); j++) table[i, j] = Clip(table[i, j]);
                return table;
            }
        }
    }

    [Fact]
    public void OddsWrittenOtherwise_Pass()
    {
        Assert.Equal(VerdictState.Passed, Judge("1.1", (double p) => 1 / (1 / p - 1)).State);
        Assert.Equal(VerdictState.Passed, Judge("1.1", (double p) => Exp(Log(p) - Log(1 - p))).State);
        Assert.Equal(VerdictState.Failed, Judge("1.1", (double p) => Min(p / (1 - p), 1e6)).State);
        Assert.Equal(VerdictState.Failed, Judge("1.1", (double p) => p / Max(1 - p, 1e-12)).State);
        Assert.Equal(VerdictState.Failed, Judge("1.1", (double p) => p / (1 - p + 1e-12)).State);
    }

    [Fact]
    public void LoopOrLinq_DecidesNothing()
    {
        Assert.Equal(VerdictState.Passed, Judge("3.1", (int y, double p) =>
        {
            var product = 1.0;
            for (var i = 0; i < y; i++) product *= p;
            for (var i = y; i < 1; i++) product *= 1 - p;
            return product;
        }).State);
        Assert.Equal(VerdictState.Passed, Judge("3.1", (int y, double p) =>
        {
            var product = 1.0;
            foreach (var factor in Enumerable.Repeat(p, y).Concat(Enumerable.Repeat(1 - p, 1 - y))) product *= factor;
            return product;
        }).State);
        Assert.Equal(VerdictState.Passed, Judge("3.1", (int y, double p) => new[] { 1 - p, p }.Where((_, label) => label == y).Sum()).State);
        Assert.Equal(VerdictState.Passed, Judge("3.1", (int y, double p) => Enumerable.Range(0, 2).Select(label => Pow(p, label) * Pow(1 - p, 1 - label)).ElementAt(y)).State);
        Assert.Equal(VerdictState.Failed, Judge("3.1", (int y, double p) => y == 1 ? p : 1 - p).State);
        Assert.Equal(VerdictState.Failed, Judge("3.1", (int y, double p) =>
        {
            if (y == 1) return p;
            return 1 - p;
        }).State);
        Assert.Equal(VerdictState.Failed, Judge("3.1", (int y, double p) => y switch { 0 => 1 - p, _ => p }).State);
    }

    private static Verdict Judge(string id, Delegate answer) => ExerciseBook.All.Single(one => one.Id == id).Judge(answer);
}
