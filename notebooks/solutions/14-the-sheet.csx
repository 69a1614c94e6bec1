// exercise 14.1
double SurpriseInBits(double z) => Softplus(-z) / Log(2);

// exercise 14.2
var answer14_2 = Derivation.Of("the gradient in matrix form").Sizes("X: n x d", "w: d", "y: n")
    .From((X, w, y, n) => Sum(i => Softplus(X[i].T * w) - y[i] * (X[i].T * w)) / n)
    .Differentiate("by w, term by term", (X, w, y, n) => Sum(i => (Sigmoid(X[i].T * w) - y[i]) * X[i]) / n, by: "w")
    .Therefore("collect the rows", (X, w, y, n) => X.T * (Sigmoid(X * w) - y) / n);

// exercise 14.3
// Damped Newton, as in lesson 8: gradient and Hessian row by row, the system solved with pivots, the step halved
// until the loss does not rise, so that a poor start cannot run away.
double[] FitAll(double[][] rows, double[] y)
{
    double[][] x = rows.Select(row => (double[])[1, .. row]).ToArray();
    double Score(double[] row, double[] at) => row.Zip(at, (v, c) => v * c).Sum();
    double Loss(double[] at) => x.Zip(y, (row, label) => Softplus(Score(row, at)) - label * Score(row, at)).Sum();
    var w = new double[x[0].Length];
    for (int iteration = 0; iteration < 50; iteration++)
    {
        var gradient = new double[w.Length];
        var hessian = new double[w.Length, w.Length];
        for (int i = 0; i < x.Length; i++)
        {
            double p = Sigmoid(Score(x[i], w));
            for (int j = 0; j < w.Length; j++)
            {
                gradient[j] += (p - y[i]) * x[i][j];
                for (int k = 0; k < w.Length; k++) hessian[j, k] += p * (1 - p) * x[i][j] * x[i][k];
            }
        }
        double[] step = SolveWithPivots(hessian, gradient);
        double share = 1;
        double[] Next() => w.Zip(step, (weight, s) => weight - share * s).ToArray();
        while (share > 1e-6 && Loss(Next()) > Loss(w)) share /= 2;
        w = Next();
    }
    return w;
}

// Gauss's elimination; the largest entry of a column is the pivot, so that no division is by a small number.
double[] SolveWithPivots(double[,] a, double[] right)
{
    int n = right.Length;
    double[] b = right.ToArray();
    for (int c = 0; c < n; c++)
    {
        int pivot = Enumerable.Range(c, n - c).MaxBy(r => Abs(a[r, c]));
        for (int k = 0; k < n; k++) (a[c, k], a[pivot, k]) = (a[pivot, k], a[c, k]);
        (b[c], b[pivot]) = (b[pivot], b[c]);
        for (int r = c + 1; r < n; r++)
        {
            double factor = a[r, c] / a[c, c];
            for (int k = c; k < n; k++) a[r, k] -= factor * a[c, k];
            b[r] -= factor * b[c];
        }
    }
    for (int r = n - 1; r >= 0; r--)
    {
        for (int k = r + 1; k < n; k++) b[r] -= a[r, k] * b[k];
        b[r] /= a[r, r];
    }
    return b;
}

// exercise 14.4
double[] StandardErrors(double[] x, double[] weights)
{
    var curvature = x.Select(u => SigmoidDerivative(weights[0] + weights[1] * u)).ToArray();
    var (a, b, c) = (curvature.Sum(), curvature.Zip(x, (v, u) => v * u).Sum(), curvature.Zip(x, (v, u) => v * u * u).Sum());
    return [Sqrt(c / (a * c - b * b)), Sqrt(a / (a * c - b * b))];
}
