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
// Gradient and Hessian are those of lesson 5 and exercise 8.2; the step solves H s = -g, two equations by Cramer's rule.
double[] NewtonStep(double[] x, double[] y, double b, double w)
{
    double[] error = x.Zip(y, (xi, yi) => Sigmoid(w * xi + b) - yi).ToArray();
    double[] s = x.Select(xi => SigmoidDerivative(w * xi + b)).ToArray();
    double gb = error.Average(), gw = error.Zip(x, (e, xi) => e * xi).Average();
    double hbb = s.Average(), hbw = s.Zip(x, (si, xi) => si * xi).Average();
    double hww = s.Zip(x, (si, xi) => si * xi * xi).Average();
    double area = hbb * hww - hbw * hbw;
    return [b - (hww * gb - hbw * gw) / area, w - (hbb * gw - hbw * gb) / area];
}
