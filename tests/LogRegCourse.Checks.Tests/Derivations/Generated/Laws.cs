using static System.Math;
using static LogRegCourse.Logistic;
using Four = System.Linq.Expressions.Expression<System.Func<double, double, double, double, double>>;
using FourEqual = System.Linq.Expressions.Expression<System.Func<double, double, double, double, bool>>;

namespace LogRegCourse.Checks.Tests.Derivations.Generated;

/// <summary>Laws that hold, and laws that do not: what students take for one.</summary>
internal static class Laws
{
    public static IReadOnlyList<Template> Right { get; } =
    [
        P("log of a product", (a, b, c, n) => Log(a * b), (a, b, c, n) => Log(b) + Log(a)),
        P("log of a quotient", (a, b, c, n) => Log(a / b), (a, b, c, n) => -Log(b) + Log(a)),
        P("log of a power", (a, b, c, n) => Log(Pow(a, n)), (a, b, c, n) => Log(a) * n),
        P("power of an exponential", (a, b, c, n) => Pow(a, b), (a, b, c, n) => Exp(b * Log(a))),
        P("sum of fractions", (a, b, c, n) => a / b + c / a, (a, b, c, n) => (a * a + b * c) / (a * b)),
        P("double fraction", (a, b, c, n) => a / (b / c), (a, b, c, n) => a * c / b),
        P("divide above and below", (a, b, c, n) => a / (a + b), (a, b, c, n) => 1 / (1 + b / a)),
        P("log base two", (a, b, c, n) => Log2(a), (a, b, c, n) => Log(a) / Log(2)),
        P("square root of a product", (a, b, c, n) => Sqrt(a * b), (a, b, c, n) => Sqrt(b) * Sqrt(a)),
        P("softplus as a logarithm", (a, b, c, n) => Softplus(Log(a)), (a, b, c, n) => Log(1 + a)),
        P("sigmoid of log-odds", (a, b, c, n) => Sigmoid(Log(a / b)), (a, b, c, n) => a / (a + b)),
        R("e to a sum", (a, b, c, n) => Exp(a + b), (a, b, c, n) => Exp(b) * Exp(a)),
        R("e to a difference", (a, b, c, n) => Exp(a - b), (a, b, c, n) => Exp(a) / Exp(b)),
        R("sigmoid mirrored", (a, b, c, n) => Sigmoid(-a), (a, b, c, n) => 1 - Sigmoid(a)),
        R("sigmoid written out", (a, b, c, n) => Sigmoid(a - b), (a, b, c, n) => Exp(a) / (Exp(a) + Exp(b))),
        R("softplus mirrored", (a, b, c, n) => Softplus(-a), (a, b, c, n) => Softplus(a) - a),
        R("log sigmoid", (a, b, c, n) => Log(Sigmoid(a)), (a, b, c, n) => -Log(1 + Exp(-a))),
        R("tanh and sigmoid", (a, b, c, n) => Tanh(a), (a, b, c, n) => 2 * Sigmoid(2 * a) - 1),
        R("square of a sum", (a, b, c, n) => Pow(a + b, 2), (a, b, c, n) => a * a + 2 * a * b + b * b),
        R("difference of squares", (a, b, c, n) => a * a - b * b, (a, b, c, n) => (a + b) * (a - b)),
        R("distribution", (a, b, c, n) => a * (b - c), (a, b, c, n) => a * b - c * a),
        R("minus before brackets", (a, b, c, n) => a - (b - c), (a, b, c, n) => a - b + c),
        R("maximum", (a, b, c, n) => Max(a, b), (a, b, c, n) => (a + b + Abs(a - b)) / 2),
        R("stable log-sum-exp", (a, b, c, n) => Log(Exp(a) + Exp(b)), (a, b, c, n) => Max(a, b) + Softplus(-Abs(a - b))),
        R("cases", (a, b, c, n) => Abs(a), (a, b, c, n) => a > 0 ? a : -a),
        R("hyperbolic", (a, b, c, n) => Cosh(a) * Cosh(a) - Sinh(a) * Sinh(a), (a, b, c, n) => 1 + 0 * a),
        R("weights folded", (a, b, c, n) => a / 3 + b / 7, (a, b, c, n) => 1.0 / 3 * a + 1.0 / 7 * b),
        R("constant folded", (a, b, c, n) => Exp(a - 1), (a, b, c, n) => 1 / E * Exp(a)),
        D("chain rule, log", (a, b, c, n) => Log(1 + Exp(a)), (a, b, c, n) => b * Sigmoid(a)),
        D("chain rule, sigmoid", (a, b, c, n) => Sigmoid(a), (a, b, c, n) => b * (Sigmoid(a) - Pow(Sigmoid(a), 2))),
        D("chain rule, power", (a, b, c, n) => Pow(a, 3), (a, b, c, n) => 3 * b * a * a),
        D("chain rule, exponential", (a, b, c, n) => Exp(-a), (a, b, c, n) => -b * Exp(-a)),
        D("quotient", (a, b, c, n) => 1 / (1 + Exp(-a)), (a, b, c, n) => b * Exp(-a) / Pow(1 + Exp(-a), 2)),
        D("product", (a, b, c, n) => a * Exp(a), (a, b, c, n) => b * Exp(a) * (1 + a)),
        D("log-sum-exp", (a, b, c, n) => Log(Exp(a) + 1 + Exp(-a)), (a, b, c, n) => b * (Exp(a) - Exp(-a)) / (Exp(a) + 1 + Exp(-a))),
        Q("solve a line", (a, b, c, n) => a * n + b == c, (a, b, c, n) => (c - b) / n == a),
        Q("bring over", (a, b, c, n) => a + b == c, (a, b, c, n) => b - c == -a),
        Q("multiply out", (a, b, c, n) => a * (b + 1) == c, (a, b, c, n) => c - a * b == a),
        Q("exponentiate", (a, b, c, n) => Log(1 + Exp(a)) == b + 20, (a, b, c, n) => 1 + Exp(a) == Exp(b + 20)),
        Q("square", (a, b, c, n) => a * a == b * b, (a, b, c, n) => (a - b) * (b + a) == 0),
        Q("odds", (a, b, c, n) => Sigmoid(a) == Sigmoid(b + c), (a, b, c, n) => a - c == b),
    ];

