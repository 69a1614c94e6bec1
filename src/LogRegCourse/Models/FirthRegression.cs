namespace LogRegCourse;

/// <summary>
/// Logistic regression with Firth's correction: the log-likelihood plus ½·log det(XᵀWX), W = diag(p(1 − p)). The estimate is
/// finite for separated classes too, and its bias is smaller than that of maximum likelihood.
/// </summary>
/// <remarks>
/// Solves Σ (y_i − p_i + h_i(½ − p_i))·x_ij = 0 with the leverages h_i by Newton's method with halved steps; the curvature of row i is taken 1 + h_i times. Sources:
/// D. Firth, Biometrika 80 (1993); G. Heinze and M. Schemper, Statistics in Medicine 21 (2002).
/// </remarks>
public static class FirthRegression
{
    private const int MaxIterations = 200;
    private const double SmallStep = 1e-12;

    // Armijo's constant, and the rounding of a sum that no step can be blamed for.
    private const double SufficientIncrease = 1e-4;
    private const double Rounding = 1e-14;

    /// <summary>The coefficients: intercept first, then one slope per column.</summary>
    /// <param name="x">n × d features.</param>
    /// <param name="y">n labels, 0 or 1; they may all be the same.</param>
    /// <exception cref="ArgumentException">Lengths differ, a label is not 0 or 1, or there are more coefficients than rows.</exception>
    /// <exception cref="NoEstimateException">A column does not vary, repeats what others say, or the maximum was not reached.</exception>
    public static double[] Fit(Features x, double[] y)
    {
        Guard.OnePerRow(x, y);
        Guard.Labels(y, nameof(y));
        Guard.EnoughRows(y.Length, x.ColumnCount + 1);
        if (LinearDependence.Find(x) is { } dependence)
            throw new NoEstimateException($"A column does not vary or repeats what others say: {dependence.Sentence} Leave it out.");
        // The correction is the same for any columns that span the same space: orthogonal ones lose no digits.
        var working = WorkingColumns.Of(x, null, intercept: true);
        var columns = working.Exactly(x);
        var factor = TriangularFactor.OfColumns(columns) ?? throw NotReached();
        var size = Math.Sqrt(y.Length);
        var weights = Maximise([.. Enumerable.Range(0, y.Length).Select(i => Array.ConvertAll(columns, column => column[i].Hi * size))], y);
        return working.ToRaw(factor.OtherHalfSolve(Array.ConvertAll(weights, weight => (DoubleDouble)weight * size)));
    }

    private static double[] Maximise(double[][] rows, double[] y)
    {
        var weights = new double[rows[0].Length];
        var (value, size, factor) = Penalised(rows, y, weights);
        for (var iteration = 0; iteration < MaxIterations; iteration++)
        {
            var (score, curvature) = Score(rows, y, weights, factor);
            var step = (double[])score.Clone();
            if (Cholesky.Factor(curvature) == 0) throw NotReached();
            Cholesky.Solve(curvature, step);
            if (step.Max(Math.Abs) < SmallStep) return weights;
            var promised = Vectors.Dot(score, step);
            for (var share = 1.0; ; share /= 2)
            {
                if (share < 1e-10) throw NotReached();
                double[] next = [.. weights.Zip(step, (weight, move) => weight + share * move)];
                var (there, nextSize, nextFactor) = Penalised(rows, y, next);
                if (!(there >= value + SufficientIncrease * share * promised - Rounding * size)) continue;
                (weights, value, size, factor) = (next, there, nextSize, nextFactor);
                break;
            }
        }
        throw NotReached();
    }

    /// <summary>Log-likelihood plus half of log det of the information, the size of the terms, and the information's Cholesky factor.</summary>
    private static (double Value, double Size, double[,] Factor) Penalised(double[][] rows, double[] y, double[] weights)
    {
        var k = weights.Length;
        var (value, information) = (0.0, new double[k, k]);
        for (var i = 0; i < rows.Length; i++)
        {
            var z = Vectors.Dot(rows[i], weights);
            value -= CrossEntropy.FromLogit(y[i], z);
            var s = Logistic.SigmoidDerivative(z);
            for (var a = 0; a < k; a++)
                for (var b = 0; b <= a; b++) information[a, b] += s * rows[i][a] * rows[i][b];
        }
        if (Cholesky.Factor(information) < 1e-12) return (double.NegativeInfinity, 0, information);
        var size = Math.Abs(value);
        for (var a = 0; a < k; a++)
        {
            var log = Math.Log(information[a, a]);
            (value, size) = (value + log, size + Math.Abs(log));
        }
        return (value, size, information);
    }

    /// <summary>The slope of the penalised log-likelihood, and about how it is curved: where a row has leverage h, 1 + h times as much as without the penalty.</summary>
    private static (double[] Score, double[,] Curvature) Score(double[][] rows, double[] y, double[] weights, double[,] factor)
    {
        var (score, curvature) = (new double[weights.Length], new double[weights.Length, weights.Length]);
        for (var i = 0; i < rows.Length; i++)
        {
            var z = Vectors.Dot(rows[i], weights);
            var p = Logistic.Sigmoid(z);
            var solved = (double[])rows[i].Clone();
            Cholesky.Solve(factor, solved);
            var slope = Logistic.SigmoidDerivative(z);
            var leverage = slope * Vectors.Dot(rows[i], solved);
            for (var j = 0; j < score.Length; j++)
            {
                score[j] += (y[i] - p + leverage * (0.5 - p)) * rows[i][j];
                for (var k = 0; k <= j; k++) curvature[j, k] += (1 + leverage) * slope * rows[i][j] * rows[i][k];
            }
        }
        return (score, curvature);
    }

    private static NoEstimateException NotReached() => new("Newton's method did not reach the maximum in 200 steps; leave columns out, or look for a row far from all others.");
}
