namespace LogRegCourse.Checks.Exercises;

/// <summary>Exercises of lesson 8: curvature and Newton's method.</summary>
internal static class Lesson08
{
    private static readonly double[] Four = [1, 2, 3, 4];
    private static readonly double[] Alternating = [0, 1, 0, 1];

    public static IReadOnlyList<Exercise> All { get; } =
    [
        new DerivationExercise("8.1", "Twice", Derivation.Of("the curvature from the short form")
            .Where("y in {0,1}")
            .From((w, x, y) => Logistic.Softplus(w * x) - y * w * x)
            .Differentiate("once", (w, x, y) => (Logistic.Sigmoid(w * x) - y) * x)
            .Differentiate("twice", (w, x, y) => Logistic.Sigmoid(w * x) * (1 - Logistic.Sigmoid(w * x)) * x * x))
        {
            Hints =
            [
                "The slope of softplus is the sigmoid; the inner derivative of w * x is x.",
                "Once: (Sigmoid(w * x) - y) * x. The label is a constant and falls out of the next one.",
                "Twice: Sigmoid(w * x) * (1 - Sigmoid(w * x)) * x * x.",
            ],
        },
        new FunctionExercise<Func<double[], double, double, double[,]>>("8.2", "The Hessian of a line", (x, b, w) => Hessian(x, b, w, Logistic.SigmoidDerivative))
        {
            Hints =
            [
                "For each row s = p(1 - p). The labels do not occur in it, so they are not needed.",
                "The entries are the means of s, of s * x (twice), and of s * x * x.",
                "new double[,] { { mean of s, mean of s x }, { mean of s x, mean of s x x } }",
            ],
            Inputs = [[Four, 0.0, 0.0], [Four, -2.0, 0.8], [new[] { -1.5, 0.5, 2 }, 0.3, -1.2]],
            Random = draw => RandomInputs.Sizes.SelectMany(n => (object?[][])
                [[draw.Reals(n, -4, 4), draw.Real(-2, 2), draw.Real(-2, 2)], [draw.Wholes(n, -2, 2), draw.Real(-2, 2), draw.Real(-2, 2)], [draw.Reals(n, -9, 9), draw.Real(-9, 9), draw.Real(-90, 90)], [draw.Reals(n, 1e4, 1e5), draw.Real(-2, 2), draw.Real(-1e-5, 1e-5)]]),
            Quantities =
            [
                Quantity.Line(1e-9, 1e6, (draw, z) => WithSignal(draw, z), parts: 60),
                Quantity.Positive(1e-9, 1e9, (draw, size) => [draw.Sized(draw.Length(), size), draw.Real(-2, 2), RandomInputs.Short(draw.Real(-2, 2) / size)], parts: 40),
                Quantity.Line(1e-9, 1e6, (draw, w) => [draw.Reals(draw.Length(), -4, 4), draw.Real(-2, 2), w], parts: 40),
            ],
            Terms = input => ((double[])input[0]!).Max(v => (1 + v * v) * (1 + Math.Abs((double)input[2]! * v) + Math.Abs((double)input[1]!))),
            Mistakes =
            [
                ((x, b, w) => Scaled(Hessian(x, b, w, Logistic.SigmoidDerivative), x.Length), "These are sums; the mean loss asks for 1/n of them."),
                ((x, b, w) => Hessian(x, b, w, _ => 0.25), "s is 1/4 only at z = 0; elsewhere it is p(1 - p)."),
                ((x, b, w) => Hessian(x, b, w, Logistic.Sigmoid), "The weight of a row is p(1 - p), not p."),
                ((x, b, w) => Hessian(x, b, w, _ => 1), "The weights s = p(1 - p) are missing: this is X.T * X / n, linear regression's Hessian."),
                ((x, b, w) => Scaled(Hessian(x, b, w, Logistic.SigmoidDerivative), -1), "The sign is the other way round: this is the log-likelihood's Hessian. The loss bends upwards."),
                ((x, b, w) => WithoutMixed(Hessian(x, b, w, Logistic.SigmoidDerivative)), "The mixed derivatives are missing: bias and weight bend together."),
                ((x, b, w) => Entries(x, b, w, (s, v) => s * v * v, (s, v) => s * v, (s, v) => s), "Bias and weight are exchanged: the first row and column are the bias's."),
                ((x, _, w) => Hessian(x, 0, w, Logistic.SigmoidDerivative), "The bias is missing in the prediction: z = w x + b."),
                ((x, b, w) => Entries(x, b, w, (s, _) => s, (s, v) => s * v, (s, v) => s * v), "The feature stands squared in the curvature of the weight: the mean of s * x * x."),
                ((x, b, w) => Entries(x, b, w, (s, _) => s, (s, v) => s * v * v, (s, v) => s * v * v), "Off the diagonal the feature stands once: the mean of s * x."),
                ((x, b, w) => Entries(x, b, w, (s, _) => s, (s, _) => s, (s, v) => s * v * v), "Off the diagonal stands the mean of s * x: the feature is missing there."),
                ((x, b, w) => Entries(x, b, w, (s, _) => s, (s, v) => 2 * s * v, (s, v) => s * v * v), "Off the diagonal there is no 2: the mean of s * x stands there twice, once above and once below."),
                ((x, b, w) => Entries(x, b, w, (s, _) => s * s, (s, v) => s * s * v, (s, v) => s * s * v * v), "The weight of a row is p(1 - p), not its square."),
                ((x, b, w) => OfMeans(x, Hessian(x, b, w, Logistic.SigmoidDerivative)), "The mean of a product is not the product of the means: multiply s and x row by row, then take the mean."),
                ((x, b, w) => OneSided(Hessian(x, b, w, Logistic.SigmoidDerivative), above: true), "The lower left entry is missing: the matrix is symmetric."),
                ((x, b, w) => OneSided(Hessian(x, b, w, Logistic.SigmoidDerivative), above: false), "The upper right entry is missing: the matrix is symmetric."),
            ],
        },
        new NumberExercise("8.3", "Standard error of a table", Math.Sqrt(1 / 12.0 + 1 / 6.0 + 1 / 4.0 + 1 / 12.0))
        {
            Digits = 3,
            Hints = ["The four counts are 12, 6, 4 and 12.", "Add one over each of them, then take the root.", "Sqrt(1 / 12.0 + 1 / 6.0 + 1 / 4.0 + 1 / 12.0). Mind that 1 / 12 is 0 in C#."],
            Mistakes =
            [
                (7 / 12.0, "This is the variance; the standard error is its square root."),
                (Math.Log(6), "This is the weight itself, the logarithm of the odds ratio 12 · 12 / (6 · 4)."),
                (6, "This is the odds ratio 12 · 12 / (6 · 4)."),
                (Math.Sqrt(34), "The counts go in as one over each: large counts make the error small."),
                (Math.Sqrt(7 / 12.0 / 34), "Do not divide by n again: the counts already contain it."),
            ],
        },
        new FunctionExercise<Func<double[], double[], bool>>("8.4", "Existence of the estimate", Overlap)
        {
            Hints =
            [
                "Where do the x of class 0 lie, from the smallest to the largest? And those of class 1?",
                "They overlap if each class begins before the other one ends, strictly.",
                "largest of class 0 > smallest of class 1, and largest of class 1 > smallest of class 0",
            ],
            Inputs =
            [
                [Four, Alternating], [Four, new double[] { 0, 0, 1, 1 }], [Four, new double[] { 1, 1, 0, 0 }], [new double[] { 1, 2, 2, 3 }, new double[] { 0, 0, 1, 1 }],
                [new double[] { 1, 2, 2, 3 }, new double[] { 1, 1, 0, 0 }], [new double[] { 3, 1, 4, 2 }, new double[] { 0, 1, 1, 0 }], [Four, new double[] { 1, 0, 1, 0 }],
                [Four, new double[] { 0, 1, 1, 0 }], [new double[] { -1, 0, 0, 1 }, new double[] { 0, 1, 0, 0 }],
            ],
            Random = draw => RandomInputs.SizesFromTwo.SelectMany(n => Enumerable.Range(0, 6).SelectMany(_ => (object?[][])
            [
                [draw.Different(n, -4, 4), draw.BothLabels(n)], [Mixed(draw, n, 3), draw.BothLabels(n)], [Mixed(draw, n, 1), draw.BothLabels(n)],
                Parted(draw, n, gap: 1, turned: false), Parted(draw, n, gap: 1, turned: true), Parted(draw, n, gap: 0, turned: false), Parted(draw, n, gap: 0, turned: true),
                Parted(draw, n, gap: -1, turned: false), Parted(draw, n, gap: -1, turned: true),
            ])),
            Quantities =
            [
                Quantity.Line(1e-12, 1e9, (draw, gap) => Parted(draw, draw.Whole(2, 5), gap, turned: draw.Whole(0, 1) == 0), parts: 40),
                Quantity.Positive(1e-12, 1e12, (draw, size) => draw.Whole(3, 6) is var n ? [draw.Sized(n, size), draw.BothLabels(n)] : []),
            ],
            Mistakes =
            [
                ((x, y) => Largest(x, y, 0) > Smallest(x, y, 1), "Class 1 may also lie below class 0: that is a separation too."),
                ((x, y) => Largest(x, y, 0) >= Smallest(x, y, 1) && Largest(x, y, 1) >= Smallest(x, y, 0), "Touching in one value is not an overlap: quasi-complete separation has no estimate either."),
                ((x, y) => !Overlap(x, y), "True and false are exchanged: an estimate exists where the classes overlap."),
                ((_, _) => true, "A convex loss need not have a minimum: look at y = 0, 0, 1, 1."),
                ((x, y) => x.Where((_, i) => y[i] == 0).Average() != x.Where((_, i) => y[i] == 1).Average(), "Equal or different means do not decide; the extreme values of the classes do."),
                ((x, y) => x.Where((_, i) => y[i] == 0).Intersect(x.Where((_, i) => y[i] == 1)).Any(), "A value that both classes have is not what counts: they can overlap without one, and touch with one."),
            ],
        },
        new FunctionExercise<Func<double[], double[], double, double, double[]>>("8.5", "Newton's step", (x, y, b, w) => Newton(x, y, b, w))
        {
            Hints =
            [
                "You have both parts: the gradient of exercise 5.4 and the Hessian of 8.2.",
                "The inverse of a 2 x 2 matrix exchanges the diagonal, changes the sign of the rest and divides by the determinant.",
                "b - (h11 * g0 - h01 * g1) / det and w - (h00 * g1 - h10 * g0) / det",
            ],
            Inputs = [[Four, Alternating, 0.0, 0.0], [Four, Alternating, -2.0, 0.8], [new[] { -1, 0.5, 2, 3, 1 }, new double[] { 0, 1, 0, 1, 1 }, 0.2, -0.1]],
            Random = draw => RandomInputs.SizesFromTwo.SelectMany(n => (object?[][])
                [[Wide(draw, n), draw.Labels(n), draw.Real(-1, 1), draw.Real(-1, 1)], [Mixed(draw, n, 3), draw.Labels(n), draw.Real(-1, 1), draw.Real(-0.5, 0.5)]]),
            Rounding = 1e-11,
            Quantities =
            [
                Quantity.Line(1e-3, 6, (draw, z) => draw.Whole(2, 5) is var n ? [Wide(draw, n), draw.Labels(n), z, draw.Real(-0.5, 0.5)] : [], parts: 40),
                Quantity.Line(1e-3, 2, (draw, w) => draw.Whole(2, 5) is var n ? [Wide(draw, n), draw.Labels(n), draw.Real(-1, 1), w] : [], parts: 40),
                Quantity.Positive(1e-3, 1e3, (draw, size) => draw.Whole(2, 5) is var n
                    ? [Array.ConvertAll(Wide(draw, n), v => RandomInputs.Short(v * size)), draw.Labels(n), draw.Real(-1, 1), RandomInputs.Short(draw.Real(-1, 1) / size)] : [], parts: 40),
            ],
            Condition = input => Lost((double[])input[0]!, (double)input[2]!, (double)input[3]!),
            Terms = input => Lost((double[])input[0]!, (double)input[2]!, (double)input[3]!),
            Mistakes =
            [
                ((x, y, b, w) => Newton(x, y, b, w, -1), "The sign is the other way round: subtract the solution of H s = g."),
                ((x, y, b, w) => [Newton(x, y, b, w)[0] - b, Newton(x, y, b, w)[1] - w], "This is the step alone; add it to the old weights."),
                ((x, y, b, w) => [b - Lesson05.OfLine(x, y, b, w)[0], w - Lesson05.OfLine(x, y, b, w)[1]], "The Hessian is missing: this is a step of gradient descent."),
                ((x, y, b, w) => Newton(x, y, b, w, curvature: _ => 0.25), "s is 1/4 only at z = 0; elsewhere it is p(1 - p)."),
                ((x, y, b, w) => Newton(x, y, b, w, mixed: 0), "Each slope is divided by its own curvature only; the mixed derivatives belong to the system too."),
                ((x, y, b, w) => Newton(x, y, b, w, 1.0 / x.Length), "Gradient and Hessian do not belong together: take means for both, or sums for both."),
                ((x, y, b, w) => Newton(x, y, b, w, x.Length), "Gradient and Hessian do not belong together: take means for both, or sums for both."),
                ((x, y, b, w) => [.. Newton(x, y, b, w).Reverse()], "The order is exchanged: return [b, w]."),
                .. LineSlips.In<Func<double[], double[], double, double, double[]>>(slopes => (x, y, b, w) => Newton(x, y, b, w, slopes: slopes)),
            ],
        },
    ];

