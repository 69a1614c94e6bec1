namespace LogRegCourse.Checks.Exercises;

/// <summary>Exercises of lesson 6: gradient descent.</summary>
internal static class Lesson06
{
    public static IReadOnlyList<Exercise> All { get; } =
    [
        new NumberExercise("6.1", "One step by hand", 0.2)
        {
            Hints =
            [
                "The derivative by w is the answer of exercise 5.1.",
                "It is -0.5. A step goes against the gradient.",
                "0 - 0.4 * (-0.5)",
            ],
            Mistakes =
            [
                (-0.2, "The sign is the other way round: the step goes against the gradient, w - eta * g."),
                (0, "This is where the weight starts, and where the bias still is; asked is the weight after the step."),
                (0.5, "The step size is missing: multiply the derivative by 0.4."),
                (-0.5, "This is the derivative; the question is where the step ends."),
                (0.8, "This takes the sum over the rows; the loss is a mean, so divide by 4."),
                (0.1, "This is the answer for the labels 0, 1, 0, 1; here they are 0, 0, 1, 1."),
                (1.25, "The derivative is divided by the step size; multiply instead."),
            ],
        },
        new FunctionExercise<Func<double[], double[], double, double[]>>("6.2", "A step", (weights, gradient, rate) => Move(weights, gradient, -rate))
        {
            Hints =
            [
                "Entry by entry: weight minus rate times slope.",
                "Do not write into the array that you were given; make a new one.",
                "weights.Zip(gradient, (wj, gj) => wj - rate * gj).ToArray()",
            ],
            Inputs =
            [
                [new double[] { 1, 2 }, new double[] { 10, -10 }, 0.1], [new double[] { 0, 0, 0 }, new double[] { 1, -2, 3 }, 0.5],
                [new[] { -1.5 }, new double[] { 4 }, 0.25], [new double[] { 3, -1 }, new double[] { 0, 0 }, 0.5], [new double[] { 3, -1 }, new double[] { 2, 1 }, 0.0],
            ],
            Random = draw => RandomInputs.Sizes.SelectMany(d => (object?[][])
            [
                [draw.Reals(d, -5, 5), draw.Reals(d, -5, 5), draw.Real(0.01, 1)], [draw.Wholes(d, -3, 3), draw.Wholes(d, -3, 3), draw.Real(1, 20)],
                [draw.Reals(d, -1e6, 1e6), draw.Reals(d, -1e-6, 1e-6), draw.Magnitude(1e-3, 1e3)], [draw.Reals(d, 1e8, 1e9), draw.Reals(d, -1e9, -1e8), draw.Magnitude(1e-3, 1e3)],
            ]),
            Rounding = 1e-25,
            Quantities =
            [
                Quantity.Positive(1e-12, 1e12, (draw, size) => draw.Length() is var d ? [draw.Sized(d, size), draw.Reals(d, -5, 5), draw.Real(0.01, 1)] : [], parts: 60),
                Quantity.Positive(1e-12, 1e12, (draw, size) => draw.Length() is var d ? [draw.Reals(d, -5, 5), draw.Sized(d, size), draw.Real(0.01, 1)] : [], parts: 60),
                Quantity.Positive(1e-12, 1e12, (draw, rate) => draw.Length() is var d ? [draw.Reals(d, -5, 5), draw.Reals(d, -5, 5), rate] : [], parts: 60),
            ],
            Terms = input => ((double[])input[0]!).Max(Math.Abs) + (double)input[2]! * ((double[])input[1]!).Max(Math.Abs),
            Mistakes =
            [
                ((weights, gradient, rate) => Move(weights, gradient, rate), "The sign is the other way round: this climbs. Subtract the gradient."),
                ((weights, gradient, _) => Move(weights, gradient, -1), "The learning rate is missing: multiply the gradient with it."),
                ((weights, gradient, rate) => Move(new double[weights.Length], gradient, -rate), "This is the step alone; add it to the old weights."),
                ((weights, gradient, rate) => Move(weights, gradient, -1 / rate), "The gradient is divided by the rate; multiply instead."),
                ((weights, gradient, rate) => [.. weights.Select(w => w - rate * gradient[0])], "Every weight moves with the first slope; each has its own."),
                ((weights, gradient, rate) => Move([.. weights.Select(w => (1 - rate) * w)], gradient, 0), "The gradient does not appear: this shrinks the weights."),
            ],
        },
        new DerivationExercise("6.3", "Two steps on a parabola", Derivation.Of("the loss after two steps")
            .From((d, c, eta) => c / 2 * Math.Pow((1 - eta * c) * d - eta * c * ((1 - eta * c) * d), 2))
            .Then("take out the distance after the first step", (d, c, eta) => c / 2 * Math.Pow((1 - eta * c) * ((1 - eta * c) * d), 2))
            .Therefore("one power", (d, c, eta) => c / 2 * Math.Pow(1 - eta * c, 4) * Math.Pow(d, 2)))
        {
            Form = Form.OnePower("eta"),
            Hints =
            [
                "In the bracket the distance after the first step, (1 - eta * c) * d, stands twice. Take it out.",
                "c / 2 * Pow((1 - eta * c) * ((1 - eta * c) * d), 2). Now collect the powers.",
                "Two factors, squared, are a fourth power.",
            ],
        },
        new FunctionExercise<Func<double[], double>>("6.4", "The safe step", x => 4 * x.Length / Largest(x))
        {
            Hints =
            [
                "X has a column of ones and the column x. The entries of its square X.T * X are n, the sum of x, and the sum of x squared.",
                "c_max is the larger eigenvalue of X.T * X divided by 4n; the safe step is one over that.",
                "4 * n / eigenvalue, with s = n, t = x.Sum() and u = x.Sum(xi => xi * xi).",
            ],
            Inputs = [[new double[] { 1, 2, 3, 4 }], [new double[] { -1, 0, 1 }], [new[] { 0.5, 3, -2, 1, 4 }], [new double[] { 0, 0 }]],
            Random = draw => RandomInputs.Sizes.SelectMany(n => (object?[][])
                [[draw.Reals(n, -4, 4)], [draw.Reals(n, -0.5, 0.5)], [draw.Wholes(n, -2, 2)], [draw.Reals(n, 50, 90)], [draw.Reals(n, -500, 500)], [draw.Reals(n, 1e3, 2e4)]]),
            Quantities = [Quantity.Positive(1e-6, 1e9, (draw, size) => [draw.Sized(draw.Length(), size)])],
            Mistakes =
            [
                (x => Largest(x) / (4 * x.Length), "This is the largest curvature c_max; the safe step is one over it."),
                (x => x.Length / Largest(x), "The 4 is missing: the slope of the sigmoid is at most 1/4."),
                (x => 4 / Largest(x), "The n is missing: the loss is a mean over the rows."),
                (x => 4 * x.Length / Smallest(x), "This is the smaller eigenvalue; the steepest direction sets the limit."),
                (x => 4 * x.Length / x.Sum(xi => xi * xi), "The column of ones is missing: the model has a bias."),
                (x => 8 * x.Length / Largest(x), "This is twice the safe step: the border of divergence on a parabola, not a promise."),
            ],
        },
        new FunctionExercise<Func<double[], double[], double, int, double[]>>("6.5", "The whole walk", (x, y, rate, steps) => Walk(x, y, rate, steps))
        {
            Hints =
            [
                "Start with b = w = 0. In each step compute all errors first.",
                "Then w -= rate * mean(error * x) and b -= rate * mean(error), both with the same errors.",
                "The loop of the cell small-walk does it; return [b, w].",
            ],
            Inputs =
            [
                [new double[] { 1, 2, 3, 4 }, new double[] { 0, 1, 0, 1 }, 0.4, 1], [new double[] { 1, 2, 3, 4 }, new double[] { 0, 1, 0, 1 }, 0.4, 3],
                [new[] { -2, 0.5, 3 }, new double[] { 1, 0, 0 }, 0.7, 10], [new double[] { 1, 2 }, new double[] { 0, 1 }, 0.5, 0],
            ],
            Random = draw => RandomInputs.Sizes.SelectMany(n => (object?[][])
                [
                    [draw.Reals(n, -2, 2), draw.Labels(n), draw.Real(0.1, 1), draw.Whole(0, 3)], [draw.Reals(n, -2, 2), draw.Labels(n), draw.Real(0.1, 1), draw.Whole(4, 30)],
                    [draw.Wholes(n, -1, 2), draw.Labels(n), draw.Real(0.1, 1), draw.Whole(1, 9)],
                ])
                .Concat([[draw.Reals(4, -2, 2), draw.BothLabels(4), 0.5, 150], [new[] { -1.5, -0.5, 0.5, 1.5 }, new double[] { 0, 1, 0, 1 }, draw.Real(0.4, 0.6), 1500]]),
            Rounding = 1e-12,
            Quantities =
            [
                Quantity.Positive(1e-6, 1e3, (draw, rate) => draw.Length() is var n ? [draw.Reals(n, -2, 2), draw.Labels(n), rate, draw.Whole(1, 2)] : [], parts: 40),
                Quantity.Positive(1e-6, 1e3, (draw, size) => draw.Length() is var n ? [draw.Sized(n, size), draw.Labels(n), RandomInputs.Short(draw.Real(0.1, 1) / (1 + size * size)), draw.Whole(1, 5)] : [], parts: 40),
                // Classes that do not overlap: the walk never ends, and the last step still counts.
                Quantity.Count(2000, (draw, steps) => [(double[])[-draw.Real(0.5, 2), draw.Real(0.5, 2)], draw.Whole(0, 1) == 0 ? (double[])[0, 1] : [1, 0], draw.Real(0.2, 0.9), (int)steps], parts: 6),
            ],
            Terms = input => (double)input[2]! * (1 + ((double[])input[0]!).Max(v => v * v)) is var bend ? bend * Math.Max(1, bend) : 0,
            Mistakes =
            [
                ((x, y, rate, steps) => Walk(x, y, -rate, steps), "The sign is the other way round: this climbs. Subtract the gradient."),
                ((x, y, rate, steps) => [.. Walk(x, y, rate, steps).Reverse()], "The order is exchanged: return [b, w]."),
                ((x, y, rate, steps) => Walk(x, y, rate, steps + 1), "This makes one step too many."),
                ((x, y, rate, steps) => Walk(x, y, rate, steps - 1), "This makes one step too few."),
                ((x, y, rate, steps) => Walk(x, y, rate, Math.Min(steps, 1)), "This makes one step, however many are asked for."),
                ((x, y, rate, steps) => InTurn(x, y, rate, steps, first: 1), "The errors for b are computed with the new w; compute all errors first, then move both."),
                ((x, y, rate, steps) => InTurn(x, y, rate, steps, first: 0), "The errors for w are computed with the new b; compute all errors first, then move both."),
                ((x, y, rate, steps) => RowByRow(x, y, rate, steps), "This makes a step after every row; one step needs the mean over all rows."),
                ((x, y, rate, steps) => Walk(x, y, rate, steps, (_, _, _, _) => Lesson05.OfLine(x, y, 0, 0)), "The errors are those of the start in every step; compute them anew with the weights of now."),
                .. LineSlips.In<Func<double[], double[], double, int, double[]>>(slopes => (x, y, rate, steps) => Walk(x, y, rate, steps, slopes)),
            ],
        },
    ];

