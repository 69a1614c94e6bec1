using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Exercises;

/// <summary>The sheet.</summary>
internal static class Lesson14
{
    private static readonly double[][] OneFeature = [[1], [2], [3], [4]];
    private static readonly double[] Alternating = [0, 1, 0, 1];
    private static readonly double[][] TwoFeatures = [[0.5, 1], [1, -1], [2, 0.3], [-1, 0.4], [0, 2], [1.5, -0.5], [-0.3, 0.1]];
    private static readonly double[] Mixed = [1, 0, 1, 0, 0, 0, 1];

    public static IReadOnlyList<Exercise> All { get; } =
    [
        new FunctionExercise<Func<double, double>>("14.1", "Surprise in bits, from the score", z => Softplus(-z) / Log(2))
        {
            Hints = ["Surprise is minus the logarithm of σ(z), and that is softplus(−z).", "Nats become bits when they are divided by log 2."],
            Inputs = [[0.0], [1.0], [-1.0], [3.0], [-3.0], [40.0], [-40.0], [800.0], [-800.0]],
            Random = draw => draw.Spread(-40, 40, 60).Concat(draw.Spread(-2000, 2000, 30)).Select(z => (object?[])[z]),
            Quantities = [Quantity.Line(1e-12, 1e12, (_, z) => [z])],
            // Softplus(z) - z is right too.
            Terms = input => Abs((double)input[0]!),
            Mistakes =
            [
                (z => Softplus(-z), "Those are nats; divide by log 2 for bits."),
                (z => -Softplus(-z) / Log(2), "The sign is flipped: surprise is never negative."),
                (z => Softplus(-z) / Log(10), "That is the logarithm to base 10; bits use base 2."),
                (z => Softplus(z) / Log(2), "That is the surprise of the opposite event."),
                (z => Softplus(-z) * Log(2), "From nats to bits divide by log 2, do not multiply."),
                (z => -Log2(Sigmoid(z)), "Right on paper, but for large negative z the exponential overflows, or the probability is rounded to 0. Softplus of the score does neither."),
                (z => -Log2(z), "The score is no probability: it goes through the sigmoid first."),
            ],
        },
        new DerivationExercise("14.2", "From a gradient to its matrix", Derivation.Of("the gradient in matrix form").Sizes("X: n x d", "w: d", "y: n")
            .From((X, w, y, n) => Sum(i => Softplus(X[i].T * w) - y[i] * (X[i].T * w)) / n)
            .Differentiate("by w", (X, w, y, n) => Sum(i => (Sigmoid(X[i].T * w) - y[i]) * X[i]) / n, by: "w")
            .Therefore("collect the rows", (X, w, y, n) => X.T * (Sigmoid(X * w) - y) / n))
        {
            Form = Form.InMatrices,
            Hints = ["The slope of softplus is the sigmoid, and the slope of x·w in w is x.", "A sum of numbers times rows, Σ e_i x_i, is X.T * e.", "e = Sigmoid(X * w) - y."],
        },
        new FunctionExercise<Func<double[][], double[], double[]>>("14.3", "All of it, yourself", FitByLibrary)
        {
            Hints =
            [
                "Put a 1 in front of every row; then the intercept is a weight like the others.",
                "Gradient descent with many steps is enough: w ← w - rate · X'(p - y)/n. Stop when the gradient is tiny, not when you are tired.",
                "Newton needs ten steps and a small linear system to solve.",
            ],
            Inputs = [[OneFeature, Alternating], [TwoFeatures, Mixed]],
            Random = draw => [Overlapping(draw, 9, 1), Overlapping(draw, 12, 2), Overlapping(draw, 16, 3)],
            Tolerance = 1e-6,
            // Descent ends close to the minimum, not in it.
            Rounding = 5e-6,
            Without = [nameof(LogisticRegression), nameof(SoftmaxRegression), nameof(GradientDescent), nameof(MiniBatchDescent), nameof(NewtonMethod)],
            Seconds = 20,
            AllSeconds = 100,
            Mistakes =
            [
                ((rows, y) => [.. FitByLibrary(rows, y)[1..], FitByLibrary(rows, y)[0]], "The intercept comes first."),
                ((rows, y) => FitByLibrary(rows, y)[1..], "The intercept is missing from the result."),
                ((rows, y) => [.. FitByLibrary(rows, y).Select(w => -w)], "All signs are flipped: which class is 1?"),
                ((rows, y) => Fit(rows, y, new FitOptions { L2 = 1 }), "That is a penalised fit; maximum likelihood has no penalty."),
                ((rows, y) => Fit(rows, y, new FitOptions { Intercept = false }), "The intercept is missing: put a 1 in front of every row."),
                ((rows, y) => [0, .. Fit(rows, y, new FitOptions { Intercept = false })], "The intercept never moved: it needs its own gradient."),
            ],
        },
        new FunctionExercise<Func<double[], double[], double[]>>("14.4", "Its standard errors", (x, w) => Errors(x, w, 1, Sqrt))
        {
            Hints = ["The 2 × 2 matrix has the entries Σv, Σvx, Σvx² with v = p(1 - p).", "The inverse of [[a, b], [b, c]] has the diagonal c/(ac - b²) and a/(ac - b²).", "Take the square roots."],
            Inputs = [[new double[] { -1, 1 }, new double[] { 0, 0 }], [new double[] { 1, 2, 3, 4 }, new double[] { -2.27, 0.9 }], [new[] { 0.5, -2, 3 }, new[] { 0.3, 1.1 }], [new[] { 0.5, -2, 3 }, new[] { 0.3, 0 }]],
            Random = draw => RandomInputs.SizesFromTwo.SelectMany(n => (object?[][])[[draw.Different(n, -3, 3), draw.Reals(2, -1.5, 1.5)], [draw.Different(n, 20, 30), draw.Reals(2, -0.05, 0.05)]]),
            Quantities =
            [
                Quantity.Line(1e-3, 12, (draw, z) => [draw.Different(draw.Whole(2, 6), -3, 3), (double[])[z, draw.Real(-1.5, 1.5)]], parts: 40),
                Quantity.Positive(1e-3, 1e4, (draw, size) => [draw.Different(draw.Whole(2, 6), -size, size), (double[])[draw.Real(-1, 1), RandomInputs.Short(draw.Real(-2, 2) / size)]], parts: 40),
            ],
            Condition = input => Lost((double[])input[0]!, (double[])input[1]!),
            Mistakes =
            [
                ((x, w) => Errors(x, w, 1, v => v), "Those are variances; the standard errors are their square roots."),
                ((x, w) => [Errors(x, w, 1, Sqrt)[1], Errors(x, w, 1, Sqrt)[0]], "The two are swapped: the intercept first."),
                ((x, w) => Errors(x, w, 1.0 / x.Length, Sqrt), "Use the sum over the rows, not the mean: the Hessian of the mean loss is n times too small."),
                ((x, w) => [.. Diagonal(x, w).Select(v => 1 / Sqrt(v))], "Invert the matrix, not its entries one by one: intercept and slope are estimated together."),
                ((x, w) => [.. Diagonal(x, w).Select(Sqrt)], "That is the root of the curvature; the standard errors come from its inverse."),
                ((x, w) => Errors(x, [0, 0], 1, Sqrt), "The weights p(1 - p) belong to the fitted probabilities, not to one half."),
            ],
        },
    ];

