// exercise 10b.1
// At theta = 0 ten heads are expected, and the information is 20 · ½ · ½.
double scoreStatistic = (15 - 10) * (15 - 10) / (20 * 0.25);

// exercise 10b.2
// The estimate is the log-odds of the share; the information there is n p (1 − p).
double WaldSquare(double k, double n) => Pow(Log(k / (n - k)), 2) * k * (n - k) / n;

// exercise 10b.3
var poisson = Derivation.Of("score and bend of a count")
    .From((theta, k, n) => k * theta - n * Exp(theta))
    .Differentiate("the score", (theta, k, n) => k - n * Exp(theta))
    .Differentiate("the bend", (theta, k, n) => -n * Exp(theta));

// exercise 10b.4
// Centred above and below: what the intercept says already is no news.
double ScoreOfSlope(double[] x, double[] y)
{
    double meanX = x.Average(), meanY = y.Average();
    double score = x.Zip(y, (xi, yi) => (xi - meanX) * (yi - meanY)).Sum();
    return score * score / (meanY * (1 - meanY) * x.Sum(xi => Pow(xi - meanX, 2)));
}

// exercise 10b.5
// 1/(1 + e^−θ) with e^−θ = e^(q/2n) − 1.
double AtLeast(double n) => Exp(-3.84 / (2 * n));

// exercise 10b.6
// One logarithm for each row, of the probability that its own label had.
double Akaike(double[] y, double[] p, int coefficients) =>
    -2 * y.Zip(p, (yi, pi) => yi == 1 ? Log(pi) : Log(1 - pi)).Sum() + 2 * coefficients;
