using static System.Math;

namespace LogRegCourse.Checks.Predictions;

/// <summary>Predictions of lesson 0: numbers, signals and notation.</summary>
internal static class Lesson00
{
    private static readonly double[] Weights = [0.5, -1];
    private const double Bias = 0.25;

    public static IReadOnlyList<Question> All { get; } =
    [
        new ChoiceQuestion("0.a", "Is 0.1 + 0.2 == 0.3 for a double?", () => Sum(0.1, 0.2) == 0.3 ? "yes" : "no")
        {
            Answers =
            [
                ("yes", "So it is on paper. But none of the three numbers can be written as a binary fraction, and the rounding of the sum differs from that of 0.3."),
                ("no", "Each of the three is rounded to a binary fraction, and the two roundings on the left do not add up to the one on the right."),
            ],
        },
        new ChoiceQuestion("0.b", "The slider ends at z = 8. Does the sigmoid there give exactly 1?", () => Logistic.Sigmoid(8) == 1 ? "yes" : "no")
        {
            Answers =
            [
                ("yes", "With four digits shown it nearly looks so. But something is missing from 1 at every finite z."),
                ("no", "The curve comes as near to 1 as you like and never gets there."),
            ],
        },
        new ChoiceQuestion("0.c", "Which line of the next derivation is the first wrong one?", () => FirstWrongLine())
        {
            Answers =
            [
                ("line 2", "The logarithm of a quotient is a difference. The line has a sum."),
                ("line 3", "It has the wrong sign too. But it follows from the line above, and each line is judged by the one above it."),
            ],
        },
        new NumberQuestion("0.d", "The weights are 0.5 and −1, the bias is 0.25. What is the signal of the second example, with the features 0 and 1?", () => Signal(0, 1), within: 0.001)
        {
            Why = "0.5 · 0 + (−1) · 1 + 0.25.",
            Tempting = [(Signal(0, 1) - Bias, "The bias is forgotten; it is added to every signal."), (Signal(1, 0), "The features are exchanged: each one has its own weight.")],
        },
        new ChoiceQuestion("0.e", "A column of ones goes in front of X, and the bias in front of w. What happens to the four signals?",
            () => Signal(3, 0) == Bias * 1 + Weights[0] * 3 + Weights[1] * 0 ? "they stay" : "they grow by the bias")
        {
            Answers =
            [
                ("they stay", "One times the bias is the bias: what was added before is one of the products now."),
                ("they grow by the bias", "It would be counted twice if it were still added as well. It has moved into w."),
            ],
        },
        new ChoiceQuestion("0.f", "What does Log(8) give in C#?", () => Show.Two(Log(8)))
        {
            Answers =
            [
                ("0.90", "That is the logarithm to base 10, the one of many school books: Log10."),
                ("2.08", "Log is the natural logarithm: e to the power of 2.08 is 8."),
                ("3.00", "That is the logarithm to base 2, which counts bits: Log2."),
            ],
        },
    ];

    // Not folded by the compiler: what two doubles give at run time.
    private static double Sum(double a, double b) => a + b;

    private static double Signal(double x1, double x2) => Weights[0] * x1 + Weights[1] * x2 + Bias;

    private static string FirstWrongLine() => Derivation.Of("a mistake").Where("p in (0,1)")
        .From(p => Log(Pow(p, 2) / (1 - p)))
        .Then("log of a quotient", p => Log(Pow(p, 2)) + Log(1 - p))
        .Then("the exponent comes down", p => 2 * Log(p) + Log(1 - p)).WithAnError().ToString() is var text
        && text.Contains("the mistake is in line 2", StringComparison.Ordinal) ? "line 2" : "line 3";
}