    // Few different values, at least two: ties everywhere.
    private static double[] Mixed(RandomInputs draw, int count, int most)
    {
        var values = draw.Wholes(count, 0, most);
        if (values.All(value => value == values[0])) values[draw.Whole(0, count - 1)] = values[0] == 0 ? 1 : 0;
        return values;
    }

    // Values of which two lie well apart, so that the Hessian can be inverted without loss.
    private static double[] Wide(RandomInputs draw, int count)
    {
        var values = draw.Reals(count, -3, 3);
        values[draw.Whole(0, count - 1)] = -3;
        return values.Max() > 0 ? values : Wide(draw, count);
    }

    // How much the weights p(1 - p) and the determinant magnify what is rounded.
    private static double Lost(double[] x, double b, double w)
    {
        var h = Hessian(x, b, w, Logistic.SigmoidDerivative);
        return h[0, 0] * h[1, 1] / (h[0, 0] * h[1, 1] - h[0, 1] * h[0, 1]) / x.Min(v => Logistic.SigmoidDerivative(w * v + b));
    }

    private static object?[] WithSignal(RandomInputs draw, double z)
    {
        var (x, w) = (draw.Reals(draw.Length(), -4, 4), draw.Real(-2, 2));
        return [x, RandomInputs.Short(z - w * x[0]), w];
    }

