namespace LogRegCourse.Checks.Exercises;

/// <summary>Exercises of lesson 5: the gradient.</summary>
internal static class Lesson05
{
    public static IReadOnlyList<Exercise> All { get; } =
    [
        new NumberExercise("5.1", "Other labels, by hand", -0.5)
        {
            Hints =
            [
                "At zero weights every p is one half. What are the four errors p - y?",
                "They are 1/2, 1/2, -1/2, -1/2. Multiply each by its x.",
                "(0.5 * 1 + 0.5 * 2 - 0.5 * 3 - 0.5 * 4) / 4",
            ],
            Mistakes =
            [
                (0.5, "The sign is the other way round: an error is prediction minus label, p - y."),
                (0, "This is the derivative by the bias; asked is that by w, in which each error is multiplied by its x."),
                (-2, "This is the sum over the rows; the loss is a mean, so divide by 4."),
                (-0.25, "This is the answer for the lesson's labels 0, 1, 0, 1; here they are 0, 0, 1, 1."),
                (-1.75, "p is missing: at zero weights every p is one half, and the error is p - y."),
                (1.25, "The labels are missing: the error is p - y, not p."),
            ],
        },
        new DerivationExercise("5.2", "Labels plus and minus one", Derivation.Of("the slope with labels plus and minus one")
            .Where("t in {-1,1}")
            .From((w, x, t) => Math.Log(1 + Math.Exp(-t * w * x)))
            .Differentiate("chain rule", (w, x, t) => -t * x * Math.Exp(-t * w * x) / (1 + Math.Exp(-t * w * x)))
            .Therefore("in terms of the sigmoid", (w, x, t) => -t * x * Logistic.Sigmoid(-t * w * x)))
        {
            Form = Form.InSigmoids,
            Hints =
            [
                "The derivative of log f is f'/f. What is the derivative of Exp(-t * w * x) by w?",
                "-t * x * Exp(-t * w * x) / (1 + Exp(-t * w * x)). Which sigmoid hides in the fraction?",
                "e^u / (1 + e^u) is Sigmoid(u), here with u = -t * w * x.",
            ],
        },
        new FunctionExercise<Func<double[], double[], double[]>>("5.3", "The errors", (y, z) => Each(y, z, (label, p) => p - label))
        {
            Hints =
            [
                "The loss of a row is softplus(z) - y z. Differentiate by z.",
                "Prediction minus label; the prediction is the sigmoid of z.",
                "z.Zip(y, (zi, yi) => Sigmoid(zi) - yi).ToArray()",
            ],
            Inputs = [[new double[] { 0, 1 }, new double[] { 0, 0 }], [new double[] { 1, 0, 1 }, new double[] { 2, -1, -3 }]],
            Random = draw => RandomInputs.Sizes.SelectMany(n => (object?[][])
                [[draw.Labels(n), draw.Reals(n, -6, 6)], [draw.Labels(n), draw.Reals(n, -40, 40)], [draw.Labels(n), draw.Reals(n, -2000, 2000)], [draw.Labels(n), draw.Wholes(n, -1, 1)]]),
            Rounding = 1e-15,
            Quantities = [Quantity.Line(1e-12, 1e6, (draw, z) => draw.Length() is var n ? [draw.Labels(n), draw.With(z, draw.Reals(n, -6, 6))] : [])],
            Mistakes =
            [
                ((y, z) => Each(y, z, (label, p) => label - p), "The sign is the other way round: label minus prediction is the slope of the log-likelihood, not of the loss."),
                ((y, z) => [.. z.Zip(y, (zi, label) => zi - label)], "The logits go through the sigmoid first; without it this is linear regression's error."),
                ((y, z) => Each(y, z, (label, p) => (p - label) * p * (1 - p)), "There is a factor p(1 - p) too many: it belongs to the squared error. In the cross-entropy it cancels."),
                ((y, z) => Each(y, z, (label, p) => (p - label) * (p - label)), "The errors are squared; the slope is the error itself."),
                ((y, z) => Each(y, z, (label, p) => Math.Abs(p - label)), "The errors have lost their signs, and with them the direction."),
                ((y, z) => Each(y, z, (label, p) => (p - label) / y.Length), "These are divided by n already; the task asks for each row's own slope."),
                ((y, z) => Each(y, z, (_, p) => p), "These are the predictions; subtract the labels."),
            ],
        },
        new FunctionExercise<Func<double[], double[], double, double, double[]>>("5.4", "One feature and a bias", OfLine)
        {
            Hints =
            [
                "First the n errors Sigmoid(w * x + b) - y.",
                "By b: their mean. By w: the mean of error times feature.",
                "return [error.Average(), error.Zip(x, (e, xi) => e * xi).Average()];",
            ],
            Inputs =
            [
                [new double[] { 1, 2, 3, 4 }, new double[] { 0, 1, 0, 1 }, 0.0, 0.0],
                [new double[] { 1, 2, 3, 4 }, new double[] { 0, 1, 0, 1 }, -1.0, 0.5],
                [new[] { -2, 0.5, 3 }, new double[] { 1, 0, 1 }, 0.3, -0.7],
            ],
            Random = draw => RandomInputs.Sizes.SelectMany(n => (object?[][])
            [
                [draw.Reals(n, -4, 4), draw.Labels(n), draw.Real(-2, 2), draw.Real(-2, 2)], [draw.Wholes(n, -2, 2), draw.Labels(n), draw.Real(-2, 2), draw.Real(-2, 2)],
                [draw.Reals(n, 10, 20), draw.Labels(n), draw.Real(-9, 9), draw.Real(-99, 99)], [draw.Reals(n, 1e8, 1e9), new double[n], draw.Real(-2, 2), draw.Real(-1e-9, 1e-9)],
            ]),
            Quantities =
            [
                Quantity.Line(1e-9, 1e6, (draw, z) => WithSignal(draw, z), parts: 60),
                Quantity.Positive(1e-9, 1e9, (draw, size) => draw.Length() is var n ? [draw.Sized(n, size), draw.Labels(n), draw.Real(-2, 2), RandomInputs.Short(draw.Real(-2, 2) / size)] : [], parts: 40),
                Quantity.Line(1e-9, 1e6, (draw, w) => draw.Length() is var n ? [draw.Reals(n, -4, 4), draw.Labels(n), draw.Real(-2, 2), w] : [], parts: 40),
            ],
            Terms = Lesson05.TermsOfLine,
            Mistakes =
            [
                ((x, y, b, w) => Scaled(OfLine(x, y, b, w), -1), "The sign is the other way round: the errors are p - y."),
                ((x, y, b, w) => Scaled(OfLine(x, y, b, w), x.Length), "These are sums; the mean loss asks for sums divided by n."),
                ((x, y, b, w) => [.. OfLine(x, y, b, w).Reverse()], "The order is exchanged: first the derivative by b, then by w."),
                ((x, y, b, w) => [OfLine(x, y, b, w)[0], OfLine(x, y, b, w)[0]], "The second number is the first again: for w, each error is multiplied by its feature."),
                ((x, y, b, w) => Whole(WithOnes(x), y, [b, w], z => z), "The predictor goes through the sigmoid first; without it this is linear regression's gradient."),
                .. LineSlips.In<Func<double[], double[], double, double, double[]>>(slopes => (x, y, b, w) => slopes(x, y, b, w)),
            ],
        },
        new DerivationExercise("5.5", "Linear regression's gradient", Derivation.Of("the gradient of linear regression")
            .Sizes("X: n x d", "w: d", "y: n")
            .From((X, w, y, n) => Course.Sum(i => (X[i].T * w - y[i]) * (X[i].T * w - y[i])) / (2 * n))
            .Differentiate("row by row", (X, w, y, n) => Course.Sum(i => (X[i].T * w - y[i]) * X[i]) / n, by: "w")
            .Therefore("as a product", (X, w, y, n) => X.T * (X * w - y) / n))
        {
            Form = Form.InMatrices,
            Hints =
            [
                "The derivative of a square is twice the base times the derivative of the base; the 2 cancels.",
                "Each row adds its error times its row: (X[i].T * w - y[i]) * X[i]. Do not forget to divide by n.",
                "A sum of rows, weighted with the entries of a column, is X.T times that column.",
            ],
        },
        new FunctionExercise<Func<double[][], double[], double[], double[]>>("5.6", "The whole gradient", (rows, y, w) => Whole(rows, y, w, Logistic.Sigmoid))
        {
            Hints =
            [
                "For each row: z is the sum of feature times weight, the error is Sigmoid(z) - y.",
                "Each row adds error * row[j] / n to entry j of the result, which has d entries.",
                "Two loops: over the rows i, and inside over the features j.",
            ],
            Inputs =
            [
                [new double[][] { [1, 2], [3, 4], [5, 6] }, new double[] { 0, 1, 1 }, new double[] { 0, 0 }],
                [new double[][] { [1, -1, 0.5], [0, 2, 1] }, new double[] { 1, 0 }, new[] { 0.5, -0.2, 1 }],
                [new double[][] { [1, 0], [-1, 2], [0.5, 1], [2, -1], [0, 3] }, new double[] { 0, 1, 1, 0, 1 }, new[] { -0.3, 0.8 }],
            ],
            Random = draw => RandomInputs.Sizes.SelectMany(n => ((int[])[1, 2, 3, n]).SelectMany(d => (object?[][])
                [[draw.Rows(n, d, -4, 4), draw.Labels(n), draw.Reals(d, -2, 2)], [draw.Rows(n, d, -9, 9), draw.Labels(n), draw.Reals(d, -90, 90)]])),
            Quantities =
            [
                Quantity.Line(1e-9, 1e6, (draw, size) => (draw.Length(), draw.Length(3)) is var (n, d) ? [draw.Rows(n, d, -4, 4), draw.Labels(n), draw.Sized(d, size)] : [], parts: 25),
                Quantity.Positive(1e-9, 1e9, (draw, size) => (draw.Length(), draw.Length(3)) is var (n, d)
                    ? [(double[][])[.. Enumerable.Range(0, n).Select(_ => draw.Sized(d, size))], draw.Labels(n), draw.Sized(d, 2 / size)] : [], parts: 25),
            ],
            Terms = input => ((double[][])input[0]!).Max(row => (1 + row.Max(Math.Abs)) * (1 + row.Zip((double[])input[2]!, (v, w) => Math.Abs(v * w)).Sum())),
            Mistakes =
            [
                ((rows, y, w) => Scaled(Whole(rows, y, w, Logistic.Sigmoid), y.Length), "These are sums; the mean loss asks for 1/n of them."),
                ((rows, y, w) => Scaled(Whole(rows, y, w, Logistic.Sigmoid), -1), "The sign is the other way round: the errors are p - y."),
                ((rows, y, w) => Whole(rows, y, w, z => z), "The predictor goes through the sigmoid first; without it this is linear regression's gradient."),
                ((rows, y, w) => Scaled(Whole(rows, y, w, Logistic.Sigmoid), (double)y.Length / w.Length), "It is divided by d, the number of features; the mean is over the n rows."),
                ((rows, y, w) => [.. rows.Select((row, i) => Logistic.Sigmoid(Dot(row, w)) - y[i])], "These are the n errors; each of the d weights asks for their mean, weighted with its feature."),
            ],
        },
    ];

