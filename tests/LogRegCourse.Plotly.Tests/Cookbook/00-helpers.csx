double S(double z) => 1 / (1 + Math.Exp(-z));
double[] Lin(double a, double b, int n) => Enumerable.Range(0, n).Select(i => a + (b - a) * i / (n - 1)).ToArray();
double[][] Table(double[] x, double[] y, Func<double, double, double> f) =>
    y.Select(v => x.Select(u => f(u, v)).ToArray()).ToArray();          // rows are y, columns are x
