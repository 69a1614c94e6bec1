// exercise 4.1
double Bits(double p) => -Log2(p);

// exercise 4.2
double EntropyOf(double p) => p is 0 or 1 ? 0 : -p * Log(p) - (1 - p) * Log(1 - p);

// exercise 4.3
var predictionEntropy = Derivation.Of("the entropy of a logistic prediction")
    .From(z => -Sigmoid(z) * Log(Sigmoid(z)) - (1 - Sigmoid(z)) * Log(1 - Sigmoid(z)))
    .Then("put both logarithms in", z => -Sigmoid(z) * (z - Softplus(z)) + (1 - Sigmoid(z)) * Softplus(z))
    .Then("expand", z => -z * Sigmoid(z) + Sigmoid(z) * Softplus(z) + Softplus(z) - Sigmoid(z) * Softplus(z))
    .Therefore("two terms cancel", z => Softplus(z) - z * Sigmoid(z));

// exercise 4.4
double CrossEntropyOf(double p, double q) => -p * Log(q) - (1 - p) * Log(1 - q);

// exercise 4.5
double extraNats = Log(2) - CoinEntropy(7.0 / 23);

// exercise 4.6
double Divergence(double[] p, double[] q) => p.Zip(q, (pk, qk) => pk == 0 ? 0 : pk * Log(pk / qk)).Sum();
