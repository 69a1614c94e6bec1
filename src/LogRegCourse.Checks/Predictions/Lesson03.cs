using static System.Math;

namespace LogRegCourse.Checks.Predictions;

/// <summary>Predictions of lesson 3: likelihood and cross-entropy.</summary>
internal static class Lesson03
{
    public static IReadOnlyList<Question> All { get; } =
    [
        new ChoiceQuestion("3.a", "Model A says 0.9, 0.4, 0.3, 0.1; model B says 0.5 each time. Under which are the labels 1, 0, 1, 0 more probable?",
            () => Show.Compare(0.9 * 0.6 * 0.3 * 0.9, Pow(0.5, 4), "under B, the coin", "equally under both", "under A"))
        {
            Answers =
            [
                ("under A", "Three good announcements outweigh the bad one: 0.9 · 0.6 · 0.3 · 0.9."),
                ("under B, the coin", "A is badly surprised by the third flight, and B never is. But B never profits either."),
                ("equally under both", "A is right three times and wrong once, which is no draw: the sizes count."),
            ],
        },
        new ChoiceQuestion("3.b", "Three curves for the 23 flights: the coin, the fitted one, and one twice as steep through the same middle. Which makes the data most probable?",
            () => new[] { ("the coin", LossOf(0, 0)), ("the fitted one", LossOf(-0.2322, 15.0429)), ("the steeper one", LossOf(-0.5, 32.4)) }.MinBy(model => model.Item2).Item1)
        {
            Answers =
            [
                ("the coin", "It is never badly surprised. It is also never right by more than a half."),
                ("the fitted one", "That is what fitted means here: no other weight and bias give a larger likelihood."),
                ("the steeper one", "It is surer of itself, and mostly right. It pays dearly for the damaged flights at 70 and 75 °F."),
            ],
        },
        new ChoiceQuestion("3.c", "What does 0.5 to the power of 1200 give as a double?", () => Pow(0.5, 1200) switch { 0 => "0", double.NaN => "not a number", _ => "a tiny number" })
        {
            Answers =
            [
                ("0", "It is less than the smallest double, about 5 · 10^−324, and is rounded to 0."),
                ("a tiny number", "It is one on paper, about 10^−361."),
                ("not a number", "NaN comes from operations without an answer, such as 0/0. This one has an answer that is too small."),
            ],
        },
        new ChoiceQuestion("3.d", "Which step adds more to the loss: to say 0.9 instead of 0.99 of what happened, or 0.01 instead of 0.1?",
            () => Show.Compare(Log(0.99) - Log(0.9), Log(0.1) - Log(0.01), "0.01 instead of 0.1", "both the same", "0.9 instead of 0.99"))
        {
            Answers =
            [
                ("0.9 instead of 0.99", "The two steps are equally long, nine hundredths. The logarithm sees ratios."),
                ("0.01 instead of 0.1", "It is ten times less probable, and that costs a full log 10."),
                ("both the same", "So it is for a loss that counts differences. This one counts ratios."),
            ],
        },
        new ChoiceQuestion("3.e", "A model that says 7/23 for every flight, whatever the temperature. Compared with the coin's loss, log 2, its loss is",
            () => Show.Compare(Entropy.OfCoin(7.0 / 23), Log(2), "lower", "the same", "higher"))
        {
            Answers =
            [
                ("lower", "It knows how often damage came, which is more than the coin knows."),
                ("the same", "It tells no flight from another, as the coin does not. But it leans to the right side."),
                ("higher", "It is badly surprised by each of the seven damages, and pleasantly by sixteen."),
            ],
        },
        new ChoiceQuestion("3.f", "Label 1 and z = 37, so a right and certain prediction. What does −(y log p + (1 − y) log(1 − p)) give in doubles?",
            () => (1 / (1 + Exp(-37.0))) is var p && -(1 * Log(p) + (1 - 1) * Log(1 - p)) is var loss && double.IsNaN(loss) ? "not a number" : double.IsInfinity(loss) ? "infinity" : "0")
        {
            Answers =
            [
                ("0", "It should be. But the second term, which should not count, is 0 times minus infinity."),
                ("infinity", "That is what a wrong prediction gets there, with label 0."),
                ("not a number", "p has been rounded to 1, so the second term is 0 · log 0, and that spoils the sum."),
            ],
        },
        new ChoiceQuestion("3.g", "Five labels. The timid model has all five on the right side, each by a hair; the careful and the bold one miss one. Which has the lowest loss?",
            () => new[] { ("the timid one", Mean([0.51, 0.51, 0.51, 0.49, 0.49])), ("the careful one", Mean([0.9, 0.9, 0.45, 0.1, 0.1])), ("the bold one", Mean([0.99, 0.99, 0.99, 0.99, 0.01])) }.MinBy(model => model.Item2).Item1)
        {
            Answers =
            [
                ("the timid one", "It has the most right answers. But it says almost nothing with each of them."),
                ("the careful one", "Four good announcements and one that was nearly undecided."),
                ("the bold one", "It earns most on four labels, and one confident mistake costs more than all of that."),
            ],
        },
    ];

    private static double LossOf(double w, double b) => CrossEntropy.MeanFromLogits(CourseData.Damage, [.. CourseData.Temperature.Select(t => w * t + b)]);

    private static double Mean(double[] p) => CrossEntropy.MeanFromProbabilities([1, 1, 1, 0, 0], p);
}