    // Class 0 on one side and class 1 on the other, in no order: with a gap, touching in one value, or overlapping by a little.
    private static object?[] Parted(RandomInputs draw, int count, double gap, bool turned)
    {
        var y = draw.BothLabels(count);
        double[] x = [.. y.Select(label => label == 0 ? -draw.Real(0, 3) : gap + draw.Real(0, 3))];
        var (lower, upper) = (Array.IndexOf(y, 0), Array.IndexOf(y, 1));
        (x[lower], x[upper]) = (0, gap);
        return x.Distinct().Count() == 1 ? Parted(draw, count, gap + 1, turned) : [turned ? Array.ConvertAll(x, value => -value) : x, y];
    }

    private static double[,] Hessian(double[] x, double b, double w, Func<double, double> curvature)
    {
        var s = x.Select(xi => curvature(w * xi + b)).ToArray();
        var mixed = s.Zip(x, (si, xi) => si * xi).Average();
        return new[,] { { s.Average(), mixed }, { mixed, s.Zip(x, (si, xi) => si * xi * xi).Average() } };
    }

    private static double[] Newton(double[] x, double[] y, double b, double w, double length = 1, Func<double, double>? curvature = null, double mixed = 1, LineSlips.Slopes? slopes = null)
    {
        var g = (slopes ?? Lesson05.OfLine)(x, y, b, w);
        var h = Hessian(x, b, w, curvature ?? Logistic.SigmoidDerivative);
        var off = mixed * h[0, 1];
        var determinant = h[0, 0] * h[1, 1] - off * off;
        return [b - length * (h[1, 1] * g[0] - off * g[1]) / determinant, w - length * (h[0, 0] * g[1] - off * g[0]) / determinant];
    }