    /// <summary>One feature, labels, bias and weight, with a given log-odds in one of the rows.</summary>
    internal static object?[] WithSignal(RandomInputs draw, double z)
    {
        var n = draw.Length();
        var (x, w) = (draw.Reals(n, -4, 4), draw.Real(-2, 2));
        return [x, draw.Labels(n), RandomInputs.Short(z - w * x[0]), w];
    }

    /// <summary>What may cancel in the slopes of a line: the terms of the log-odds, and the errors times the features.</summary>
    internal static double TermsOfLine(object?[] input) =>
        ((double[])input[0]!).Max(v => (1 + Math.Abs(v)) * (1 + Math.Abs((double)input[3]! * v) + Math.Abs((double)input[2]!)));

    internal static double[] OfLine(double[] x, double[] y, double b, double w) => Whole(WithOnes(x), y, [b, w], Logistic.Sigmoid);

    private static double[] Each(double[] y, double[] z, Func<double, double, double> error) => [.. y.Zip(z, (label, zi) => error(label, Logistic.Sigmoid(zi)))];

    private static double[] Whole(double[][] rows, double[] y, double[] w, Func<double, double> predict)
    {
        var errors = rows.Select((row, i) => predict(Dot(row, w)) - y[i]).ToArray();
        return [.. w.Select((_, j) => rows.Select((row, i) => errors[i] * row[j]).Average())];
    }

    private static double[][] WithOnes(double[] x) => [.. x.Select(xi => (double[])[1, xi])];

    private static double Dot(double[] a, double[] c) => a.Zip(c, (aj, cj) => aj * cj).Sum();

    private static double[] Scaled(double[] values, double factor) => [.. values.Select(value => value * factor)];
}
