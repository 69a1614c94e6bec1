using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Derivations;

/// <summary>The derivations of the four source documents, every line right: what the course asks a student to replicate.</summary>
internal static class SourceDerivations
{
    public static IReadOnlyDictionary<string, Func<Derivation>> All { get; } = new Dictionary<string, Func<Derivation>>
    {
        ["logit inversion"] = LogitInversion,
        ["sigmoid slope"] = SigmoidSlope,
        ["Bernoulli to cross-entropy"] = BernoulliToCrossEntropy,
        ["likelihood of a sample"] = LikelihoodOfASample,
        ["partial derivative, one example"] = PartialDerivativeOfOneExample,
        ["partial derivatives"] = PartialDerivatives,
        ["matrix gradient"] = MatrixGradient,
        ["Hessian"] = Hessian,
        ["softmax gradient"] = SoftmaxGradient,
        ["two classes again"] = TwoClassesAgain,
    };

    private static Derivation LogitInversion() => Derivation.Of("the inverse of the logit").Where("p in (0,1)")
        .From((p, z) => Log(p / (1 - p)) == z)
        .Then("exponentiate both sides", (p, z) => p / (1 - p) == Exp(z))
        .Then("multiply by 1 - p", (p, z) => p == Exp(z) * (1 - p))
        .Then("expand", (p, z) => p == Exp(z) - p * Exp(z))
        .Then("collect what has p", (p, z) => p + p * Exp(z) == Exp(z))
        .Then("take p out", (p, z) => p * (1 + Exp(z)) == Exp(z))
        .Then("divide", (p, z) => p == Exp(z) / (1 + Exp(z)))
        .Therefore("divide numerator and denominator by e^z", (p, z) => p == 1 / (1 + Exp(-z)));

    private static Derivation SigmoidSlope() => Derivation.Of("the slope of the sigmoid")
        .From(z => 1 / (1 + Exp(-z)))
        .Differentiate("quotient and chain rule", z => (0 * (1 + Exp(-z)) - 1 * (Exp(-z) * -1)) / Pow(1 + Exp(-z), 2))
        .Then("tidy the numerator", z => Exp(-z) / Pow(1 + Exp(-z), 2))
        .Then("add and subtract one", z => (1 + Exp(-z) - 1) / Pow(1 + Exp(-z), 2))
        .Then("split", z => 1 / (1 + Exp(-z)) - 1 / Pow(1 + Exp(-z), 2))
        .Then("take out the common factor", z => 1 / (1 + Exp(-z)) * (1 - 1 / (1 + Exp(-z))))
        .Therefore("in terms of the sigmoid", z => Sigmoid(z) * (1 - Sigmoid(z)));

    private static Derivation BernoulliToCrossEntropy() => Derivation.Of("from Bernoulli to cross-entropy").Where("y in {0,1}", "p in (0,1)")
        .From((y, p) => y == 1 ? p : 1 - p)
        .Then("one formula for both cases", (y, p) => Pow(p, y) * Pow(1 - p, 1 - y))
        .TakeLog("the logarithm of a product and of a power", (y, p) => y * Log(p) + (1 - y) * Log(1 - p))
        .Negate("from a likelihood to a loss", (y, p) => -(y * Log(p) + (1 - y) * Log(1 - p)));

    private static Derivation LikelihoodOfASample() => Derivation.Of("from the likelihood of a sample to its mean cross-entropy")
        .Sizes("y: n", "p: n").Where("y in {0,1}", "p in (0,1)")
        .From((y, p, n) => Product(i => Pow(p[i], y[i]) * Pow(1 - p[i], 1 - y[i])))
        .TakeLog("a product becomes a sum", (y, p, n) => Sum(i => y[i] * Log(p[i]) + (1 - y[i]) * Log(1 - p[i])))
        .Negate("a loss", (y, p, n) => -Sum(i => y[i] * Log(p[i]) + (1 - y[i]) * Log(1 - p[i])));

