// exercise 9.1
double[] SoftmaxOf(double[] z)
{
    var parts = z.Select(v => Exp(v - z.Max())).ToArray();
    return parts.Select(part => part / parts.Sum()).ToArray();
}

// exercise 9.2
double LossOf(double[] z, int trueClass)
{
    var top = z.Max();
    return top + Log(z.Sum(v => Exp(v - top))) - z[trueClass];
}

// exercise 9.3
var answer9_3 = Derivation.Of("softmax of two classes")
    .From((a, c) => Exp(c) / (Exp(a) + Exp(c)))
    .Then("divide numerator and denominator by e^c", (a, c) => 1 / (Exp(a) / Exp(c) + 1))
    .Then("a quotient of powers: subtract the exponents", (a, c) => 1 / (1 + Exp(-(c - a))))
    .Therefore("that is a sigmoid", (a, c) => Sigmoid(c - a));

// exercise 9.4
double[][] WeightGradient(double[] p, int trueClass, double[] x) =>
    p.Select((q, k) => x.Select(v => (q - (k == trueClass ? 1 : 0)) * v).ToArray()).ToArray();

// exercise 9.5
var answer9_5 = Derivation.Of("the slope of log-sum-exp")
    .From((a, b, c) => Log(Exp(a) + Exp(b) + Exp(c)))
    .Differentiate("by a", (a, b, c) => Exp(a) / (Exp(a) + Exp(b) + Exp(c)), by: "a")
    .Therefore("divide numerator and denominator by e^a", (a, b, c) => 1 / (1 + Exp(b - a) + Exp(c - a)));

// exercise 9.6
double identified = (3 - 1) * (4 + 1);