    private static double[,] Entries(double[] x, double b, double w, Func<double, double, double> bias, Func<double, double, double> mixed, Func<double, double, double> weight)
    {
        var s = x.Select(xi => Logistic.SigmoidDerivative(w * xi + b)).ToArray();
        var off = s.Zip(x, mixed).Average();
        return new[,] { { s.Zip(x, bias).Average(), off }, { off, s.Zip(x, weight).Average() } };
    }

    private static double[,] OfMeans(double[] x, double[,] h) => new[,] { { h[0, 0], h[0, 0] * x.Average() }, { h[0, 0] * x.Average(), h[1, 1] } };

    private static double[,] OneSided(double[,] h, bool above) => new[,] { { h[0, 0], above ? h[0, 1] : 0 }, { above ? 0 : h[1, 0], h[1, 1] } };

    private static double[,] Scaled(double[,] h, double factor) => new[,] { { factor * h[0, 0], factor * h[0, 1] }, { factor * h[1, 0], factor * h[1, 1] } };

    private static double[,] WithoutMixed(double[,] h) => new[,] { { h[0, 0], 0 }, { 0, h[1, 1] } };

    private static bool Overlap(double[] x, double[] y) => Largest(x, y, 0) > Smallest(x, y, 1) && Largest(x, y, 1) > Smallest(x, y, 0);

    private static double Largest(double[] x, double[] y, int label) => x.Where((_, i) => y[i] == label).Max();

    private static double Smallest(double[] x, double[] y, int label) => x.Where((_, i) => y[i] == label).Min();
}
