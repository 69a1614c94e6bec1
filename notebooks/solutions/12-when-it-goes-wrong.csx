// exercise 12.1
double RidgePenalty(double[] weights, double lambda) => lambda / 2 * weights.Skip(1).Sum(w => w * w);

// exercise 12.2
double SoftThreshold(double v, double lambda) => Sign(v) * Max(Abs(v) - lambda, 0);

// exercise 12.3
double reportedError = 0.108 / Sqrt(9);

// exercise 12.4
var answer12_4 = Derivation.Of("odds after sampling")
    .Where("p in (0,1)", "r1 > 0", "r0 > 0")
    .From((p, r1, r0) => r1 * p / (r1 * p + r0 * (1 - p)) / (1 - r1 * p / (r1 * p + r0 * (1 - p))))
    .Then("write the 1 over the same denominator", (p, r1, r0) => r1 * p / (r1 * p + r0 * (1 - p)) / (r0 * (1 - p) / (r1 * p + r0 * (1 - p))))
    .Therefore("the denominators cancel", (p, r1, r0) => p / (1 - p) * (r1 / r0));

// exercise 12.5
double HonestIntercept(double intercept, double trueShare, double sampleShare) =>
    intercept - Log((1 - trueShare) / trueShare * (sampleShare / (1 - sampleShare)));
