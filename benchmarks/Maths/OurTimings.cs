using System.Diagnostics;
using System.Runtime.Intrinsics;
using LinearAlgebra = MathNet.Numerics.LinearAlgebra;

namespace LogRegCourse.Benchmarks;

/// <summary>Medians of our own work, and of two yardsticks in the same process: reading the data once, and plain MathNet.</summary>
internal static class OurTimings
{
    public static IEnumerable<(string Work, double Milliseconds)> Measure(string folder)
    {
        var (x, y) = SharedData.Read(folder, SharedData.Large);
        var loss = new LogisticLoss(x, y);
        var weights = Enumerable.Range(0, loss.Dimension).Select(j => 0.01 * j).ToArray();
        var gradient = new double[loss.Dimension];
        yield return ("gradient 1000000 x 20", Median(41, () => loss.ValueAndGradient(weights, gradient)));
        var columns = x.Names.Select(name => x[name]).ToArray();
        yield return ("read 1000000 x 20 once", Median(41, () => ReadOnce(columns)));
        var matrix = LinearAlgebra.Matrix<double>.Build.DenseOfColumnArrays(columns.Prepend(Enumerable.Repeat(1.0, y.Length).ToArray()));
        yield return ("mathnet gradient 1000000 x 20", Median(5, () => MathNetGradient(matrix, y, weights)));

        (x, y) = SharedData.Read(folder, SharedData.Medium);
        loss = new LogisticLoss(x, y);
        yield return ("epoch 100000 x 20 batch 16", MedianEpoch(loss));
        yield return ("fit 100000 x 20", Median(15, () => LogisticRegression.Fit(x, y)));
    }

    // The runtime compiles what is called often once more, and better; on one processor it waits a second of quiet for that.
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(3);

    private static double Median(int times, Action work)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Warm;) work();
        var milliseconds = new double[times];
        for (var k = 0; k < times; k++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            milliseconds[k] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        return Median(milliseconds);
    }

    // From one epoch's report to the next; packing the rows, once per run, is not part of it.
    private static double MedianEpoch(LogisticLoss loss)
    {
        var milliseconds = new List<double>();
        var start = Stopwatch.GetTimestamp();
        var last = start;
        MiniBatchDescent.Minimise(loss, 0.1, 16, seed: 1, stopping: new Stopping { MaxIterations = int.MaxValue, GradientNorm = 0, MaxTime = 2 * Warm, Progress = Note });
        return Median([.. milliseconds]);

        void Note(Step step)
        {
            var now = Stopwatch.GetTimestamp();
            if (Stopwatch.GetElapsedTime(start, now) > Warm) milliseconds.Add(Stopwatch.GetElapsedTime(last, now).TotalMilliseconds);
            last = now;
        }
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }

    // As fast as the cores can read: they share the columns and add each up.
    private static double ReadOnce(double[][] columns)
    {
        var sums = new double[columns.Length];
        if (Environment.ProcessorCount == 1)
            for (var j = 0; j < columns.Length; j++) sums[j] = Sum(columns[j]);
        else
            Parallel.For(0, columns.Length, j => sums[j] = Sum(columns[j]));
        return sums.Sum();
    }

    private static double Sum(double[] column)
    {
        Vector512<double> a = default, b = default, c = default, d = default;
        var lanes = Vector512<double>.Count;
        for (var i = 0; i <= column.Length - 4 * lanes; i += 4 * lanes)
        {
            a += Vector512.Create(column, i);
            b += Vector512.Create(column, i + lanes);
            c += Vector512.Create(column, i + 2 * lanes);
            d += Vector512.Create(column, i + 3 * lanes);
        }
        return Vector512.Sum(a + b + c + d);
    }

    private static LinearAlgebra.Vector<double> MathNetGradient(LinearAlgebra.Matrix<double> x, double[] y, double[] weights)
    {
        var residual = (x * LinearAlgebra.Vector<double>.Build.Dense(weights)).Map(Logistic.Sigmoid) - LinearAlgebra.Vector<double>.Build.Dense(y);
        return x.TransposeThisAndMultiply(residual) / y.Length;
    }
}
