using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Exercises;

public class Lesson14Tests
{
    [Fact]
    public void Surprise_AnswersAreJudged()
    {
        ExerciseTest.NotDone("14.1", (double _) => double.NaN);
        ExerciseTest.Passes("14.1", (double z) => Nats(z) / Log(2));
        ExerciseTest.Fails("14.1", (double z) => Nats(z), "nats");
        ExerciseTest.Fails("14.1", (double z) => -Nats(z) / Log(2), "never negative");
        ExerciseTest.Fails("14.1", (double z) => Nats(z) / Log(10), "base 10");
        ExerciseTest.Fails("14.1", (double z) => Nats(-z) / Log(2), "opposite event");
        ExerciseTest.Fails("14.1", (double z) => Nats(z) * Log(2), "do not multiply");
        ExerciseTest.Fails("14.1", (double z) => Log2(1 + Exp(-z)), "overflows");
        ExerciseTest.Fails("14.1", (double z) => -Log2(z), "no probability");

        static double Nats(double z) => Max(-z, 0) + Log(1 + Exp(-Abs(z)));
    }

    [Fact]
    public void MatrixGradient_DerivationsAreJudged()
    {
        ExerciseTest.NotDone("14.2", Start().Differentiate("by w", (X, w, y, n) => MatrixGap, by: "w"));
        ExerciseTest.Passes("14.2", Slope().Therefore("collect", (X, w, y, n) => X.T * (Sigmoid(X * w) - y) / n));
        ExerciseTest.Fails("14.2", Slope().Therefore("collect", (X, w, y, n) => X.T * (y - Sigmoid(X * w)) / n), "Line 3");
        ExerciseTest.Fails("14.2", Slope().Therefore("collect", (X, w, y, n) => X.T * (Sigmoid(X * w) - y)), "Line 3");
        ExerciseTest.Fails("14.2", Slope().Therefore("collect", (X, w, y, n) => X * (Sigmoid(X * w) - y) / n), "Line 3");
        ExerciseTest.Fails("14.2", Slope().Therefore("collect", (X, w, y, n) => X.T * (Sigmoid(w.T * X) - y) / n), "sizes clash");
        ExerciseTest.Fails("14.2", Start().Differentiate("by w", (X, w, y, n) => Sum(i => Sigmoid(X[i].T * w) * X[i]) / n, by: "w"), "Line 2");
    }

    [Fact]
    public void FitAll_AnswersAreJudged()
    {
        ExerciseTest.NotDone("14.3", (double[][] _, double[] _) => (double[])null!);
        ExerciseTest.Passes("14.3", (double[][] rows, double[] y) => Descend(rows, y, 40_000));
        ExerciseTest.Fails("14.3", (double[][] rows, double[] y) => Descend(rows, y, 20), "right is");
        ExerciseTest.Fails("14.3", (double[][] rows, double[] y) => Fitted(rows, y)[1..], "missing from the result");
        ExerciseTest.Fails("14.3", (double[][] rows, double[] y) => Turned(Fitted(rows, y)), "intercept comes first");
        ExerciseTest.Fails("14.3", (double[][] rows, double[] y) => Fitted(rows, y).Select(v => -v).ToArray(), "signs are flipped");
        ExerciseTest.Fails("14.3", (double[][] rows, double[] y) => LogisticRegression.Fit(Features.FromRows(rows), y, new FitOptions { L2 = 1 }).Coefficients, "penalised fit");
        ExerciseTest.Fails("14.3", (double[][] rows, double[] y) => LogisticRegression.Fit(Features.FromRows(rows), y, new FitOptions { Intercept = false }).Coefficients, "in front of every row");
    }

    [Fact]
    public void StandardErrors_AnswersAreJudged()
    {
        ExerciseTest.NotDone("14.4", (double[] _, double[] _) => (double[])null!);
        ExerciseTest.Passes("14.4", (double[] x, double[] w) => Inverse(x, w).Select(Sqrt).ToArray());
        ExerciseTest.Fails("14.4", (double[] x, double[] w) => Inverse(x, w), "variances");
        ExerciseTest.Fails("14.4", (double[] x, double[] w) => Turned(Inverse(x, w).Select(Sqrt).ToArray()), "swapped");
        ExerciseTest.Fails("14.4", (double[] x, double[] w) => Inverse(x, w).Select(v => Sqrt(v * x.Length)).ToArray(), "not the mean");
        ExerciseTest.Fails("14.4", (double[] x, double[] w) => Inverse(x, [0, 0]).Select(Sqrt).ToArray(), "not to one half");
        ExerciseTest.Fails("14.4", (double[] x, double[] w) => new[] { 1 / Sqrt(Weight(x, w).Sum()), 1 / Sqrt(Weight(x, w).Zip(x, (v, u) => v * u * u).Sum()) }, "Invert the matrix");
    }

    private static double[] Fitted(double[][] rows, double[] y) => LogisticRegression.Fit(Features.FromRows(rows), y).Coefficients;

    private static double[] Turned(double[] values) => [.. values[1..], values[0]];

    private static double[] Weight(double[] x, double[] w) => [.. x.Select(u => Sigmoid(w[0] + w[1] * u)).Select(p => p * (1 - p))];

    private static double[] Inverse(double[] x, double[] w)
    {
        var v = Weight(x, w);
        double a = v.Sum(), b = v.Select((k, i) => k * x[i]).Sum(), c = v.Select((k, i) => k * x[i] * x[i]).Sum();
        return [c / (a * c - b * b), a / (a * c - b * b)];
    }

    private static double[] Descend(double[][] rows, double[] y, int steps)
    {
        var x = rows.Select(row => (double[])[1, .. row]).ToArray();
        var w = new double[x[0].Length];
        for (var step = 0; step < steps; step++)
        {
            var error = x.Select((row, i) => Sigmoid(row.Select((u, j) => u * w[j]).Sum()) - y[i]).ToArray();
            for (var j = 0; j < w.Length; j++) w[j] -= 0.3 * error.Select((e, i) => e * x[i][j]).Average();
        }
        return w;
    }

    private static ExpressionDerivation<Func<MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol>> Start() => Derivation.Of("mine").Sizes("X: n x d", "w: d", "y: n")
        .From((X, w, y, n) => Sum(i => Softplus(X[i].T * w) - y[i] * (X[i].T * w)) / n);

    private static ExpressionDerivation<Func<MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol, MatrixSymbol>> Slope() =>
        Start().Differentiate("by w", (X, w, y, n) => Sum(i => (Sigmoid(X[i].T * w) - y[i]) * X[i]) / n, by: "w");
}
