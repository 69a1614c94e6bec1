namespace LogRegCourse.Checks.Exercises;

/// <summary>
/// Slips in the two slopes of the mean cross-entropy of a line, σ(wx + b). They are the same wherever these slopes are
/// used: in one step, a walk, an epoch, Newton's method.
/// </summary>
internal static class LineSlips
{
    private static readonly (Slopes Slopes, string Sentence)[] All =
    [
        (Of(z => z), "The sigmoid is missing: the prediction is σ(wx + b), not wx + b."),
        (Of(z => Logistic.Sigmoid(-z)), "The sign of z is flipped in the prediction: it is σ(wx + b)."),
        ((x, y, _, w) => Lesson05.OfLine(x, y, 0, w), "The bias is missing in the prediction: z = w x + b."),
        ((x, y, b, w) => Lesson05.OfLine(x, new double[y.Length], b, w), "The labels are not subtracted: an error is p - y."),
        ((x, y, b, w) => Lesson05.OfLine(x, y, b, w) is [var g, _] ? [g, g] : [], "The slope by w needs the feature: error times x."),
        ((x, y, b, w) => Lesson05.OfLine(x, y, b, w) is [_, var g] ? [g, g] : [], "The slope by b is the mean error alone; only that by w has the feature in it."),
        ((x, y, b, w) => Lesson05.OfLine(x, y, b, w) is [var g, var h] ? [h, g] : [], "The two slopes are exchanged: the mean error moves b, the mean of error times x moves w."),
        ((x, y, b, w) => [0, Lesson05.OfLine(x, y, b, w)[1]], "The bias never moves: it has a slope of its own, the mean error."),
        ((x, y, b, w) => [Lesson05.OfLine(x, y, b, w)[0], 0], "The weight never moves: its slope is the mean of error times x."),
        ((x, y, b, w) => Lesson05.OfLine(x[..1], y[..1], b, w), "Only the first row counts here; the slopes are means over all rows."),
        ((x, y, b, w) => Lesson05.OfLine(x[^1..], y[^1..], b, w), "Only the last row counts here; the slopes are means over all rows."),
        ((x, y, b, w) => [.. Lesson05.OfLine(x, y, b, w).Select(g => g * x.Length)], "The slopes are sums here; the loss is a mean, so divide by n, the number of rows."),
        (OfSquares, "The factor p(1 - p) belongs to the squared error; in the slopes of the cross-entropy it has cancelled."),
    ];

    /// <summary>The slopes by b and by w.</summary>
    internal delegate double[] Slopes(double[] x, double[] y, double b, double w);

    /// <summary>What each slip makes of a function of the slopes, and its sentence.</summary>
    public static IEnumerable<(TFunction Wrong, string Sentence)> In<TFunction>(Func<Slopes, TFunction> use) => All.Select(slip => (use(slip.Slopes), slip.Sentence));

    private static Slopes Of(Func<double, double> predict) => (x, y, b, w) =>
    {
        var errors = x.Zip(y, (u, label) => predict(w * u + b) - label).ToArray();
        return [errors.Average(), errors.Zip(x, (e, u) => e * u).Average()];
    };

    private static double[] OfSquares(double[] x, double[] y, double b, double w)
    {
        var errors = x.Zip(y, (u, label) => (Logistic.Sigmoid(w * u + b) - label) * Logistic.SigmoidDerivative(w * u + b)).ToArray();
        return [errors.Average(), errors.Zip(x, (e, u) => e * u).Average()];
    }
}
