// exercise 8.1
var curvature = Derivation.Of("the curvature from the short form")
    .Where("y in {0,1}")
    .From((w, x, y) => Softplus(w * x) - y * w * x)
    .Differentiate("once", (w, x, y) => (Sigmoid(w * x) - y) * x)
    .Differentiate("twice", (w, x, y) => Sigmoid(w * x) * (1 - Sigmoid(w * x)) * x * x);

// exercise 8.2
double[,] HessianOf(double[] x, double b, double w)
{
    double[] s = x.Select(xi => SigmoidDerivative(w * xi + b)).ToArray();
    double mixed = s.Zip(x, (si, xi) => si * xi).Average();
    return new double[,] { { s.Average(), mixed }, { mixed, s.Zip(x, (si, xi) => si * xi * xi).Average() } };
}

// exercise 8.3
double errorOfTable = Sqrt(1 / 12.0 + 1 / 6.0 + 1 / 4.0 + 1 / 12.0);

// exercise 8.4
bool HasEstimate(double[] x, double[] y)
{
    double[] zeros = x.Where((_, i) => y[i] == 0).ToArray(), ones = x.Where((_, i) => y[i] == 1).ToArray();
    return zeros.Max() > ones.Min() && ones.Max() > zeros.Min();
}

// exercise 8.5
double[] NewtonStep(double[] x, double[] y, double b, double w)
{
    var line = new LogisticLoss(x, y);
    double[] g = line.Gradient(b, w);
    double[,] h = line.Hessian(b, w);
    double area = h[0, 0] * h[1, 1] - h[0, 1] * h[1, 0];
    return [b - (h[1, 1] * g[0] - h[0, 1] * g[1]) / area, w - (h[0, 0] * g[1] - h[1, 0] * g[0]) / area];
}
