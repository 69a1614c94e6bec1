using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Exercises;

/// <summary>Spot the error.</summary>
internal static class Lesson13
{
    // What somebody overlooks who has a statement on the wrong side, by its number.
    private static readonly string[] Reasons =
    [
        "", "1 is right: put -z into the formula.", "2 is wrong: the interval is open, no finite score reaches 0.",
        "3 is wrong: an odds ratio multiplies odds.", "4 is right: a positive factor does not move a minimum.",
        "5 is wrong: on separated data the loss falls for ever.", "6 is right: the factor cancels.",
        "7 is wrong: sampling by class moves the intercept alone.", "8 is right: it is f/(f + m).",
        "9 is wrong: collinearity inflates the variance.", "10 is right: the ranking stays.",
    ];

    public static IReadOnlyList<Exercise> All { get; } =
    [
        new NumberExercise("13.1", "Ten statements", [2, 3, 5, 7, 9])
        {
            Hints = ["Half of them are wrong.", "For each one ask: always? Look at E01, E18, E26, E27 and E32 again."],
            Explain = Explain,
        },
        new DerivationExercise("13.2", "Mend the sign", Derivation.Of("the sign that stays").Where("y in {0,1}")
            .From((z, y) => -y * Log(Sigmoid(z)) - (1 - y) * Log(1 - Sigmoid(z)))
            .Differentiate("chain rule", (z, y) => -y * (1 - Sigmoid(z)) + (1 - y) * Sigmoid(z))
            .Therefore("collect", (z, y) => Sigmoid(z) - y))
        {
            Form = Form.Once("y", "have y once only: the terms with y times σ cancel"),
            Hints = ["The slope of log σ(z) is 1 - σ(z); the slope of log(1 - σ(z)) is -σ(z).", "Minus times minus: the second term becomes + (1 - y)σ(z).", "The terms with y·σ(z) cancel."],
        },
        new FunctionExercise<Func<double[], double[], double, double, double, double[]>>("13.3", "The bias that came home", (x, y, b, w, rate) => Step(x, y, b, w, rate))
        {
            Hints = ["The error of each row is p - y with p = σ(wx + b).", "w moves against the mean of error times x, b against the mean of the error. Return both."],
            Inputs = [[V(2), V(1), 0.0, 0.0, 1.0], [V(1, -1, 3), V(1, 0, 0), 0.5, -0.2, 0.3], [V(0.5, 2, -1, 4), V(0, 1, 0, 1), -1.0, 0.7, 2.0], [V(1, 2), V(0, 1), 0.5, -1.0, 0.0]],
            Random = draw => RandomInputs.Sizes.SelectMany(n => (object?[][])
            [
                [draw.Reals(n, -4, 4), draw.Labels(n), draw.Real(-2, 2), draw.Real(-2, 2), draw.Real(0.05, 2)], [draw.Wholes(n, -2, 2), draw.Labels(n), 0.0, 0.0, draw.Real(0.05, 2)],
                [draw.Reals(n, -9, 9), draw.Labels(n), draw.Real(-90, 90), draw.Real(-9, 9), draw.Real(0.05, 2)],
            ]),
            Rounding = 1e-12,
            Quantities =
            [
                Quantity.Line(1e-9, 1e6, (draw, z) => (object?[])[.. Lesson05.WithSignal(draw, z), draw.Real(0.05, 2)], parts: 60),
                Quantity.Positive(1e-9, 1e9, (draw, size) => draw.Length() is var n
                    ? [draw.Sized(n, size), draw.Labels(n), draw.Real(-2, 2), RandomInputs.Short(draw.Real(-2, 2) / size), draw.Real(0.05, 2)] : [], parts: 40),
                Quantity.Line(1e-9, 1e6, (draw, w) => draw.Length() is var n ? [draw.Reals(n, -4, 4), draw.Labels(n), draw.Real(-2, 2), w, draw.Real(0.05, 2)] : [], parts: 40),
                Quantity.Positive(1e-9, 1e9, (draw, rate) => draw.Length() is var n ? [draw.Reals(n, -4, 4), draw.Labels(n), draw.Real(-2, 2), draw.Real(-2, 2), rate] : [], parts: 40),
            ],
            Terms = input => Lesson05.TermsOfLine(input) * (1 + (double)input[4]!),
            Mistakes =
            [
                ((x, y, b, w, rate) => Step(x, y, b, w, -rate), "That climbs: subtract the gradient."),
                ((x, y, b, w, rate) => [b, Step(x, y, b, w, rate)[1]], "The bias came back unchanged: it needs its own step."),
                ((x, y, b, w, rate) => [Step(x, y, b, w, rate)[0], w], "The weight came back unchanged: it needs its own step."),
                ((x, y, b, w, rate) => [.. Step(x, y, b, w, rate).Reverse()], "The order is turned round: [b, w]."),
                ((x, y, b, w, rate) => [b - Step(x, y, b, w, rate)[0], w - Step(x, y, b, w, rate)[1]], "Those are the changes; return the new bias and weight."),
                ((x, y, b, w, rate) => [Step(x, y, b, w, rate)[0] - b, Step(x, y, b, w, rate)[1] - w], "Those are the changes; return the new bias and weight."),
                ((x, y, b, w, rate) => Lesson05.OfLine(x, y, b, w), "Those are the slopes; return the bias and the weight after the step."),
                ((x, y, b, w, rate) => Step(x, y, b, w, 1 / rate), "The slopes are divided by the rate; multiply instead."),
                ((x, y, b, w, rate) => Step(x, y, b, w, rate) is [_, var moved] ? [Step(x, y, b, moved, rate)[0], moved] : [], "The errors for b are computed with the new w; compute all errors first, then move both."),
                ((x, y, b, w, rate) => Step(x, y, b, w, rate) is [var moved, _] ? [moved, Step(x, y, moved, w, rate)[1]] : [], "The errors for w are computed with the new b; compute all errors first, then move both."),
                .. LineSlips.In<Func<double[], double[], double, double, double, double[]>>(slopes => (x, y, b, w, rate) => Step(x, y, b, w, rate, slopes)),
            ],
        },
        new FunctionExercise<Func<double, double, double>>("13.4", "A loss that never says NaN", (y, p) => y == 1 ? -Log(p) : -Log(1 - p))
        {
            Hints = ["0 times infinity is not a number. Which of the two terms do you need for y = 1?", "Choose the branch by the label instead of multiplying by it."],
            Inputs = [[1.0, 0.5], [0.0, 0.2], [1.0, 1.0], [0.0, 0.0], [1.0, 0.0], [0.0, 1.0]],
            Random = draw => draw.Spread(0.001, 0.999, 40).Concat(draw.Magnitudes(1e-300, 0.01, 25)).Concat(draw.Magnitudes(1e-15, 0.1, 25).Select(rest => 1 - rest))
                .SelectMany(p => (object?[][])[[1.0, p], [0.0, p]]),
            Rounding = 1e-15,
            Quantities = [Quantity.Probability(1e-12, (_, p) => [0.0, p]), Quantity.Probability(1e-12, (_, p) => [1.0, p])],
            Mistakes =
            [
                ((y, p) => -(y * Log(p) + (1 - y) * Log(1 - p)), "At p = 0 or 1 one term is 0 times infinity, which is NaN. Choose the branch by the label."),
                ((y, p) => -(y * Log(p + 1e-12) + (1 - y) * Log(1 - p + 1e-12)), "A small number inside the logarithm hides the problem and bends every value. Sure and wrong should be infinite."),
                ((y, p) => -(y * Log(Clamp(p, 1e-12, 1 - 1e-12)) + (1 - y) * Log(1 - Clamp(p, 1e-12, 1 - 1e-12))), "Clipping hides the problem: sure and wrong should be infinite, sure and right exactly 0."),
                ((y, p) => y == 1 ? Log(p) : Log(1 - p), "The sign is flipped: a loss is never negative."),
                ((y, p) => y == 1 ? -Log(1 - p) : -Log(p), "The branches are swapped: for y = 1 the loss is -log p."),
                ((_, p) => -Log(p), "For y = 0 the loss is -log(1 - p)."),
            ],
        },
    ];

    private static double[] V(params double[] values) => values;

    private static double[] Step(double[] x, double[] y, double b, double w, double rate, LineSlips.Slopes? slopes = null)
    {
        var slope = (slopes ?? Lesson05.OfLine)(x, y, b, w);
        return [b - rate * slope[0], w - rate * slope[1]];
    }

    private static string? Explain(double[] answer)
    {
        double[] wrong = [2, 3, 5, 7, 9];
        if (answer.Order().SequenceEqual(wrong)) return "Right, but in increasing order, please.";
        var missed = wrong.Except(answer).Concat(answer.Except(wrong)).Where(k => k is >= 1 and <= 10).Order();
        return string.Join(" ", missed.Select(k => Reasons[(int)k]).Distinct().Take(2)) is { Length: > 0 } text ? text : null;
    }
}
