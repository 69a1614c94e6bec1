using static LogRegCourse.Checks.Course;

namespace LogRegCourse.Checks.Tests.Exercises;

public class Lesson07Tests
{
    [Fact]
    public void StepsPerEpoch_StubAndSolution()
    {
        ExerciseTest.NotDone("7.1", double.NaN);
        ExerciseTest.Passes("7.1", 21.0);
    }

    [Theory]
    [InlineData(20.0, "short batch of their own")]
    [InlineData(1000 / 48.0, "part of a step")]
    [InlineData(1000.0, "batches of one row")]
    [InlineData(48000.0, "instead of multiplying")]
    [InlineData(22.0, "One too many")]
    public void StepsPerEpoch_WrongAnswers_AreNamed(double answer, string sentence) => ExerciseTest.Fails("7.1", answer, sentence);

    [Fact]
    public void Unequal_StubAndSolution()
    {
        ExerciseTest.NotDone("7.2", Start().Then("cancel", (g1, g2, g3) => (Gap + g3) / 3));
        ExerciseTest.Passes("7.2", Start().Therefore("the mean", (g1, g2, g3) => (g1 + g2 + g3) / 3));
    }

    [Fact]
    public void Unequal_WrongAnswers_AreFound()
    {
        ExerciseTest.Fails("7.2", Start().Therefore("mean of means", (g1, g2, g3) => ((g1 + g2) / 2 + g3) / 2), "Line 2");
        ExerciseTest.Fails("7.2", Start().Then("two thirds", (g1, g2, g3) => (2 * (g1 + g2) + g3) / 3), "Line 2");
        ExerciseTest.Fails("7.2", Start().Therefore("a sum", (g1, g2, g3) => g1 + g2 + g3), "Line 2");
        ExerciseTest.Fails("7.2", Start().Therefore("one lost", (g1, g2, g3) => (g1 + g2) / 3), "Line 2");
        ExerciseTest.Fails("7.2", Start().Therefore("sign", (g1, g2, g3) => (g1 + g2 - g3) / 3), "Line 2");
    }

    [Fact]
    public void Cut_StubAndSolution()
    {
        ExerciseTest.NotDone("7.3", int[][]? (int[] order, int size) => null);
        ExerciseTest.Passes("7.3", ByHand);
    }

    [Fact]
    public void Cut_WrongAnswers_AreNamed()
    {
        ExerciseTest.Fails("7.3", (int[] order, int size) => Enumerable.Range(0, order.Length / size).Select(k => order[(k * size)..((k + 1) * size)]).ToArray(), "short batch at the end is missing");
        ExerciseTest.Fails("7.3", (int[] order, int size) => order.OrderBy(i => i).Chunk(size).ToArray(), "order is lost");
        ExerciseTest.Fails("7.3", (int[] order, int size) => order.Concat(new int[(size - order.Length % size) % size]).Chunk(size).ToArray(), "filled up with zeros");
        ExerciseTest.Fails("7.3", (int[] order, int size) => order.Chunk((int)Math.Ceiling(order.Length / (double)size)).ToArray(), "batches of size rows");
        ExerciseTest.Fails("7.3", (int[] order, int size) => order.Chunk(size).Reverse().ToArray(), "opposite order");
        ExerciseTest.Fails("7.3", (int[] order, int size) => Enumerable.Range(0, Math.Max(0, order.Length - size + 1)).Select(i => order.Skip(i).Take(size).ToArray()).ToArray(), "overlap");
    }

    [Fact]
    public void LossOfLuck_StubAndSolution()
    {
        ExerciseTest.NotDone("7.4", double.NaN);
        ExerciseTest.Passes("7.4", 0.683147);
    }

    [Theory]
    [InlineData(0.684147, "bias is a weight too")]
    [InlineData(0.673147, "denominator")]
    [InlineData(0.703147, "fresh rows")]
    [InlineData(0.693147, "zero weights")]
    [InlineData(0.01, "subtract it from log 2")]
    [InlineData(0.663147, "100 rows")]
    public void LossOfLuck_WrongAnswers_AreNamed(double answer, string sentence) => ExerciseTest.Fails("7.4", answer, sentence);

    [Fact]
    public void OneEpoch_StubAndSolution()
    {
        ExerciseTest.NotDone("7.5", double[]? (double[] x, double[] y, double rate, int size) => null);
        ExerciseTest.Passes("7.5", (double[] x, double[] y, double rate, int size) => Epoch(x, y, rate, size));
    }

    [Fact]
    public void OneEpoch_WrongAnswers_AreNamed()
    {
        ExerciseTest.Fails("7.5", (double[] x, double[] y, double rate, int size) => Epoch(x, y, rate, size, bias: 0), "bias never moves");
        ExerciseTest.Fails("7.5", (double[] x, double[] y, double rate, int size) => new[] { 0, Epoch(x, y, rate, size)[1] }, "then lost");
        ExerciseTest.Fails("7.5", (double[] x, double[] y, double rate, int size) => Epoch(x, y, rate, size, rows: _ => x.Length), "not by all rows");
        ExerciseTest.Fails("7.5", (double[] x, double[] y, double rate, int size) => Epoch(x, y, rate, size, rows: _ => size), "its own number of rows");
        ExerciseTest.Fails("7.5", (double[] x, double[] y, double rate, int size) => Epoch(x, y, rate, x.Length), "one step with all rows");
        ExerciseTest.Fails("7.5", (double[] x, double[] y, double rate, int size) => Epoch(x[..(x.Length - x.Length % size)], y, rate, size), "short batch at the end is missing");
        ExerciseTest.Fails("7.5", (double[] x, double[] y, double rate, int size) => Epoch(x, y, -rate, size), "climbs");
    }

    private static ExpressionDerivation<Func<double, double, double, double>> Start() => Derivation.Of("batches of two and one")
        .From((g1, g2, g3) => (2 * ((g1 + g2) / 2) + g3) / 3);

    private static int[][] ByHand(int[] order, int size)
    {
        var batches = new List<int[]>();
        for (var i = 0; i < order.Length; i += size) batches.Add(order[i..Math.Min(i + size, order.Length)]);
        return [.. batches];
    }

    private static double[] Epoch(double[] x, double[] y, double rate, int size, double bias = 1, Func<int, int>? rows = null)
    {
        var (b, w) = (0.0, 0.0);
        for (var from = 0; from < x.Length; from += size)
        {
            var batch = Enumerable.Range(from, Math.Min(size, x.Length - from)).ToArray();
            var g = new LogisticLoss(batch.Select(i => x[i]).ToArray(), batch.Select(i => y[i]).ToArray()).Gradient(b, w);
            var share = rows is null ? 1 : (double)batch.Length / rows(batch.Length);
            (b, w) = (b - bias * share * rate * g[0], w - share * rate * g[1]);
        }
        return [b, w];
    }
}
