// exercise 1.1
double OddsOf(double p) => p / (1 - p);

// exercise 1.2
// o = p/(1 − p), so o − op = p, so o = p(1 + o).
double FromOdds(double odds) => odds / (1 + odds);

// exercise 1.3
var solved = Derivation.Of("from log-odds to probability").Where("p in (0,1)")
    .From((p, z) => Log(p / (1 - p)) == z)
    .Then("exponentiate both sides", (p, z) => p / (1 - p) == Exp(z))
    .Then("multiply by 1 − p", (p, z) => p == Exp(z) * (1 - p))
    .Then("expand", (p, z) => p == Exp(z) - p * Exp(z))
    .Then("collect p on the left", (p, z) => p + p * Exp(z) == Exp(z))
    .Then("factor p out", (p, z) => p * (1 + Exp(z)) == Exp(z))
    .Then("divide", (p, z) => p == Exp(z) / (1 + Exp(z)))
    .Then("divide above and below by e^z", (p, z) => p == 1 / (1 + Exp(-z)));

// exercise 1.4
var mirror = Derivation.Of("the other class")
    .From(z => 1 - 1 / (1 + Exp(-z)))
    .Then("one common fraction", z => (1 + Exp(-z) - 1) / (1 + Exp(-z)))
    .Then("simplify the numerator", z => Exp(-z) / (1 + Exp(-z)))
    .Then("divide above and below by e^−z", z => 1 / (Exp(z) + 1))
    .Therefore("which is a sigmoid again", z => Sigmoid(-z));

// exercise 1.5
// In each branch the exponential is at most 1, so nothing overflows.
double StableSigmoid(double z) => z >= 0 ? 1 / (1 + Exp(-z)) : Exp(z) / (1 + Exp(z));

// exercise 1.6
// σ(z) = 1/2 at z = 0, and w·x + b = 0 at x = −b/w.
double evenTemperature = -b / w;
