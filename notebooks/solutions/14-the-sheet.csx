// exercise 14.1
double SurpriseInBits(double p) => -Log2(p);

// exercise 14.2
var answer14_2 = Derivation.Of("the gradient in matrix form").Sizes("X: n x d", "w: d", "y: n")
    .From((X, w, y, n) => Sum(i => Softplus(X[i].T * w) - y[i] * (X[i].T * w)) / n)
    .Differentiate("by w, term by term", (X, w, y, n) => Sum(i => (Sigmoid(X[i].T * w) - y[i]) * X[i]) / n, by: "w")
    .Therefore("collect the rows", (X, w, y, n) => X.T * (Sigmoid(X * w) - y) / n);

// exercise 14.3
double[] FitAll(double[][] rows, double[] y)
{
    var x = rows.Select(row => (double[])[1, .. row]).ToArray();
    var (w, k) = (new double[x[0].Length], x[0].Length);
    for (int step = 0; step < 30; step++)
    {
        var p = x.Select(row => Sigmoid(row.Zip(w, (a, b) => a * b).Sum())).ToArray();
        // The Newton step solves H s = g; g stands in the last column while the rows are eliminated.
        var m = Enumerable.Range(0, k).Select(a => Enumerable.Range(0, k + 1).Select(b => x.Select((row, i) =>
            row[a] * (b < k ? p[i] * (1 - p[i]) * row[b] : p[i] - y[i])).Sum()).ToArray()).ToArray();
        for (int c = 0; c < k; c++)
            for (int r = 0; r < k; r++)
            {
                if (r == c) continue;
                var factor = m[r][c] / m[c][c];
                m[r] = m[r].Zip(m[c], (u, v) => u - factor * v).ToArray();
            }
        w = w.Select((v, j) => v - m[j][k] / m[j][j]).ToArray();
    }
    return w;
}

// exercise 14.4
double[] StandardErrors(double[] x, double[] weights)
{
    var curvature = x.Select(u => SigmoidDerivative(weights[0] + weights[1] * u)).ToArray();
    var (a, b, c) = (curvature.Sum(), curvature.Zip(x, (v, u) => v * u).Sum(), curvature.Zip(x, (v, u) => v * u * u).Sum());
    return [Sqrt(c / (a * c - b * b)), Sqrt(a / (a * c - b * b))];
}