    // Some rows are there with both labels, so nothing separates the classes.
    private static object?[] Overlapping(RandomInputs draw, int count, int features)
    {
        var rows = draw.Rows(count, features, -2, 2);
        var both = draw.Rows(features + 2, features, -2, 2);
        return [(double[][])[.. rows, .. both, .. both], (double[])[.. draw.BothLabels(count), .. both.Select(_ => 0.0), .. both.Select(_ => 1.0)]];
    }

    private static double[] FitByLibrary(double[][] rows, double[] y) => Fit(rows, y, new FitOptions());

    private static double[] Fit(double[][] rows, double[] y, FitOptions options) => LogisticRegression.Fit(Features.FromRows(rows), y, options).Coefficients;

    private static double[] Errors(double[] x, double[] w, double scale, Func<double, double> root)
    {
        var (a, b, c) = Curvature(x, w);
        var determinant = scale * (a * c - b * b);
        return [root(c / determinant), root(a / determinant)];
    }

    // How much the weights p(1 - p) and the determinant magnify what is rounded.
    private static double Lost(double[] x, double[] w)
    {
        var (a, b, c) = Curvature(x, w);
        return a * c / (a * c - b * b) / x.Min(v => SigmoidDerivative(w[0] + w[1] * v));
    }

    private static double[] Diagonal(double[] x, double[] w) => [Curvature(x, w).A, Curvature(x, w).C];

    private static (double A, double B, double C) Curvature(double[] x, double[] w)
    {
        var v = x.Select(u => SigmoidDerivative(w[0] + w[1] * u)).ToArray();
        return (v.Sum(), v.Zip(x, (k, u) => k * u).Sum(), v.Zip(x, (k, u) => k * u * u).Sum());
    }
}
