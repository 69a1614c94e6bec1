// exercise 12b.1
// 1.96 deviations are log 3; the strength is one over the variance.
double beliefLambda = Pow(1.96 / Log(3), 2);

// exercise 12b.2
// Half a head and half a tail more than were seen.
double FirthLogOdds(double k, double n) => Log((k + 0.5) / (n - k + 0.5));

// exercise 12b.3
var beta = Derivation.Of("a prior that adds tosses").Where("p in (0,1)")
    .From((p, k, n, a) => Pow(p, k) * Pow(1 - p, n - k) * (Pow(p, a) * Pow(1 - p, a)))
    .TakeLog("the logarithm", (p, k, n, a) => k * Log(p) + (n - k) * Log(1 - p) + a * Log(p) + a * Log(1 - p))
    .Therefore("collected", (p, k, n, a) => (k + a) * Log(p) + (n - k + a) * Log(1 - p));

// exercise 12b.4
// Uncertainty shrinks the log-odds, so the probability moves towards one half.
double Predictive(double mean, double deviation) => Sigmoid(mean / Sqrt(1 + PI * deviation * deviation / 8));

// exercise 12b.5
// The slope of the penalised loss rises everywhere, so halving an interval cannot fail.
double MapOf(double k, double n, double v)
{
    double low = -v * n - 1, high = v * n + 1;
    for (int i = 0; i < 200; i++)
    {
        double middle = (low + high) / 2;
        if (n * Sigmoid(middle) - k + middle / v > 0) high = middle;
        else low = middle;
    }
    return (low + high) / 2;
}
