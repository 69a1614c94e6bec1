using static System.Math;

namespace LogRegCourse.Checks.Predictions;

/// <summary>Predictions of lesson 9: softmax.</summary>
internal static class Lesson09
{
    private static readonly SoftmaxOptions Pressed = new() { Form = SoftmaxForm.Symmetric, L2 = 1 };

    public static IReadOnlyList<Question> All { get; } =
    [
        new ChoiceQuestion("9.a", "For every 1 part of chance that horse A has, B has 2 and C has 3. What is the probability of C?", () => (3.0 / new double[] { 1, 2, 3 }.Sum()) switch { < 0.4 => "1/3", < 0.6 => "1/2", _ => "3/4" })
        {
            Answers =
            [
                ("1/3", "There are three horses. But they do not have equal parts."),
                ("1/2", "Three parts of six."),
                ("3/4", "That would be C against A alone: three parts of four."),
            ],
        },
        new ChoiceQuestion("9.b", "Add 5 to each of three scores. The softmax probabilities",
            () => Soft([5, 5 + Log(2), 5 + Log(3)]).Zip(Soft([0, Log(2), Log(3)]), (a, b) => Abs(a - b)).Max() < 1e-12 ? "stay" : "become more equal")
        {
            Answers =
            [
                ("stay", "Every part is multiplied by e to the fifth, and so is their sum."),
                ("become more equal", "Next to 5 the differences look small. Only the differences count."),
                ("grow", "The parts do. But they still sum to one."),
            ],
        },
        new ChoiceQuestion("9.c", "The formula as typed, for the scores 1000 and 1001. It gives", () => Naive([1000, 1001]) is var p && p.Any(double.IsNaN) ? "not a number" : p[0] > 0 ? "0.27 and 0.73" : "0 and 1")
        {
            Answers =
            [
                ("0.27 and 0.73", "So it should: only the difference of the scores counts."),
                ("0 and 1", "The difference is 1, not a thousand. And the machine does not get that far."),
                ("not a number", "e to the thousandth is infinity for a double, and infinity over infinity has no value."),
            ],
        },
        new ChoiceQuestion("9.d", "Three scores 2, 1, −1, each through its own sigmoid. The three numbers sum to", () => Show.Compare(new double[] { 2, 1, -1 }.Sum(Logistic.Sigmoid), 1, "less than 1", "1", "more than 1"))
        {
            Answers =
            [
                ("less than 1", "Each is below 1. But two of them are above one half."),
                ("1", "Probabilities over classes must. These answer three separate questions."),
                ("more than 1", "Nothing ties them together: each says yes or no for itself."),
            ],
        },
        new ChoiceQuestion("9.e", "Three classes, all weights zero. The mean loss is", () => Softmax.CrossEntropy(0, 0, 0, 0) is var loss && Abs(loss - Log(3)) < 1e-12 ? "log 3" : Abs(loss - Log(2)) < 1e-12 ? "log 2" : "0")
        {
            Answers =
            [
                ("log 2", "That is the test for two classes. Here the true one gets a third."),
                ("log 3", "Every class gets 1/3, and minus the logarithm of that is the loss of every row."),
                ("0", "The scores are 0. Their softmax is not."),
            ],
        },
        new ChoiceQuestion("9.f", "Add up the slopes of the loss by the three weights of one feature, one for each class. The sum is",
            () => Soft([0.3, -0.2, 0.5]).Select((p, k) => p - (k == 1 ? 1 : 0)).Sum() is var sum && Abs(sum) < 1e-12 ? "0" : "1")
        {
            Answers =
            [
                ("0", "The probabilities sum to one and so does the label: the errors sum to nothing."),
                ("1", "The probabilities do. The label is subtracted."),
                ("the slope of the true class", "The other two are not zero: they lose what the true class gains."),
            ],
        },
        new ChoiceQuestion("9.g", "How many of the 150 irises have their own species as the most probable one?", () => Recognised() switch { 150 => "all 150", > 140 => "about 146", _ => "about 120" })
        {
            Answers =
            [
                ("all 150", "These are the rows of the fit, and setosa is easy. The other two overlap."),
                ("about 146", "A handful of versicolor and virginica stand on the wrong side of a straight border."),
                ("about 120", "Four lengths tell the species quite well."),
            ],
        },
        new ChoiceQuestion("9.h", "A two-class softmax with the penalty λ. Which penalty gives the binary regression the same fit?",
            () => new[] { ("λ/2", 0.5), ("λ", 1.0), ("2λ", 2.0) }.MinBy(l2 => Abs(Binary(l2.Item2) - Difference())).Item1)
        {
            Answers =
            [
                ("λ/2", "The difference is split evenly between two weights, and the squares of two halves are half of the square of the whole."),
                ("λ", "The loss is the same, so one expects the same penalty. But it is paid on two weights."),
                ("2λ", "Two weights pay. Each pays for a half, and a half squared is a quarter."),
            ],
        },
    ];

    private static double[] Soft(double[] z) => Softmax.Probabilities(z);

    private static double[] Naive(double[] z) => [.. z.Select(v => Exp(v) / z.Sum(Exp))];

    private static int Recognised()
    {
        var iris = CourseData.Load("iris");
        var features = iris.Features("sepal_length", "sepal_width", "petal_length", "petal_width");
        var species = iris.Text("species");
        return SoftmaxRegression.Fit(features, species, Pressed).Predictions(features).Zip(species).Count(pair => pair.First == pair.Second);
    }

    private static Features Temperature => ((Features)CourseData.Temperature).Standardised();

    private static double Binary(double l2) => LogisticRegression.Fit(Temperature, CourseData.Damage, new FitOptions { L2 = l2 }).Slopes[0];

    private static double Difference() =>
        SoftmaxRegression.Fit(Temperature, [.. CourseData.Damage.Select(y => y == 1 ? "damage" : "calm")], Pressed).Coefficients is var slopes ? slopes[1][1] - slopes[0][1] : 0;
}
