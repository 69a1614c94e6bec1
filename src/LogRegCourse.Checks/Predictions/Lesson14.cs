using static System.Math;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Predictions;

/// <summary>Predictions of lesson 14: the sheet.</summary>
internal static class Lesson14
{
    public static IReadOnlyList<Question> All { get; } =
    [
        new ChoiceQuestion("14.a", "What does Exp(710) give in C#?", () => double.IsPositiveInfinity(Exp(710)) ? "infinity" : "a number")
        {
            Answers =
            [
                ("an exception", "That is Python's answer. C# computes on."),
                ("infinity", "A double ends near 1.8 · 10^308, and e^710 is beyond."),
                ("a number", "Exp(709) still is one."),
            ],
        },
        new ChoiceQuestion("14.b", "The worked line has the weight 2. One unit more of x multiplies the odds by", () => Show.Two(Odds(Sigmoid(2 * 2.5 - 1)) / Odds(Sigmoid(2 * 1.5 - 1))))
        {
            Answers =
            [
                ("2.00", "The weight is added to the log-odds."),
                ("7.39", "e to the weight, wherever you start."),
                ("0.50", "A quarter of the weight is the ruler for probabilities."),
            ],
        },
        new ChoiceQuestion("14.c", "The mean loss at zero weights is",
            () => Abs(new LogisticLoss(CourseData.Temperature, CourseData.Damage).Value(0, 0) - Log(2)) < 1e-12 && Abs(new LogisticLoss(new double[] { 1, 9 }, [0, 0]).Value(0, 0) - Log(2)) < 1e-12 ? "log 2" : "another for each data set")
        {
            Answers =
            [
                ("log 2", "Every row is given one half, whatever its label: a free test of your code."),
                ("0", "The scores are 0. The probabilities are one half."),
                ("another for each data set", "The minimum is. The start is not."),
            ],
        },
        new ChoiceQuestion("14.d", "The filter that never flags anything: what is its recall, if one letter in a hundred is spam?", () => Show.Two(0.0 / 1))
        {
            Answers =
            [
                ("0.00", "Of what was there it found nothing."),
                ("0.99", "That is its accuracy."),
                ("0.01", "That is the share of the spam."),
            ],
        },
        new ChoiceQuestion("14.e", "Of three labels, how is the mean cross-entropy found from their likelihood?",
            () => Abs(-Log(0.8 * 0.6 * 0.6) / 3 - CrossEntropy.MeanFromProbabilities([1, 0, 1], [0.8, 0.4, 0.6])) < 1e-12 ? "minus its log, over 3" : "its cube root")
        {
            Answers =
            [
                ("minus its log, over 3", "The logarithm turns the product into a sum, the minus into a loss, the 3 into a mean."),
                ("its cube root", "That is the geometric mean of the three probabilities: e to the minus loss."),
                ("one minus it", "It would be small when the likelihood is large. But no sum comes of it."),
            ],
        },
        new ChoiceQuestion("14.f", "Sixteen times as many rows in a batch: the spread of its gradient is", () => (SpreadOfMean(16) / SpreadOfMean(1)) switch { < 0.1 => "a sixteenth", < 0.35 => "a quarter", _ => "a half" })
        {
            Answers =
            [
                ("a sixteenth", "The variance is."),
                ("a quarter", "One over the root of sixteen."),
                ("a half", "That is what four times the rows do."),
            ],
        },
    ];

    private static double SpreadOfMean(int size)
    {
        double[] t = ((Features)CourseData.Temperature).Standardised()["x"];
        double[] rows = [.. t.Zip(CourseData.Damage, (u, y) => (Sigmoid(0.3 - 0.7 * u) - y) * u)];
        var random = new Random(3);
        double[] means = [.. Enumerable.Range(0, 20_000).Select(_ => random.GetItems(rows, size).Average())];
        return Sqrt(means.Average(m => m * m) - Pow(means.Average(), 2));
    }
}
