namespace LogRegCourse.Checks.Exercises;

/// <summary>Exercises of lesson 0: a division, a sum.</summary>
internal static class Lesson00
{
    public static IReadOnlyList<Exercise> All { get; } =
    [
        new NumberExercise("0.1", "The share of flights with damage", 7.0 / 23)
        {
            Hints =
            [
                "Run `7 / 23` in a cell of its own. What type does the result have?",
                "In C# a whole number divided by a whole number is a whole number: the rest is dropped.",
                "Make one of the two a double: 7.0 / 23.",
            ],
            Mistakes =
            [
                (0, "7 / 23 divides whole numbers, and C# drops the rest: write 7.0 / 23."),
                (16.0 / 23, "That is the share of flights without damage."),
                (7.0 / 16, "That is damaged against undamaged flights, the odds. The share is damaged out of all, 23."),
                (700.0 / 23, "That is per cent: a share lies between 0 and 1."),
                (23.0 / 7, "That is upside down: flights for each damaged one."),
                (3, "23 / 7 is upside down, and it divides whole numbers: write 7.0 / 23."),
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
    ];

    private static double Signal(double[] w, double[] x, double b) => w.Zip(x, (weight, feature) => weight * feature).Sum() + b;
}
