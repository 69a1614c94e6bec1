// exercise 12c.1
// Call where 12.5 p exceeds 3 (1 − p).
double callFrom = 3 / (3 + 12.5);

// exercise 12c.2
// Max leaves NaN as it is; a comparison would turn it into 0.
double[] HingeOf(double[] column, double knot) => column.Select(v => Max(v - knot, 0)).ToArray();

// exercise 12c.3
// The mean is learned, so it comes from the training rows alone.
double[] Fill(double[] training, double[] others)
{
    double mean = training.Where(v => !double.IsNaN(v)).Average();
    return others.Select(v => double.IsNaN(v) ? mean : v).ToArray();
}

// exercise 12c.4
// Variances add up; one root at the end.
double CalibrationZ(double[] y, double[] p) => (y.Sum() - p.Sum()) / Sqrt(p.Sum(q => q * (1 - q)));

// exercise 12c.5
// The base line may know the training share, and nothing of the test rows.
double[] Verdict(double[] trainY, double[] testY, double[] p)
{
    double share = trainY.Average();
    double loss = testY.Zip(p, (label, q) => -(label == 1 ? Log(q) : Log(1 - q))).Average();
    double baseLine = testY.Average(label => -(label == 1 ? Log(share) : Log(1 - share)));
    return [loss, baseLine - loss];
}

// exercise 12c.6
// What a call to a voter costs stands on both sides, and cancels.
var threshold = Derivation.Of("the threshold in letters")
    .Where("p in (0,1)", "a > 0", "r > 0", "g > 0")
    .From((p, a, r, g) => a * (1 - p) + r * p == (r + g) * p)
    .Then("take rp from both sides", (p, a, r, g) => a * (1 - p) == g * p)
    .Therefore("solve for p", (p, a, r, g) => p == a / (a + g));
