using static System.Math;

namespace LogRegCourse.Checks.Exercises;

/// <summary>Exercises of lesson 15: data that outgrow the machine.</summary>
internal static class Lesson15
{
    public static IReadOnlyList<Exercise> All { get; } =
    [
        new NumberExercise("15.1", "What travels", 1378)
        {
            Hints = ["With the intercept there are 51 weights.", "A loss, 51 partial derivatives, and of the matrix of 51 by 51 the diagonal and what is below it.", "1 + 51 + 51 * 52 / 2"],
            Mistakes =
            [
                (51 * 52 / 2, "If this is all for 50 weights: the intercept is one too, so there are 51. If it is the Hessian of 51: loss and gradient travel too."),
                (1 + 51 + 51 * 51, "The Hessian is symmetric: what is above the diagonal need not travel."),
                (51 + 51 * 52 / 2, "The loss itself is missing: one number more."),
                (1 + 51 + 51 * 50 / 2, "51 numbers are missing: the diagonal of the Hessian, or the gradient."),
                (16 * 1378, "These are the bytes, two doubles for each; how many numbers travel is asked for."),
            ],
        },
        new FunctionExercise<Func<double[], double[], double>>("15.2", "The mean of all rows", (rows, mean) => rows.Zip(mean, (n, m) => n * m).Sum() / rows.Sum())
        {
            Hints = ["From a mean and a number of rows the sum comes back.", "Add the sums, and divide by the number of all rows.", "rows.Zip(mean, (n, m) => n * m).Sum() / rows.Sum()"],
            Inputs = [[new double[] { 1, 3 }, new[] { 0.5, -0.5 }], [new double[] { 2, 2 }, new double[] { 1, 5 }], [new double[] { 7 }, new[] { 0.25 }], [new double[] { 10, 1, 100 }, new double[] { -3, 8, 0.5 }]],
            Random = draw => RandomInputs.Sizes.SelectMany(k => (object?[][])[[draw.Wholes(k, 1, 900), draw.Reals(k, -9, 9)], [draw.Wholes(k, 1, 3), draw.Reals(k, -1, 1)]]).SelectMany(input => (object?[][])[input, RandomInputs.WithRowTwice(input)]),
            Quantities =
            [
                Quantity.Line(1e-9, 1e9, (draw, m) => draw.Length(4) is var k ? [draw.Wholes(k, 1, 99), draw.With(m, draw.Reals(k, -9, 9))] : [], parts: 60),
                Quantity.Count(1e9, (draw, n) => draw.Length(4) is var k ? [draw.With(n, draw.Wholes(k, 1, 99)), draw.Reals(k, -9, 9)] : []),
            ],
            Terms = input => ((double[])input[0]!).Zip((double[])input[1]!, (n, m) => Abs(n * m)).Sum() / ((double[])input[0]!).Sum(),
            Mistakes =
            [
                ((rows, mean) => mean.Average(), "This is the mean of the means: a helper with one row has as much say as one with a million."),
                ((rows, mean) => rows.Zip(mean, (n, m) => n * m).Sum(), "This is the sum over all rows; divide by their number."),
                ((rows, mean) => rows.Zip(mean, (n, m) => n * m).Sum() / rows.Length, "Divide by the number of rows, not of helpers."),
                ((rows, mean) => mean.Sum() / rows.Sum(), "The means have to become sums first: each times its number of rows."),
                ((rows, mean) => mean.Sum(), "Means may not be added; sums may."),
            ],
        },
        new FunctionExercise<Func<double, double, double, double>>("15.3", "How many machines", (n, c, b) => Sqrt(n * c / b))
        {
            Hints = ["The time is nc/m + s + bm. Where is its derivative by m zero?", "−nc/m² + b = 0.", "Sqrt(n * c / b)"],
            Inputs = [[100.0, 1.0, 1.0], [1e6, 1e-6, 1e-4], [8.0, 0.5, 1.0], [1e10, 5e-7, 4e-5]],
            Random = draw => Enumerable.Range(0, 40).Select(_ => (object?[])[draw.Magnitude(10, 1e12), draw.Magnitude(1e-8, 1e-3), draw.Magnitude(1e-6, 1e-1)]),
            Quantities =
            [
                Quantity.Positive(1, 1e15, (draw, n) => [n, draw.Magnitude(1e-8, 1), draw.Magnitude(1e-6, 1)], parts: 60),
                Quantity.Positive(1e-12, 1e6, (draw, c) => [draw.Magnitude(1, 1e6), c, draw.Magnitude(1e-6, 1)], parts: 60),
                Quantity.Positive(1e-12, 1e6, (draw, b) => [draw.Magnitude(1, 1e6), draw.Magnitude(1e-8, 1), b], parts: 60),
            ],
            Mistakes =
            [
                ((n, c, b) => n * c / b, "The root is missing: the derivative has m² in it."),
                ((n, c, b) => Sqrt(b / (n * c)), "Upside down: more rows want more machines."),
                ((n, c, b) => Sqrt(n * c * b), "What a machine costs is in the denominator: the dearer each is, the fewer."),
                ((n, c, b) => Sqrt(n * c / (2 * b)), "There is no 2: the derivative of bm is b."),
                ((n, c, b) => 2 * Sqrt(n * c * b), "That is the time at the best number of machines, without s; the number itself is asked for."),
            ],
        },
        new FunctionExercise<Func<double, double, double>>("15.4", "What rounding took", Lost)
        {
            Hints =
            [
                "With sum = a + b rounded: how much of the sum came from b? That is sum − a, rounded again.",
                "Let part = sum - a. Then b lost b − part, and a lost a − (sum − part).",
                "double sum = a + b, part = sum - a; return a - (sum - part) + (b - part);",
            ],
            // What is lost is tiny, and exact.
            Rounding = 1e-300,
            Inputs = [[1e16, 1.0], [1.0, 1e16], [0.1, 0.2], [1.0, 2.0], [-1e16, 3.0], [3.0, -1e16], [1e8, 1e-9], [1e-9, 1e8]],
            Random = draw => Enumerable.Range(0, 30).Select(_ => (object?[])[draw.Magnitude(1e-12, 1e12), draw.Magnitude(1e-12, 1e12)])
                .Concat(Enumerable.Range(0, 30).Select(_ => (object?[])[-draw.Magnitude(1e-12, 1e12), -draw.Magnitude(1e-12, 1e12)]))
                .Concat(Enumerable.Range(0, 60).Select(_ => (object?[])[draw.Real(-1, 1), draw.Magnitude(1e-12, 1e12)]))
                .Concat(draw.Spread(-9, 9, 8).SelectMany(a => (object?[][])[[a, a], [-a, -a], [a, -a], [a, 0.0], [0.0, a]])),
            Quantities =
            [
                Quantity.Line(1e-20, 1e20, (draw, a) => [a, draw.Magnitude(1e-3, 1e3)], parts: 60),
                Quantity.Line(1e-20, 1e20, (draw, b) => [draw.Magnitude(1e-3, 1e3), b], parts: 60),
            ],
            Mistakes =
            [
                ((a, b) => 0, "Nothing is lost for whole numbers below 2⁵³, but 1e16 + 1 is rounded to 1e16."),
                ((a, b) => b - (a + b - a), "So it is where a is the larger. Where b is, a loses its digits."),
                ((a, b) => a - (a + b - b), "So it is where b is the larger. Where a is, b loses its digits."),
                ((a, b) => -Lost(a, b), "The sign is flipped: the exact sum is the rounded one plus what was lost."),
            ],
        },
    ];

    private static double Lost(double a, double b)
    {
        var sum = a + b;
        var part = sum - a;
        return a - (sum - part) + (b - part);
    }
}
