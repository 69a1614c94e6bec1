// exercise 6.1
double weightAfterOneStep = 0 - 0.4 * -0.5;

// exercise 6.2
double[] StepDown(double[] weights, double[] gradient, double rate) => weights.Zip(gradient, (wj, gj) => wj - rate * gj).ToArray();

// exercise 6.3
var twoSteps = Derivation.Of("the loss after two steps")
    .From((d, c, eta) => c / 2 * Pow((1 - eta * c) * d - eta * c * ((1 - eta * c) * d), 2))
    .Then("take out the distance after the first step", (d, c, eta) => c / 2 * Pow((1 - eta * c) * ((1 - eta * c) * d), 2))
    .Therefore("one power", (d, c, eta) => c / 2 * Pow(1 - eta * c, 4) * Pow(d, 2));

// exercise 6.4
double SafeStep(double[] x)
{
    double s = x.Length, t = x.Sum(), u = x.Sum(xi => xi * xi);
    return 4 * x.Length / ((s + u + Sqrt((s - u) * (s - u) + 4 * t * t)) / 2);
}

// exercise 6.5
double[] Descend(double[] x, double[] y, double rate, int steps)
{
    double b = 0, w = 0;
    for (int k = 0; k < steps; k++)
    {
        double[] error = x.Zip(y, (xi, yi) => Sigmoid(w * xi + b) - yi).ToArray();
        w -= rate * error.Zip(x, (e, xi) => e * xi).Average();
        b -= rate * error.Average();
    }
    return [b, w];
}
