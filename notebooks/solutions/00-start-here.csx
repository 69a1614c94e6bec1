// exercise 0.1
// 7 / 23 divides whole numbers and gives 0: one of them must be a double.
double shareOfDamage = 7.0 / 23;

// exercise 0.2
double Linear(double[] w, double[] x, double b) => w.Zip(x, (weight, feature) => weight * feature).Sum() + b;

// exercise 0.3
var logarithms = Derivation.Of("the logarithm of a quotient")
    .Where("p in (0,1)")
    .From(p => Log(Pow(p, 3) / (1 - p)))
    .Then("log of a quotient", p => Log(Pow(p, 3)) - Log(1 - p))
    .Then("the exponent comes down", p => 3 * Log(p) - Log(1 - p));
