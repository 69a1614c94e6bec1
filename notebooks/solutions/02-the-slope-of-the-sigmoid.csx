// exercise 2.1
var slope = Derivation.Of("the slope of the sigmoid")
    .From(z => 1 / (1 + Exp(-z)))
    .Differentiate("quotient rule", z => (0 * (1 + Exp(-z)) - 1 * (-Exp(-z))) / Pow(1 + Exp(-z), 2))
    .Then("simplify the numerator", z => Exp(-z) / Pow(1 + Exp(-z), 2))
    .Then("add 1 and subtract it", z => (1 + Exp(-z) - 1) / Pow(1 + Exp(-z), 2))
    .Then("split the fraction", z => 1 / (1 + Exp(-z)) - 1 / Pow(1 + Exp(-z), 2))
    .Then("factor out the first", z => 1 / (1 + Exp(-z)) * (1 - 1 / (1 + Exp(-z))))
    .Therefore("both factors are sigmoids", z => Sigmoid(z) * (1 - Sigmoid(z)));

// exercise 2.2
// The second line of the derivation has no difference in it; the absolute value keeps the exponential at most 1.
double Slope(double z) => Exp(-Abs(z)) / Pow(1 + Exp(-Abs(z)), 2);

// exercise 2.3
var logSlope = Derivation.Of("the slope of log σ")
    .From(z => Log(Sigmoid(z)))
    .Differentiate("derivative of a logarithm", z => Sigmoid(z) * (1 - Sigmoid(z)) / Sigmoid(z))
    .Then("cancel", z => 1 - Sigmoid(z))
    .Therefore("the sigmoid in the mirror", z => Sigmoid(-z));

// exercise 2.4
double mostPerDegree = Abs(w) / 4;

// exercise 2.5
// (p(1 − p))' = p'(1 − p) − p·p' = p'(1 − 2p), and p' = p(1 − p).
double Bend(double z) => Sigmoid(z) * (1 - Sigmoid(z)) * (1 - 2 * Sigmoid(z));
