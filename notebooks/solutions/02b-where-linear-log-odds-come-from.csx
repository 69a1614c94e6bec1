// exercise 2b.1
// Prior plus evidence: log(1/3), then 2/4 for each unit of x and (9 − 25)/8.
double logOddsAtSix = Log(0.25 / 0.75) + (5 - 3) / 4.0 * 6 + (9 - 25) / 8.0;

// exercise 2b.2
// The prior moves the bias alone; the weight is the distance of the means over the variance.
double[] FromBells(double mean1, double mean0, double variance, double share) =>
    [(mean0 * mean0 - mean1 * mean1) / (2 * variance) + Logit(share), (mean1 - mean0) / variance];

// exercise 2b.3
var counts = Derivation.Of("two classes of counts")
    .Where("mu1 > 0", "mu0 > 0")
    .From((x, mu1, mu0) => Log(Exp(-mu1) * Pow(mu1, x) / (Exp(-mu0) * Pow(mu0, x))))
    .Then("the logarithm takes it apart", (x, mu1, mu0) => -mu1 + x * Log(mu1) - (-mu0 + x * Log(mu0)))
    .Therefore("a slope and an intercept", (x, mu1, mu0) => x * (Log(mu1) - Log(mu0)) + mu0 - mu1);

// exercise 2b.4
var tosses = Derivation.Of("mean and variance of n tosses")
    .From((theta, n) => n * Softplus(theta))
    .Differentiate("the mean", (theta, n) => n * Sigmoid(theta))
    .Differentiate("the variance", (theta, n) => n * Sigmoid(theta) * (1 - Sigmoid(theta)));

// exercise 2b.5
// Logarithms of both bells, class 1 minus class 0; a wide bell is low, hence the last term.
double TwoWidths(double x, double mean1, double variance1, double mean0, double variance0) =>
    Pow(x - mean0, 2) / (2 * variance0) - Pow(x - mean1, 2) / (2 * variance1) + Log(variance0 / variance1) / 2;

// exercise 2b.6
// Deviations are from the mean of the own class; two means were estimated, hence n − 2.
double DiscriminantSlope(double[] x, double[] y)
{
    double mean1 = x.Where((_, i) => y[i] == 1).Average(), mean0 = x.Where((_, i) => y[i] == 0).Average();
    double squares = x.Select((v, i) => Pow(v - (y[i] == 1 ? mean1 : mean0), 2)).Sum();
    return (mean1 - mean0) / (squares / (x.Length - 2));
}
