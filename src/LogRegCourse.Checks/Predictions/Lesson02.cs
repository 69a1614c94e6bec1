using static System.Math;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Predictions;

/// <summary>Predictions of lesson 2: the slope of the sigmoid.</summary>
internal static class Lesson02
{
    public static IReadOnlyList<Question> All { get; } =
    [
        new ChoiceQuestion("2.a", "How do the slopes of the sigmoid at z = −2 and at z = 2 compare?", () => Show.Compare(SigmoidDerivative(-2), SigmoidDerivative(2), "smaller at −2", "equal", "larger at −2"))
        {
            Answers =
            [
                ("smaller at −2", "The curve itself is lower there. But a slope is not a height."),
                ("equal", "Going to the other side exchanges p and 1 − p, and their product stays."),
                ("larger at −2", "Left of the middle the curve bends upwards, right of it downwards. The slope is the same on both sides."),
            ],
        },
        new ChoiceQuestion("2.b", "p(1 − p) is one quarter minus a square. The square of what?",
            () => new[] { ("p", 0.3), ("p − 1/2", 0.3 - 0.5), ("1 − p", 1 - 0.3) }.MinBy(root => Abs(0.25 - root.Item2 * root.Item2 - 0.3 * (1 - 0.3))).Item1)
        {
            Answers =
            [
                ("p", "At p = 1/2 nothing would be left of the quarter, and just there the two factors are equal."),
                ("p − 1/2", "It vanishes in the middle, where the product is a half times a half, and grows to both sides alike."),
                ("1 − p", "At p = 1 the whole quarter would be left, and there the product is 0."),
            ],
        },
        new ChoiceQuestion("2.c", "Compared with its value at 0, how large is the slope at z = 6?", () => (SigmoidDerivative(6) / SigmoidDerivative(0)) switch { > 0.3 => "about a half", > 0.03 => "about a tenth", _ => "about a hundredth" })
        {
            Answers =
            [
                ("about a half", "So it is not far from z = 1.8. The slope falls like an exponential."),
                ("about a tenth", "At z = 3.6 it would be."),
                ("about a hundredth", "Far out the slope is nearly e^−|z|, and e^−6 is a quarter of a hundredth, against the quarter at 0."),
            ],
        },
        new ChoiceQuestion("2.d", "At which temperature does one degree change the probability of damage most?", () => new[] { 31, 65, 81 }.MaxBy(t => SigmoidDerivative(CourseData.Flights.Logit(t))) + " °F")
        {
            Answers =
            [
                ("31 °F", "It is the coldest, and cold is the trouble. But there the model is certain already."),
                ("65 °F", "Near 65 °F damage and no damage are equally probable, and there the slope is largest."),
                ("81 °F", "The warmest flight has a small probability, and it can hardly fall further."),
            ],
        },
        new ChoiceQuestion("2.e", "What is the product σ(z)(1 − σ(z)) in doubles at z = 37?",
            () => (1 / (1 + Exp(-37.0))) is var s && s * (1 - s) == 0 ? "exactly 0" : Abs(s * (1 - s) / SigmoidDerivative(37) - 1) < 1e-10 ? "right to 10 digits" : "off by some per cent")
        {
            Answers =
            [
                ("right to 10 digits", "The formula is right, and doubles have 16 digits. The subtraction uses them all up."),
                ("off by some per cent", "At 36 it is. One more unit, and σ has been rounded to 1."),
                ("exactly 0", "σ(37) has been rounded to 1, and 1 − 1 is 0."),
            ],
        },
        new ChoiceQuestion("2.f", "A central difference at z = 2. Which of these steps h has the smallest error?",
            () => new[] { (1e-1, "0.1"), (1e-5, "0.00001"), (1e-14, "0.00000000000001") }.MinBy(h => Abs((Sigmoid(2 + h.Item1) - Sigmoid(2 - h.Item1)) / (2 * h.Item1) - SigmoidDerivative(2))).Item2)
        {
            Answers =
            [
                ("0.1", "The curve bends too much over such a step."),
                ("0.00001", "Small enough for the bend, large enough that the difference keeps its digits."),
                ("0.00000000000001", "On paper the smallest step is best. In doubles both values agree in nearly all digits, and what is left of their difference is rounding."),
            ],
        },
        new NumberQuestion("2.g", "A weight of 4: divide by four says 1. How much can one whole unit of the feature change the probability at most?", () => Sigmoid(2) - Sigmoid(-2), within: 0.05)
        {
            Why = "Half a unit to each side of the middle, from σ(−2) to σ(2).",
            Tempting = [(1, "That is the bound, reached only if the slope stayed at its largest over the whole unit."), (0.5, "That is the way from the middle to certainty, on one side.")],
        },
    ];
}
