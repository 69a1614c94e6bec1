using static System.Math;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Exercises;

/// <summary>Exercises of lesson 12b: a penalty as a prior.</summary>
internal static class Lesson12b
{
    private static readonly double Strength = Pow(1.96 / Log(3), 2);

    public static IReadOnlyList<Exercise> All { get; } =
    [
        new NumberExercise("12b.1", "A belief as a strength", Strength)
        {
            Hints = ["1.96 prior standard deviations are log 3.", "The standard deviation is Log(3) / 1.96, and λ is one over its square."],
            Mistakes =
            [
                (1 / Strength, "That is the prior variance; λ is one over it."),
                (1.96 / Log(3), "That is one over the standard deviation; λ is one over the variance, its square."),
                (Log(3) / 1.96, "That is the prior standard deviation; λ is one over its square."),
                (1 / Pow(Log(3), 2), "Log 3 is 1.96 standard deviations, not one."),
                (Pow(1.96 / 3, 2), "The weight is the logarithm of the odds ratio: log 3, not 3."),
                (Pow(1.96 / Log10(3), 2), "Use the natural logarithm."),
            ],
        },
        new FunctionExercise<Func<double, double, double>>("12b.2", "Half a head", (k, n) => Log((k + 0.5) / (n - k + 0.5)))
        {
            Hints = ["Half a head and half a tail are added: k + ½ heads, n − k + ½ tails.", "The log-odds are the logarithm of heads over tails."],
            Inputs = [[10.0, 10.0], [0.0, 10.0], [7.0, 10.0], [1.0, 2.0], [0.0, 1.0]],
            Random = draw => Enumerable.Range(0, 60).Select(_ => draw.Whole(1, 3000) is var n ? (object?[])[(double)draw.Whole(0, n), (double)n] : []),
            Quantities = [Quantity.Count(1e9, (draw, n) => [Round(draw.Real(0, n)), n]), Quantity.Count(1e9, (draw, n) => [draw.Whole(0, 1) * n, n])],
            Terms = input => RandomInputs.LostInLogit(((double)input[0]! + 0.5) / ((double)input[1]! + 1)),
            Mistakes =
            [
                ((k, n) => (k + 0.5) / (n + 1), "That is the probability; asked are the log-odds."),
                ((k, n) => Log((k + 0.5) / (n + 1)), "That is the logarithm of the probability; the odds are heads over tails."),
                ((k, n) => Log((k + 1) / (n - k + 1)), "One half is added to each count, not one."),
                ((k, n) => Log(k / (n - k)), "That is the maximum likelihood; Firth adds half a head and half a tail."),
                ((k, n) => Log((n - k + 0.5) / (k + 0.5)), "The odds are heads over tails; these are upside down."),
                ((k, n) => (k + 0.5) / (n - k + 0.5), "Those are the odds; take the logarithm."),
            ],
        },
        new DerivationExercise("12b.3", "A prior for a probability", Derivation.Of("a prior that adds tosses").Where("p in (0,1)")
            .From((p, k, n, a) => Pow(p, k) * Pow(1 - p, n - k) * (Pow(p, a) * Pow(1 - p, a)))
            .TakeLog("the logarithm", (p, k, n, a) => k * Log(p) + (n - k) * Log(1 - p) + a * Log(p) + a * Log(1 - p))
            .Therefore("collected", (p, k, n, a) => (k + a) * Log(p) + (n - k + a) * Log(1 - p)))
        {
            Form = Form.LogarithmsApart & Form.EachLogarithmOnce,
            Hints =
            [
                "Four powers make four terms: each exponent comes down before its logarithm.",
                "k and a stand before Log(p), n − k and a before Log(1 - p).",
                "(k + a) * Log(p) + (n - k + a) * Log(1 - p)",
            ],
            Mistakes =
            [
                ("(k + a) * log(p) + (n - k) * log(1 - p)", "The prior has a second factor: it adds a to the tails as well."),
                ("k * log(p) + (n - k) * log(1 - p)", "That is the likelihood alone; the prior adds a to both exponents."),
            ],
        },
        new FunctionExercise<Func<double, double, double>>("12b.4", "MacKay's average", MacKay)
        {
            Hints = ["The mean is divided by a number above 1, so that the probability moves towards one half.", "That number is Sqrt(1 + PI * deviation * deviation / 8)."],
            Inputs = [[0.0, 5.0], [2.0, 0.0], [2.0, 1.0], [-3.0, 2.0], [7.85, 3.4]],
            Random = draw => Enumerable.Range(0, 60).Select(_ => (object?[])[draw.Real(-15, 15), draw.Real(0, 12)]),
            Quantities =
            [
                Quantity.Line(1e-9, 600, (draw, mean) => [mean, draw.Real(0, 5)]), Quantity.Positive(1e-9, 1e6, (draw, deviation) => [draw.Real(-15, 15), deviation]),
                Quantity.Line(1e-3, 30, (draw, z) => draw.Real(0, 5) is var deviation ? [RandomInputs.Short(z * Sqrt(1 + PI * deviation * deviation / 8)), deviation] : []),
            ],
            Mistakes =
            [
                ((m, _) => Sigmoid(m), "That is the plug-in probability; divide the mean by √(1 + πs²/8) first."),
                ((m, s) => Sigmoid(m / (1 + PI * s * s / 8)), "The root is missing."),
                ((m, s) => Sigmoid(m / Sqrt(1 + PI * s / 8)), "The variance enters: the square of the deviation."),
                ((m, s) => Sigmoid(m * Sqrt(1 + PI * s * s / 8)), "Divide, do not multiply: uncertainty moves the probability towards one half."),
                ((m, s) => m / Sqrt(1 + PI * s * s / 8), "Those are the shrunken log-odds; send them through the sigmoid."),
                ((m, s) => Sigmoid(m) / Sqrt(1 + PI * s * s / 8), "Divide the log-odds, not the probability."),
            ],
        },
        new FunctionExercise<Func<double, double, double, double>>("12b.5", "The top of a posterior", Map)
        {
            Hints =
            [
                "g(w) = n σ(w) − k + w/v rises everywhere: one zero.",
                "Start with an interval that holds it, for instance from −v·n to v·n, and halve it two hundred times.",
                "Or Newton: w − g(w)/(n σ(w)(1 − σ(w)) + 1/v), with halved steps if g does not shrink.",
            ],
            Tolerance = 1e-7,
            Rounding = 1e-7,
            Inputs = [[5.0, 10.0, 4.0], [9.0, 10.0, 4.0], [10.0, 10.0, 1.0], [0.0, 3.0, 100.0], [1.0, 1.0, 10.0]],
            Random = draw => Enumerable.Range(0, 40).Select(_ => draw.Whole(1, 200) is var n ? (object?[])[(double)draw.Whole(0, n), (double)n, draw.Magnitude(0.01, 100)] : [])
                // Heads only, or tails only, and a wide prior: the top lies far out.
                .Concat(Enumerable.Range(0, 8).SelectMany(_ => (draw.Whole(50, 200), draw.Magnitude(100, 1000)) is var (n, v) ? (object?[][])[[(double)n, (double)n, v], [0.0, (double)n, v]] : [])),
            Without = [nameof(LogisticRegression), nameof(NewtonMethod), nameof(GradientDescent)],
            Quantities =
            [
                // Tails only, or heads only: how far out the top lies is a matter of n times v. Near n the number of heads has few digits left.
                Quantity.Positive(0.01, 1e8, (draw, product) => draw.Whole(1, 200) is var n ? [0.0, (double)n, RandomInputs.Short(product / n)] : [], parts: 12),
                Quantity.Positive(0.01, 1e5, (draw, product) => draw.Whole(1, 200) is var n ? [(double)n, (double)n, RandomInputs.Short(product / n)] : [], parts: 12),
                Quantity.Positive(1e-3, 1e5, (draw, v) => draw.Whole(2, 200) is var n ? [(double)draw.Whole(1, n - 1), (double)n, v] : [], parts: 8),
            ],
            Mistakes =
            [
                ((k, n, _) => Log(k / (n - k)), "That is the maximum likelihood: the prior is missing."),
                ((k, n, v) => Map(k, n, 1 / v), "The strength is one over the variance: w/v, not w·v."),
                ((k, n, v) => Map(k, n, v / 2), "The slope of w²/(2v) is w/v, without a 2."),
                ((k, n, v) => -Map(k, n, v), "The sign is flipped: heads make w positive."),
                ((k, n, v) => Sigmoid(Map(k, n, v)), "That is the probability at the top; asked are the log-odds."),
                ((k, n, v) => (k - n / 2) / (n / 4 + 1 / v), "That is one Newton step from 0; go on until it stands still."),
            ],
        },
    ];

    private static double MacKay(double mean, double deviation) => Sigmoid(mean / Sqrt(1 + PI * deviation * deviation / 8));

    private static double Map(double k, double n, double v)
    {
        double low = -v * n - 1, high = v * n + 1;
        for (var i = 0; i < 200; i++)
        {
            var middle = (low + high) / 2;
            if (n * Sigmoid(middle) - k + middle / v > 0) high = middle;
            else low = middle;
        }
        return (low + high) / 2;
    }
}
