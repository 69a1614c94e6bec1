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
// −(7 log p + 16 log(1 − p))/23 has the derivative 0 at p = 7/23, the share of ones.
double bestConstantLoss = -(7 * Log(7.0 / 23) + 16 * Log(16.0 / 23)) / 23;