    public static IReadOnlyList<Template> Wrong { get; } =
    [
        P("log of a sum", (a, b, c, n) => Log(a + b), (a, b, c, n) => Log(a) + Log(b), "logarithm of a sum"),
        P("log of a quotient as a quotient", (a, b, c, n) => Log(a / b), (a, b, c, n) => Log(a) / Log(b), "quotient"),
        P("log of a quotient, sum", (a, b, c, n) => Log(a / b), (a, b, c, n) => Log(a) + Log(b), "sign|not their sum"),
        P("log of a product as a product", (a, b, c, n) => Log(a * b), (a, b, c, n) => Log(a) * Log(b), "product"),
        P("power of the log", (a, b, c, n) => Log(Pow(a, n)), (a, b, c, n) => Pow(Log(a), n), "exponent"),
        P("factor into the log", (a, b, c, n) => n * Log(a), (a, b, c, n) => Log(n * a), "factor"),
        P("difference of logs", (a, b, c, n) => Log(a) - Log(b), (a, b, c, n) => Log(a - b + 9) - Log(9), ""),
        P("quotient of logs", (a, b, c, n) => Log(a) / Log(b), (a, b, c, n) => Log(a) - Log(b), "quotient of two logarithms"),
        P("fractions added", (a, b, c, n) => 1 / a + 1 / b, (a, b, c, n) => 1 / (a + b), "denominator"),
        P("fraction split", (a, b, c, n) => c / (a + b), (a, b, c, n) => c / a + c / b, "split"),
        P("summand cancelled", (a, b, c, n) => (a + b) / (a + c), (a, b, c, n) => b / c, "cancel"),
        P("brackets below", (a, b, c, n) => c / (a + b), (a, b, c, n) => c / a + b, "rackets"),
        P("one term divided", (a, b, c, n) => (a + b) / c, (a, b, c, n) => a + b / c, "divided|rackets"),
        P("root of a sum", (a, b, c, n) => Sqrt(a + b), (a, b, c, n) => Sqrt(a) + Sqrt(b), "root"),
        P("double fraction", (a, b, c, n) => a / (b / c), (a, b, c, n) => a / b / c, "turns it round|rackets"),
        P("upside down", (a, b, c, n) => a / b, (a, b, c, n) => b / a, "swapped|upside"),
        P("epsilon", (a, b, c, n) => Log(a), (a, b, c, n) => Log(a + 1e-8), "small number"),
        P("clipped", (a, b, c, n) => Log(a), (a, b, c, n) => Log(Max(a, 1e-6)), "lipping"),
        P("base", (a, b, c, n) => Log(a * b), (a, b, c, n) => Log10(a) + Log10(b), "base"),
        R("square of a sum", (a, b, c, n) => Pow(a + b, 2), (a, b, c, n) => a * a + b * b, "term by term|mixed"),
        R("square of a difference", (a, b, c, n) => Pow(a - b, 2), (a, b, c, n) => a * a - b * b, "term by term|mixed"),
        R("e to a sum", (a, b, c, n) => Exp(a + b), (a, b, c, n) => Exp(a) + Exp(b), "power"),
        R("e to a product", (a, b, c, n) => Exp(a * b), (a, b, c, n) => Exp(a) * Exp(b), "power"),
        R("minus in the exponent", (a, b, c, n) => Exp(-a), (a, b, c, n) => -Exp(a), "reciprocal"),
        R("minus before brackets", (a, b, c, n) => a - (b + c), (a, b, c, n) => a - b + c, "minus|sign"),
        R("minus before two terms", (a, b, c, n) => -(a + b), (a, b, c, n) => -a + b, "minus|sign"),
        R("one term multiplied", (a, b, c, n) => a * (b + c), (a, b, c, n) => a * b + c, "factor|rackets"),
        R("brackets too wide", (a, b, c, n) => a * b + c, (a, b, c, n) => a * (b + c), "rackets"),
        R("sign", (a, b, c, n) => a * b - c, (a, b, c, n) => a * b + c, "sign"),
        R("sign of the whole", (a, b, c, n) => Sigmoid(a) - b, (a, b, c, n) => b - Sigmoid(a), "sign|swapped"),
        R("sigmoid of a sum", (a, b, c, n) => Sigmoid(a + b), (a, b, c, n) => Sigmoid(a) + Sigmoid(b), "sigmoid"),
        R("minus out of the sigmoid", (a, b, c, n) => Sigmoid(-a), (a, b, c, n) => -Sigmoid(a), "sigmoid|minus"),
        R("sigmoid lost", (a, b, c, n) => Sigmoid(a) - b, (a, b, c, n) => a - b, "sigmoid"),
        R("term dropped", (a, b, c, n) => a * b + Exp(c) + 1, (a, b, c, n) => a * b + Exp(c), "1|dropped"),
        R("factor dropped", (a, b, c, n) => a * b * Exp(c), (a, b, c, n) => a * Exp(c), "factor"),
        R("half forgotten", (a, b, c, n) => a * b / 2 + c, (a, b, c, n) => a * b + c, "2"),
        R("whole numbers divided", (a, b, c, n) => a * b / 2 + c, (a, b, c, n) => 1 / 2 * a * b + c, "whole numbers"),
        R("clipped far out", (a, b, c, n) => Sigmoid(a), (a, b, c, n) => Sigmoid(Max(-30, Min(30, a))), "lipping"),
        R("linear far out", (a, b, c, n) => Softplus(a), (a, b, c, n) => a > 40 ? a : Softplus(a), "close"),
        R("log of one plus e", (a, b, c, n) => Log(1 + Exp(a)), (a, b, c, n) => a, "logarithm of a sum|softplus"),
        D("inner derivative, log", (a, b, c, n) => Log(3 + Exp(a)), (a, b, c, n) => 1 / (3 + Exp(a)), "inner"),
        D("inner derivative, sigmoid", (a, b, c, n) => Sigmoid(a), (a, b, c, n) => Sigmoid(a) * (1 - Sigmoid(a)), "inner"),
        D("inner derivative, exponential", (a, b, c, n) => Exp(a), (a, b, c, n) => Exp(a), "inner|nothing was differentiated"),
        D("inner derivative, power", (a, b, c, n) => Pow(a, 3), (a, b, c, n) => 3 * Pow(a, 2), "inner"),
        D("slope of the sigmoid", (a, b, c, n) => Sigmoid(a), (a, b, c, n) => b * Sigmoid(a), "1 -"),
        D("product rule", (a, b, c, n) => a * Exp(a), (a, b, c, n) => b * b * Exp(a), "product"),
        D("quotient rule, sign", (a, b, c, n) => 1 / (1 + Exp(a)), (a, b, c, n) => b * Exp(a) / Pow(1 + Exp(a), 2), "minus|sign"),
        D("nothing differentiated", (a, b, c, n) => Softplus(a), (a, b, c, n) => Softplus(a), "nothing was differentiated"),
        D("exponent not lowered", (a, b, c, n) => Pow(a, 3), (a, b, c, n) => 3 * b * Pow(a, 3), "exponent"),
        D("exponent forgotten", (a, b, c, n) => Pow(a, 4), (a, b, c, n) => b * Pow(a, 3), "exponent|4"),
        D("constant kept", (a, b, c, n) => Exp(a) + 5, (a, b, c, n) => b * Exp(a) + 5, "constant|5"),
        D("sign lost", (a, b, c, n) => -Log(1 + Exp(-a)), (a, b, c, n) => -b * Sigmoid(-a), "sign|minus|inner"),
        Q("sign at the move", (a, b, c, n) => a + b == c, (a, b, c, n) => a == c + b, "sign"),
        Q("factor at the move", (a, b, c, n) => n * a == c + b, (a, b, c, n) => a == n * (c + b), "factor"),
        Q("one term divided", (a, b, c, n) => n * a == c + b, (a, b, c, n) => a == c / n + b, "divided|rackets"),
        Q("multiplied out halfway", (a, b, c, n) => a * (b + 1) == c, (a, b, c, n) => a * b + 1 == c, "factor|rackets"),
        Q("exponentiated halfway", (a, b, c, n) => Log(1 + Exp(a)) == b + 20, (a, b, c, n) => 1 + Exp(a) == b + 20, "one side"),
        Q("root lost", (a, b, c, n) => a * a == a * b, (a, b, c, n) => a == b, "divided by"),
        Q("root added", (a, b, c, n) => a == b + 1, (a, b, c, n) => a * a == (b + 1) * (b + 1), "added"),
        Q("sign of one side", (a, b, c, n) => -a == b - c, (a, b, c, n) => a == b - c, "sign"),
    ];

    private static Template P(string name, Four from, Four to, string words = "") => new(name, from, to, Parts.OfPositive, words);

    private static Template R(string name, Four from, Four to, string words = "") => new(name, from, to, Parts.OfReal, words);

    private static Template D(string name, Four from, Four to, string words = "") => new(name, from, to, Parts.OfInner, words);

    private static Template Q(string name, FourEqual from, FourEqual to, string words = "") => new(name, from, to, Parts.OfReal, words);
}
