using static System.Math;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Predictions;

/// <summary>Predictions of lesson 5: the gradient.</summary>
internal static class Lesson05
{
    private static readonly double[] X = [1, 2, 3, 4], Y = [0, 1, 0, 1];

    public static IReadOnlyList<Question> All { get; } =
    [
        new ChoiceQuestion("5.a", "The rows x = 1, 2, 3, 4 with y = 0, 1, 0, 1, at w = b = 0. To lower the loss the weight w should", () => Show.Compare(-Four(0, 0)[1], 0, "fall", "stay", "rise"))
        {
            Answers =
            [
                ("rise", "The ones have the larger features, so a positive weight sends them in the right direction."),
                ("fall", "The derivative is negative, which looks like down. The step goes against it."),
                ("stay", "Two errors are +1/2 and two are −1/2, so they cancel for the bias. The weight multiplies them by x."),
            ],
        },
        new ChoiceQuestion("5.b", "The chain rule brings in the factor σ(1 − σ) of the sigmoid. In the final derivative of the cross-entropy it",
            () => Abs(Slope(0.7, 2, 1) - (Sigmoid(0.7 * 2) - 1) * 2) < 1e-6 ? "cancels" : "stays")
        {
            Answers =
            [
                ("stays", "It does for the squared error. Here the derivative of the logarithm has the same product in its denominator."),
                ("cancels", "The slope of the logarithm is the error over p(1 − p), and the two meet."),
                ("appears squared", "Two links of the chain have it, one of them below the fraction line."),
            ],
        },
        new ChoiceQuestion("5.c", "From zero, one step of 0.4 against the gradient with the flipped sign, to w = −0.1. The loss is then", () => Show.Compare(LossAt(0, -0.1), LossAt(0, 0), "lower", "the same", "higher"))
        {
            Answers =
            [
                ("lower", "Every step of the algebra was right, and the formula looks familiar. It is the gradient of something else."),
                ("the same", "The gradient is only small there, not zero."),
                ("higher", "Against the flipped gradient is along the true one, and that is up."),
            ],
        },
        new ChoiceQuestion("5.d", "At the fit, to what do the 23 predicted probabilities add up?", () => CourseData.Flights.FittedProbabilities.Sum() switch { > 6.999 and < 7.001 => "to 7, the damages", > 11 and < 12 => "to 11.5, half of the flights", _ => "to nothing in particular" })
        {
            Answers =
            [
                ("to 7, the damages", "Where the derivative by the bias is zero, the errors balance: the sum of p is the sum of y."),
                ("to 11.5, half of the flights", "At zero weights it is so. The fit has moved the bias."),
                ("to nothing in particular", "A fit minimises a loss, and nobody asked for sums. The derivative by the bias does."),
            ],
        },
        new ChoiceQuestion("5.e", "Halve a step h that is not yet too small for rounding. The error of the central difference falls to about",
            () => (OffBy(0.0005) / OffBy(0.001)) switch { > 0.4 => "a half", > 0.18 => "a quarter", _ => "an eighth" })
        {
            Answers =
            [
                ("a half", "So it is for a difference to one side. To look to both sides cancels the part of the error that goes with h."),
                ("a quarter", "The curvature cancels between the two sides. What is left goes with the square of h."),
                ("an eighth", "What is left in the numerator does go with the third power. It is divided by 2h."),
            ],
        },
        new ChoiceQuestion("5.f", "The probit model, y = 1, at z = −1. Compared with the error p − y, the slope of its loss is",
            () => Show.Compare(Abs(ProbitSlope(-1)), Abs(Phi(-1) - 1), "smaller in size", "the same", "larger in size", 1e-3))
        {
            Answers =
            [
                ("the same", "Error times feature is the formula of this lesson. It needs the canonical link, and the probit is not."),
                ("larger in size", "The factor φ/(p(1 − p)) is left over, and at −1 it is about 1.8."),
                ("smaller in size", "So it is for the squared error of a sigmoid, where a slope below 1 is left over."),
            ],
        },
        new ChoiceQuestion("5.g", "A row with y = 1 is badly misjudged, z = −6. Under which loss does it pull least?",
            () => new[] { ("logistic, cross-entropy", Sigmoid(-6) - 1), ("probit, cross-entropy", ProbitSlope(-6)), ("sigmoid, squared error", (Sigmoid(-6) - 1) * SigmoidDerivative(-6)) }.MinBy(pull => Abs(pull.Item2)).Item1)
        {
            Answers =
            [
                ("logistic, cross-entropy", "It never pulls harder than 1, whatever happens. But it does pull nearly that hard."),
                ("probit, cross-entropy", "On the contrary: its pull keeps growing with the mistake."),
                ("sigmoid, squared error", "The slope of the sigmoid is a factor in it, and that has died out at −6."),
            ],
        },
    ];

    private static double[] Four(double b, double w) => new LogisticLoss(X, Y).Gradient(b, w);

    private static double LossAt(double b, double w) => new LogisticLoss(X, Y).Value(b, w);

    private static double Slope(double w, double x, double y) => (CrossEntropy.FromLogit(y, (w + 1e-5) * x) - CrossEntropy.FromLogit(y, (w - 1e-5) * x)) / 2e-5;

    private static double OffBy(double h)
    {
        var loss = new LogisticLoss(CourseData.Temperature, CourseData.Damage);
        return Abs((loss.Value(1, -0.02 + h) - loss.Value(1, -0.02 - h)) / (2 * h) / loss.Gradient(1, -0.02)[1] - 1);
    }

    private static double Phi(double z) => MathNet.Numerics.Distributions.Normal.CDF(0, 1, z);

    private static double ProbitSlope(double z) => -Exp(-z * z / 2) / Sqrt(2 * PI) / Phi(z);
}
