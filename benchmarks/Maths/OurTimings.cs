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
        foreach (var size in SharedData.Fits)
        {
            (x, y) = SharedData.Read(folder, size);
            yield return ($"fit {size.Rows} x {size.Columns}", Median((double)size.Rows * size.Columns * size.Columns < 1e7 ? 101 : 5, () => LogisticRegression.Fit(x, y)));
            if (size == SharedData.Large) yield return ("memory of fit 1000000 x 20 as a share of its data", MemoryOfFit(x, y) / (8.0 * size.Rows * (size.Columns + 1)));
        }
        (x, y) = SharedData.Read(folder, (1_000, 50));
        yield return ("separation of 1000 x 50", Median(5, () => Separated(x, y)));
        yield return ("separation of 4 classes 600 x 8", Median(5, () => SeparatedClasses(x, y)));
    }

    // Bytes that one fit asks for.
    private static double MemoryOfFit(Features x, double[] y)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        LogisticRegression.Fit(x, y);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    // Labels by the sign of the first two columns together: completely separated, with many rows near the line.
    private static void Separated(Features x, double[] y)
    {
        double[] labels = [.. y.Select((_, i) => x[i, 0] + x[i, 1] > 1 ? 1.0 : 0)];
        if (Separation.Find(x, labels) is null) throw new InvalidOperationException("The benchmark's separated classes are not separated.");
    }

    // Three classes overlap, the fourth lies apart.
    private static void SeparatedClasses(Features x, double[] y)
    {
        var some = Features.FromColumns([.. x.Names.Take(8).Select(name => (name, x[name][..600]))]);
        string[] classes = [.. y.Take(600).Select((label, i) => x[i, 0] > 1.5 ? "d" : label == 1 ? "c" : i % 2 == 0 ? "a" : "b")];
        if (ClassSeparation.Find(some, classes) is null) throw new InvalidOperationException("The benchmark's separated classes are not separated.");
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
