// exercise 10.1
double colderFactor = Exp(10 * 0.2321627442);

// exercise 10.2
double AfterOneUnit(double p, double w) => Sigmoid(Logit(p) + w);

// exercise 10.3
double[] RatioInterval(double w, double standardError) =>
    [Exp(w - 1.96 * standardError), Exp(w + 1.96 * standardError)];

// exercise 10.4
double TableCoefficient(double a, double b, double c, double d) => Log(a * d / (b * c));

// exercise 10.5
var answer10_5 = Derivation.Of("the slope in x")
    .From((x, w, b) => Sigmoid(b + w * x))
    .Differentiate("chain rule; the slope of the sigmoid", (x, w, b) => Sigmoid(b + w * x) * (1 - Sigmoid(b + w * x)) * w)
    .Therefore("with σ(-z) for 1 - σ(z)", (x, w, b) => w * Sigmoid(b + w * x) * Sigmoid(-(b + w * x)));
