// exercise 5.1
double slopeByWeight = new double[] { 1, 2, -3, -4 }.Average() / 2;

// exercise 5.2
var marginSlope = Derivation.Of("the slope with labels plus and minus one")
    .Where("t in {-1,1}")
    .From((w, x, t) => Log(1 + Exp(-t * w * x)))
    .Differentiate("chain rule", (w, x, t) => -t * x * Exp(-t * w * x) / (1 + Exp(-t * w * x)))
    .Therefore("in terms of the sigmoid", (w, x, t) => -t * x * Sigmoid(-t * w * x));

// exercise 5.3
double[] Errors(double[] y, double[] z) => z.Zip(y, (zi, yi) => Sigmoid(zi) - yi).ToArray();

// exercise 5.4
double[] GradientOfLine(double[] x, double[] y, double b, double w)
{
    double[] error = x.Zip(y, (xi, yi) => Sigmoid(w * xi + b) - yi).ToArray();
    return [error.Average(), error.Zip(x, (e, xi) => e * xi).Average()];
}

// exercise 5.5
var linearGradient = Derivation.Of("the gradient of linear regression")
    .Sizes("X: n x d", "w: d", "y: n")
    .From((X, w, y, n) => Sum(i => (X[i].T * w - y[i]) * (X[i].T * w - y[i])) / (2 * n))
    .Differentiate("row by row", (X, w, y, n) => Sum(i => (X[i].T * w - y[i]) * X[i]) / n, by: "w")
    .Therefore("as a product", (X, w, y, n) => X.T * (X * w - y) / n);

// exercise 5.6
double[] MatrixGradient(double[][] rows, double[] y, double[] w)
{
    var sum = new double[w.Length];
    for (int i = 0; i < rows.Length; i++)
    {
        double error = Sigmoid(rows[i].Zip(w, (xij, wj) => xij * wj).Sum()) - y[i];
        for (int j = 0; j < w.Length; j++) sum[j] += error * rows[i][j] / rows.Length;
    }
    return sum;
}
