using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Predictions;

/// <summary>Predictions of lesson 1: odds, log-odds and the sigmoid.</summary>
internal static class Lesson01
{
    private const double W = -0.23216274421859647, B = 15.042901647702441;

    public static IReadOnlyList<Question> All { get; } =
    [
        new ChoiceQuestion("1.a", "Of the 10 colder flights 4 had damage. What are the odds of damage among them?", ColdOdds)
        {
            Answers =
            [
                ("4 to 10", "That is the probability, damaged out of all. Odds compare damaged with undamaged."),
                ("4 to 6", "Four with damage for six without."),
                ("6 to 4", "Those are the odds of no damage."),
            ],
        },
        new ChoiceQuestion("1.b", "Least squares puts a straight line through the 23 labels. What does it say at 31 °F?", () => Straight(31) switch { > 1 => "more than 1", < 0 => "less than 0", _ => "a probability close to 1" })
        {
            Answers =
            [
                ("a probability close to 1", "It would be a sensible answer, and it is what one hopes for. But a line does not stop at 1."),
                ("more than 1", "The line falls with the temperature, and at 31 °F it is far above 1: no probability."),
                ("less than 0", "So it is at the warm end. In the cold the line is above."),
            ],
        },
        new ChoiceQuestion("1.c", "Where does log p run away without bound, as p goes from 0 to 1?",
            () => (Math.Log(1e-300) < -100, Math.Abs(Math.Log(1 - 1e-12)) > 100) switch { (true, false) => "only at p = 0", (false, true) => "only at p = 1", _ => "at both ends" })
        {
            Answers =
            [
                ("only at p = 0", "It dives to minus infinity there, and comes to rest at log 1 = 0 on the other side."),
                ("only at p = 1", "There the logarithm is 0. The mirror image, log(1 − p), is the one that dives at 1."),
                ("at both ends", "That is what is wanted, and what the next attempt will do."),
            ],
        },
        new ChoiceQuestion("1.d", "The logit of 0.999 is 6.91. What is the logit of 0.001?", () => Show.Two(Logit(0.001)))
        {
            Answers =
            [
                ("−6.91", "Exchanging the outcomes turns the odds upside down, and the logarithm changes its sign."),
                ("0.00", "The odds are almost 0 there, but their logarithm is far below."),
                ("6.91", "The two probabilities are equally far from one half, so the size is right. The side is not."),
            ],
        },
        new ChoiceQuestion("1.e", "Multiply the signal by 4. What becomes of the curve?", () => Sigmoid(4 * 0.0) != 0.5 ? "it moves" : Sigmoid(4 * 0.5) > Sigmoid(0.5) ? "it gets steeper" : "it gets flatter")
        {
            Answers =
            [
                ("it gets steeper", "Every value is reached at a quarter of the distance; at 0 it stays one half."),
                ("it gets flatter", "That is what a small weight does. A large weight uses up the signal sooner."),
                ("it moves", "Adding to the signal moves the curve. Multiplying leaves z = 0 where it is."),
            ],
        },
        new ChoiceQuestion("1.f", "From 53 to 54 °F the odds of damage are multiplied by 0.79. And from 80 to 81 °F?",
            () => Show.Compare(Factor(80), Factor(53), "a smaller factor", "the same factor", "a factor nearer 1"))
        {
            Answers =
            [
                ("a smaller factor", "The probability is small there, so the effect seems to have been used up. That is true of p, not of the odds."),
                ("the same factor", "One degree adds the same to the log-odds everywhere, so it multiplies the odds by the same everywhere."),
                ("a factor nearer 1", "The change of the probability does become smaller at the warm end. The factor of the odds does not."),
            ],
        },
        new ChoiceQuestion("1.g", "Which forms of the sigmoid are right at z = 710: the naive 1/(1 + e^−z), the other e^z/(1 + e^z), the library's?",
            () => (1 / (1 + Math.Exp(-710.0)) == 1, Math.Exp(710.0) / (1 + Math.Exp(710.0)) == 1) switch { (true, true) => "all three", (true, false) => "naive and library", (false, true) => "other and library", _ => "the library alone" })
        {
            Answers =
            [
                ("all three", "On paper they are equal. But e^710 is no double."),
                ("naive and library", "For a positive z the naive form has the small exponential e^−z. The other one divides infinity by infinity."),
                ("other and library", "So it is on the other side, at z = −710."),
                ("the library alone", "Each form is right on the side where its exponential is small."),
            ],
        },
    ];

    private static string ColdOdds()
    {
        var cold = CourseData.Damage.Where((_, i) => CourseData.Temperature[i] < 70).ToArray();
        return FormattableString.Invariant($"{cold.Sum()} to {cold.Length - cold.Sum()}");
    }

    private static double Straight(double at)
    {
        double[] t = CourseData.Temperature, y = CourseData.Damage;
        var (meanT, meanY) = (t.Average(), y.Average());
        return meanY + t.Zip(y, (a, c) => (a - meanT) * (c - meanY)).Sum() / t.Sum(a => (a - meanT) * (a - meanT)) * (at - meanT);
    }

    private static double Factor(double x) => Math.Exp(W * (x + 1) + B) / Math.Exp(W * x + B);
}