    private static Derivation PartialDerivativeOfOneExample() => Derivation.Of("the slope of one example's loss").Where("y in {0,1}")
        .From((w, x, b, y) => -(y * Log(Sigmoid(w * x + b)) + (1 - y) * Log(1 - Sigmoid(w * x + b))))
        .Differentiate("chain rule", (w, x, b, y) => -(y / Sigmoid(w * x + b) - (1 - y) / (1 - Sigmoid(w * x + b))) * Sigmoid(w * x + b) * (1 - Sigmoid(w * x + b)) * x)
        .Then("common denominator", (w, x, b, y) => -((y - Sigmoid(w * x + b)) / (Sigmoid(w * x + b) * (1 - Sigmoid(w * x + b)))) * Sigmoid(w * x + b) * (1 - Sigmoid(w * x + b)) * x)
        .Then("cancel", (w, x, b, y) => -(y - Sigmoid(w * x + b)) * x)
        .Therefore("the error times the input", (w, x, b, y) => (Sigmoid(w * x + b) - y) * x);

    private static Derivation PartialDerivatives() => Derivation.Of("the partial derivatives of the mean cross-entropy")
        .Sizes("X: n x d", "w: d", "y: n", "j: 1..d").Where("y in {0,1}")
        .From((X, w, y, j, n) => -1 / n * Sum(i => y[i] * Log(Sigmoid(X[i].T * w)) + (1 - y[i]) * Log(1 - Sigmoid(X[i].T * w))))
        .Differentiate("chain rule, term by term", (X, w, y, j, n) => -1 / n * Sum(i =>
            (y[i] / Sigmoid(X[i].T * w) - (1 - y[i]) / (1 - Sigmoid(X[i].T * w))) * Sigmoid(X[i].T * w) * (1 - Sigmoid(X[i].T * w)) * X[i, j]), by: "w[j]")
        .Then("common denominator", (X, w, y, j, n) => -1 / n * Sum(i =>
            (y[i] - Sigmoid(X[i].T * w)) / (Sigmoid(X[i].T * w) * (1 - Sigmoid(X[i].T * w))) * Sigmoid(X[i].T * w) * (1 - Sigmoid(X[i].T * w)) * X[i, j]))
        .Then("cancel", (X, w, y, j, n) => -1 / n * Sum(i => (y[i] - Sigmoid(X[i].T * w)) * X[i, j]))
        .Therefore("the minus sign into the bracket", (X, w, y, j, n) => 1 / n * Sum(i => (Sigmoid(X[i].T * w) - y[i]) * X[i, j]));

    private static Derivation MatrixGradient() => Derivation.Of("the gradient as a matrix")
        .Sizes("X: n x d", "w: d", "y: n").Where("y in {0,1}")
        .From((X, w, y, n) => 1 / n * Sum(i => Softplus(X[i].T * w) - y[i] * (X[i].T * w)))
        .Differentiate("the slope of softplus is the sigmoid", (X, w, y, n) => 1 / n * Sum(i => (Sigmoid(X[i].T * w) - y[i]) * X[i]), by: "w")
        .Therefore("a sum of rows times numbers is a product", (X, w, y, n) => 1 / n * X.T * (Sigmoid(X * w) - y));

    private static Derivation Hessian() => Derivation.Of("the Hessian")
        .Sizes("X: n x d", "w: d", "y: n")
        .From((X, w, y, n) => 1 / n * X.T * (Sigmoid(X * w) - y))
        .Differentiate("the slope of the sigmoid", (X, w, y, n) => 1 / n * Sum(i => Sigmoid(X[i].T * w) * (1 - Sigmoid(X[i].T * w)) * (X[i] * X[i].T)), by: "w")
        .Therefore("weights on the diagonal", (X, w, y, n) => 1 / n * X.T * Diag(Hadamard(Sigmoid(X * w), 1 - Sigmoid(X * w))) * X);

    private static Derivation SoftmaxGradient() => Derivation.Of("the gradient of softmax cross-entropy")
        .Sizes("z: K", "y: K").Where("y one-hot")
        .From((z, y) => -Sum(k => y[k] * Log(Softmax(z)[k])))
        .Then("the logarithm of softmax", (z, y) => -Sum(k => y[k] * (z[k] - LogSumExp(z))))
        .Then("the labels sum to one", (z, y) => LogSumExp(z) - Sum(k => y[k] * z[k]))
        .Differentiate("the slope of log-sum-exp is softmax", (z, y) => Softmax(z) - y, by: "z");

    private static Derivation TwoClassesAgain() => Derivation.Of("softmax of two classes")
        .From((a, b) => Exp(a) / (Exp(a) + Exp(b)))
        .Then("divide by e^a", (a, b) => 1 / (1 + Exp(b - a)))
        .Therefore("the sigmoid of the difference", (a, b) => Sigmoid(a - b));
}
