// exercise 3.1
double Mass(int y, double p) => Pow(p, y) * Pow(1 - p, 1 - y);

// exercise 3.2
double SequenceLikelihood(int[] y, double[] p) => y.Zip(p, (label, q) => Pow(q, label) * Pow(1 - q, 1 - label)).Aggregate(1.0, (a, c) => a * c);

// exercise 3.3
var crossEntropy = Derivation.Of("cross-entropy of one example")
    .Where("y in {0,1}", "p in (0,1)")
    .From((y, p) => Pow(p, y) * Pow(1 - p, 1 - y))
    .TakeLog("log of a product", (y, p) => Log(Pow(p, y)) + Log(Pow(1 - p, 1 - y)))
    .Then("exponents come down", (y, p) => y * Log(p) + (1 - y) * Log(1 - p))
    .Negate("a loss", (y, p) => -(y * Log(p) + (1 - y) * Log(1 - p)));

// exercise 3.4
var fromLogOdds = Derivation.Of("cross-entropy from log-odds")
    .From((y, z) => -(y * Log(Sigmoid(z)) + (1 - y) * Log(1 - Sigmoid(z))))
    .Then("put the sigmoids in", (y, z) => -(y * Log(Exp(z) / (1 + Exp(z))) + (1 - y) * Log(1 / (1 + Exp(z)))))
    .Then("logarithms of fractions", (y, z) => -(y * (z - Log(1 + Exp(z))) - (1 - y) * Log(1 + Exp(z))))
    .Then("expand", (y, z) => -y * z + y * Log(1 + Exp(z)) + (1 - y) * Log(1 + Exp(z)))
    .Therefore("collect", (y, z) => Log(1 + Exp(z)) - y * z);

// exercise 3.5
double MeanCrossEntropy(double[] y, double[] z) => y.Zip(z, (label, logOdds) => Softplus(logOdds) - label * logOdds).Average();

// exercise 3.6
// The slope is zero at p = s: the best constant is the share of ones, 7/23 for the flights, with the loss 0.6145.
var bestConstant = Derivation.Of("the slope of a constant's loss")
    .Where("p in (0,1)", "s in (0,1)")
    .From((p, s) => -s * Log(p) - (1 - s) * Log(1 - p))
    .Differentiate("each logarithm", (p, s) => -s / p + (1 - s) / (1 - p))
    .Then("common denominator", (p, s) => (-s * (1 - p) + (1 - s) * p) / (p * (1 - p)))
    .Therefore("expand and cancel", (p, s) => (p - s) / (p * (1 - p)));