    private static double[] Move(double[] weights, double[] gradient, double factor) => [.. weights.Zip(gradient, (w, g) => w + factor * g)];

    private static double[] Walk(double[] x, double[] y, double rate, int steps, LineSlips.Slopes? slopes = null)
    {
        double[] weights = [0, 0];
        for (var k = 0; k < steps; k++) weights = Move(weights, (slopes ?? Lesson05.OfLine)(x, y, weights[0], weights[1]), -rate);
        return weights;
    }

    private static double[] InTurn(double[] x, double[] y, double rate, int steps, int first)
    {
        double[] weights = [0, 0];
        for (var k = 0; k < steps; k++)
            foreach (var j in new[] { first, 1 - first }) weights[j] -= rate * Lesson05.OfLine(x, y, weights[0], weights[1])[j];
        return weights;
    }

    private static double[] RowByRow(double[] x, double[] y, double rate, int steps)
    {
        double[] weights = [0, 0];
        for (var k = 0; k < steps; k++)
            for (var i = 0; i < x.Length; i++) weights = Move(weights, Lesson05.OfLine([x[i]], [y[i]], weights[0], weights[1]), -rate);
        return weights;
    }

    private static double Largest(double[] x) => Eigenvalue(x, 1);

    private static double Smallest(double[] x) => Eigenvalue(x, -1);

    private static double Eigenvalue(double[] x, int sign)
    {
        var (s, t, u) = ((double)x.Length, x.Sum(), x.Sum(xi => xi * xi));
        return (s + u + sign * Math.Sqrt((s - u) * (s - u) + 4 * t * t)) / 2;
    }
}
