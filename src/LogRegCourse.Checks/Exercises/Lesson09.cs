using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Exercises;

/// <summary>Softmax.</summary>
internal static class Lesson09
{
    public static IReadOnlyList<Exercise> All { get; } =
    [
        new FunctionExercise<Func<double[], double[]>>("9.1", "Softmax for every score", Parts)
        {
            Hints =
            [
                "Each part is e to the power of its score; divide by the sum of all parts.",
                "e^1000 is infinite. Which number may you subtract from every score without changing the result?",
                "Subtract z.Max() from every score before you take the exponential.",
            ],
            Inputs = [[V(0, 0)], [V(0, 1)], [V(1, 2, 4)], [V(-3, 0, 2, 2)], [V(1000, 1000)], [V(-1000, -1001, 5)]],
            Random = draw => RandomInputs.Sizes.SelectMany(k => (object?[][])
                [[draw.Reals(k, -5, 5)], [draw.Wholes(k, -1, 1)], [draw.Reals(k, -100, 100)], [draw.Reals(k, -2000, 2000)], [draw.Reals(k, 700, 720)], [draw.Reals(k, -760, -740)], [draw.Reals(k, -1e5, 1e5)]])
                .Concat(draw.Magnitudes(1e6, 1e300, 6).Select(z => (object?[])[V(z, 0, -z)]))
                .Concat([[V(800, 900)], [V(0, 2000)], [V(-5000, -4999)], [V(double.NaN, 1, 2)], [V(0, double.NaN)]]),
            // The library refuses what is not a number, and so may an answer.
            MayRefuse = input => HasNaN((double[])input[0]!),
            // Parts as small as 10^-308 have fewer digits.
            Rounding = 1e-300,
            Quantities =
            [
                Quantity.Line(1e-12, 1e5, (draw, size) => [draw.With(size, draw.Sized(draw.Length(), size))], parts: 60),
                Quantity.Line(1e-12, 1e5, (draw, gap) => draw.Real(-1000, 1000) is var score ? [V(score, score + gap)] : [], parts: 60),
            ],
            Mistakes =
            [
                (z => [.. z.Select(v => Exp(v) / z.Sum(u => Exp(u)))], "The formula is right, but it overflows: subtract the largest score from all of them first."),
                (z => [.. z.Select(Sigmoid)], "That is the element-wise sigmoid: its outputs do not sum to 1. It models labels that do not exclude each other."),
                (z => [.. z.Select(v => v / z.Sum())], "You divided the scores themselves by their sum; take the exponential of each score first."),
                (z => [.. z.Select(v => Exp(v - z.Max()))], "The parts are right, but they are not divided by their sum yet."),
                (LogParts, "That is the logarithm of the softmax. Leave the last logarithm out."),
                (z => [.. Parts([.. z.Select(v => -v)])], "The sign of the scores is flipped: the largest score must get the largest probability."),
            ],
        },
        new FunctionExercise<Func<double[], int, double>>("9.2", "The loss of one example", (z, k) => LogRegCourse.Softmax.CrossEntropy(k, z))
        {
            Hints =
            [
                "The loss is minus the logarithm of the true class's probability.",
                "Written with scores it is log-sum-exp of all scores, minus the true score.",
                "log-sum-exp = m + log of the sum of e^(z - m), with m the largest score.",
            ],
            Inputs = [[V(0, 0), 1], [V(0, 1), 0], [V(1, 2, 4), 2], [V(-1, 3, 0.5), 0], [V(0, 800), 0], [V(900, 1000, 400), 0], [V(1000, 1000), 0], [V(-1000, -1000, -1000), 2]],
            Random = draw => RandomInputs.Sizes.SelectMany(k => ((double[][])
                    [draw.Reals(k, -5, 5), draw.Wholes(k, -1, 1), draw.Wholes(k, 799, 801), draw.Reals(k, -100, 100), draw.Reals(k, -2000, 2000), draw.Reals(k, -760, -740)])
                .SelectMany(z => (object?[][])[[z, 0], [z, k - 1], [z, draw.Whole(0, k - 1)]]))
                .Concat(draw.Magnitudes(1e6, 1e300, 6).SelectMany(z => (object?[][])[[V(z, 0), 1], [V(0, -z), 1]])),
            Quantities =
            [
                Quantity.Positive(1e-12, 700, WithLoss),
                Quantity.Line(1e-12, 1e12, (draw, size) => draw.Length() is var k ? [draw.With(size, draw.Sized(k, size)), draw.Whole(0, k - 1)] : [], parts: 40),
            ],
            // Log-sum-exp and the score cancel.
            Terms = input => 1 + ((double[])input[0]!).Max(Abs),
            Mistakes =
            [
                ((z, k) => -Log(Exp(z[k]) / z.Sum(v => Exp(v))), "The formula is right, but it goes through the exponential of large scores. Compute log-sum-exp with the largest score taken out."),
                ((z, k) => -LogRegCourse.Softmax.CrossEntropy(k, z), "The sign is flipped: a loss is minus the logarithm of a probability."),
                ((z, k) => LogRegCourse.Softmax.CrossEntropy(k, z) + z[k], "That is log-sum-exp alone; subtract the score of the true class."),
                ((z, k) => LogRegCourse.Softmax.CrossEntropy(k, z) / Log(2), "That is the loss in bits; the task asks for nats, the natural logarithm."),
                ((z, k) => Softplus(-z[k]), "That treats the true class as a yes-or-no model of its own: -log of the sigmoid of its score. The other scores matter too."),
                ((z, k) => 1 - LogRegCourse.Softmax.Probabilities(z)[k], "That is one minus the probability; take minus its logarithm."),
            ],
        },
        new DerivationExercise("9.3", "Two classes give the sigmoid", Derivation.Of("softmax of two classes")
            .From((a, c) => Exp(c) / (Exp(a) + Exp(c)))
            .Therefore("that is a sigmoid", (a, c) => Sigmoid(c - a)))
        {
            Form = Form.InSigmoids,
            Hints =
            [
                "Divide the numerator and each term of the denominator by e^c.",
                "e^a / e^c = e^(a - c), and a - c = -(c - a).",
                "1 / (1 + e^(-z)) is the sigmoid of z; here z = c - a.",
            ],
        },
        new FunctionExercise<Func<double[], int, double[], double[][]>>("9.4", "The gradient of the weights", WeightGradient)
        {
            Hints =
            [
                "Row k is (p_k - y_k) times x, and y_k is 1 for the true class only.",
                "Build K rows: p.Select((q, k) => ...), each of them x.Select(v => ...).",
            ],
            Inputs = [[V(0.5, 0.5), 0, V(3)], [V(0.2, 0.3, 0.5), 1, V(1, -2)], [V(0.1, 0.2, 0.3, 0.4), 3, V(2, 0.5)]],
            Random = draw => RandomInputs.SizesFromTwo.SelectMany(k => ((int[])[1, 2, 3, k]).SelectMany(d => (object?[][])
                [[draw.Shares(k, withZeros: false), draw.Whole(0, k - 1), draw.Reals(d, -5, 5)], [draw.Shares(k, withZeros: true), draw.Whole(0, k - 1), draw.Wholes(d, -1, 1)],
                    [draw.Shares(k, withZeros: false), draw.Whole(0, k - 1), draw.Reals(d, -1e9, 1e9)]])),
            Quantities =
            [
                Quantity.Positive(1e-12, 1e12, (draw, size) => draw.Whole(2, 4) is var k ? [draw.Shares(k, withZeros: false), draw.Whole(0, k - 1), draw.Sized(draw.Length(), size)] : [], parts: 40),
                Quantity.Probability(1e-12, (draw, p) => [V(p, 1 - p), draw.Whole(0, 1), draw.Reals(draw.Length(), -5, 5)]),
            ],
            Mistakes =
            [
                ((p, k, x) => Rows(p, x, (q, j) => (j == k ? 1 : 0) - q), "The sign is flipped: descent needs p - y, not y - p."),
                ((p, k, x) => Rows(p, x, (q, _) => q), "You forgot to subtract the label: 1 in the row of the true class."),
                ((p, k, x) => Rows(p, x, (q, _) => q - 1), "The 1 belongs to the true class only, not to every row."),
                ((p, k, x) => Rows(p, x, (q, j) => (q - (j == k ? 1 : 0)) * q * (1 - q)), "There is a factor p(1 - p) too many: it cancels against the slope of the logarithm."),
                ((p, k, x) => [.. x.Select((_, i) => WeightGradient(p, k, x).Select(row => row[i]).ToArray())], "The shape is transposed: one row for each class, one column for each feature."),
                ((p, k, x) => [.. p.Select((q, j) => x.Select(_ => q - (j == k ? 1 : 0)).ToArray())], "That is the gradient of the intercepts; multiply by the features."),
            ],
        },
        new DerivationExercise("9.5", "The slope of log-sum-exp", Derivation.Of("the slope of log-sum-exp")
            .From((a, b, c) => Log(Exp(a) + Exp(b) + Exp(c)))
            .Differentiate("by a", (a, b, c) => Exp(a) / (Exp(a) + Exp(b) + Exp(c)), by: "a")
            .Therefore("divide by e^a", (a, b, c) => 1 / (1 + Exp(b - a) + Exp(c - a))))
        {
            Form = Form.NoExponentialAbove & Form.DifferencesInExponents,
            Hints =
            [
                "The slope of log u is u'/u. Of the three terms inside, only e^a depends on a.",
                "Divide numerator and denominator by e^a: e^b / e^a = e^(b - a).",
            ],
        },
        new NumberExercise("9.6", "What the data can tell", 10)
        {
            Hints = ["Each class has four slopes and an intercept.", "Adding the same vector to all classes changes nothing, so one class's numbers are free."],
            Mistakes =
            [
                (15, "That is how many numbers the model holds. One class's worth of them is not identified."),
                (12, "Those are the slopes of all three classes. Count the intercepts, and leave one class out."),
                (8, "Do not forget the intercepts: each class has five numbers, not four."),
                (14, "Not one number is free but one for each feature and one for the intercept."),
                (5, "That is what remains undetermined; the question asks for the rest."),
            ],
        },
    ];

    // The true class is ahead of another one by so much that the loss is the given one; a third one may lie far behind.
    private static object?[] WithLoss(RandomInputs draw, double loss)
    {
        var score = draw.Real(-3, 3);
        var ahead = loss < 30 ? -Log(Exp(loss) - 1) : -loss;
        return draw.Whole(0, 1) == 0 ? [V(score, score + ahead), 1] : [V(score + ahead, score, score - 900), 0];
    }

    private static double[] Parts(double[] z) => HasNaN(z) ? [.. z.Select(_ => double.NaN)] : LogRegCourse.Softmax.Probabilities(z);

    private static double[] LogParts(double[] z) => HasNaN(z) ? Parts(z) : [.. z.Select((_, k) => -LogRegCourse.Softmax.CrossEntropy(k, z))];

    private static bool HasNaN(double[] z) => z.Any(double.IsNaN);

    private static double[] V(params double[] values) => values;

    private static double[][] WeightGradient(double[] p, int k, double[] x) => Rows(p, x, (q, j) => q - (j == k ? 1 : 0));

    private static double[][] Rows(double[] p, double[] x, Func<double, int, double> factor) =>
        [.. p.Select((q, j) => x.Select(v => factor(q, j) * v).ToArray())];
}
