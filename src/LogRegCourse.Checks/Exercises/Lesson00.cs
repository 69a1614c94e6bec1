using static System.Math;

namespace LogRegCourse.Checks.Exercises;

/// <summary>Exercises of lesson 0: a division, a sum, a first derivation with gaps.</summary>
internal static class Lesson00
{
    public static IReadOnlyList<Exercise> All { get; } =
    [
        new NumberExercise("0.1", "The share of flights with damage", 7.0 / 23)
        {
            Digits = 3,
            Hints =
            [
                "Run 7 / 23 in a cell of its own. What type does the result have?",
                "In C# a whole number divided by a whole number is a whole number: the rest is dropped.",
                "Make one of the two a double: 7 / 23.0.",
            ],
            Mistakes =
            [
                (0, "7 / 23 divides whole numbers, and C# drops the rest: write 7 / 23.0."),
                (16.0 / 23, "That is the share of flights without damage."),
                (7.0 / 16, "That is damaged against undamaged flights, the odds. The share is damaged out of all, 23."),
                (700.0 / 23, "That is per cent: a share lies between 0 and 1."),
                (23.0 / 7, "That is upside down: flights for each damaged one."),
                (3, "23 / 7 is upside down, and it divides whole numbers: write 7 / 23.0."),
            ],
        },
        new FunctionExercise<Func<double[], double[], double, double>>("0.2", "The linear signal", Signal)
        {
            Hints =
            [
                "Multiply each weight by its feature, add the products, and add the bias once.",
                "w.Zip(x, (weight, feature) => ...) goes through both lists together, and Sum() adds up.",
                "w.Zip(x, (weight, feature) => weight * feature).Sum() + b",
            ],
            Inputs =
            [
                [new[] { 2.0 }, new[] { 3.0 }, 0.0],
                [new[] { 2.0 }, new[] { 3.0 }, 1.0],
                [new[] { 0.5, -1 }, new[] { 3.0, 0 }, 0.25],
                [new[] { 0.5, -1 }, new[] { 1.0, 2 }, 0.25],
                [new[] { 1.0, 2, 3 }, new[] { 4.0, 5, 6 }, -7.0],
                [new[] { -0.232 }, new[] { 31.0 }, 15.04],
            ],
            Random = draw => RandomInputs.Sizes.SelectMany(d => (object?[][])
            [
                [draw.Reals(d, -9, 9), draw.Reals(d, -9, 9), draw.Real(-9, 9)],
                [draw.Wholes(d, -2, 2), draw.Wholes(d, -2, 2), (double)draw.Whole(-2, 2)],
                [draw.Reals(d, -1e4, 1e4), draw.Reals(d, -1e4, 1e4), draw.Real(-1e8, 1e8)],
                [Array.Empty<double>(), Array.Empty<double>(), draw.Real(-9, 9)],
                [draw.Reals(d, 1e6, 1e7), draw.Reals(d, 1e6, 1e7), draw.Real(0, 1e8)], [draw.Reals(d, 1e99, 1e100), draw.Reals(d, -1e100, -1e99), draw.Real(-1e8, 1e8)],
            ]),
            // Smaller than any signal that is asked for.
            Rounding = 1e-25,
            Quantities =
            [
                Quantity.Line(1e-12, 1e12, WithSignal, parts: 80),
                Quantity.Line(1e-12, 1e12, (draw, size) => draw.Length() is var d ? [draw.Sized(d, size), draw.Reals(d, -9, 9), draw.Real(-9, 9)] : [], parts: 8),
                Quantity.Line(1e-12, 1e12, (draw, size) => draw.Length() is var d ? [draw.Reals(d, -9, 9), draw.Sized(d, size), draw.Real(-9, 9)] : [], parts: 8),
                Quantity.Line(1e-12, 1e12, (draw, b) => draw.Length() is var d ? [draw.Reals(d, -9, 9), draw.Reals(d, -9, 9), b] : [], parts: 8),
            ],
            Terms = input => Signal(Array.ConvertAll((double[])input[0]!, Abs), Array.ConvertAll((double[])input[1]!, Abs), Abs((double)input[2]!)),
            Mistakes =
            [
                ((w, x, b) => Signal(w, x, 0), "The bias b is missing."),
                ((w, x, b) => Signal(w, x, b * w.Length), "The bias is added once for each feature; it is added once in all."),
                ((w, x, b) => w[0] * x[0] + b, "Only the first feature counts here; add up over all of them."),
                ((w, x, b) => w.Sum() * x.Sum() + b, "That is the product of two sums; it must be the sum of the products."),
                ((w, x, b) => w.Sum() + x.Sum() + b, "The weights are added to the features; they are multiplied with them."),
                ((w, x, b) => Signal(w, x, -b), "The bias has the wrong sign: it is added."),
                ((w, x, b) => Signal(w, x, b) / w.Length, "That is a mean; the signal is the sum itself."),
            ],
        },
        new DerivationExercise("0.3", "Fill the gaps",
            Derivation.Of("the logarithm of a quotient").Where("p in (0,1)")
                .From(p => Log(Pow(p, 3) / (1 - p)))
                .Then("log of a quotient", p => Log(Pow(p, 3)) - Log(1 - p))
                .Then("the exponent comes down", p => 3 * Log(p) - Log(1 - p)))
        {
            Form = Form.LogarithmsApart,
            Hints =
            [
                "log(a/b) = log a − log b. What is the denominator here?",
                "The first gap is Log(1 - p). In the second line only the first logarithm changes.",
                "Log(Pow(p, 3)) becomes 3 * Log(p), and the rest of the line stays: 3 * Log(p) - Log(1 - p).",
            ],
            Mistakes =
            [
                ("log(p^3) - (1 - p)", "The denominator stands under the logarithm too: Log(1 - p)."),
                ("log(p^3) - log(p)", "The denominator is 1 − p, not p."),
                ("log(p^3) - 1 / log(1 - p)", "A quotient becomes a difference of two logarithms; nothing is divided any more."),
                ("3 * log(p) + log(1 - p)", "The minus of the quotient stays in front of log(1 − p)."),
                ("3 * log(p)", "The second logarithm is lost: write the whole line again."),
                ("log(p)^3 - log(1 - p)", "The exponent becomes a factor: 3 * Log(p)."),
                ("log(3 * p) - log(1 - p)", "The 3 comes before the logarithm, not into it."),
            ],
        },
    ];

    private static object?[] WithSignal(RandomInputs draw, double z)
    {
        var d = draw.Length();
        double[] w = draw.Sized(d, 2), x = draw.Sized(d, z);
        return [w, x, RandomInputs.Short(z - Signal(w, x, 0))];
    }

    private static double Signal(double[] w, double[] x, double b) => w.Zip(x, (weight, feature) => weight * feature).Sum() + b;
}
