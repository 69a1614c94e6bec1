namespace LogRegCourse.Cluster;

/// <summary>
/// What one row adds to the sums of logistic regression: its loss, then its gradient (p − y)·x, then, if asked for, the
/// lower half of its Hessian p(1 − p)·xxᵀ, line by line. In x a 1 for the intercept comes first.
/// </summary>
/// <remarks>A row's terms depend on the row and the weights alone: the same digits in every partition and on every machine.</remarks>
internal sealed class RowTerms(double[] weights, bool hessian)
{
    private readonly double[] _x = [1, .. new double[weights.Length - 1]];
    private readonly double[] _terms = new double[Count(weights.Length, hessian)];

    /// <summary>1 + d + d(d + 1)/2 numbers for d weights, or 1 + d without the Hessian.</summary>
    public static int Count(int weights, bool hessian) => 1 + weights + (hessian ? weights * (weights + 1) / 2 : 0);

    public ReadOnlySpan<double> Of(ReadOnlySpan<double> x, double y)
    {
        x.CopyTo(_x.AsSpan(1));
        var z = 0.0;
        for (var j = 0; j < _x.Length; j++) z += weights[j] * _x[j];
        // Not p − y: for y = 1 and p near 1 that would keep few digits.
        var slope = (1 - y) * Logistic.Sigmoid(z) - y * Logistic.Sigmoid(-z);
        _terms[0] = CrossEntropy.FromLogit(y, z);
        for (var j = 0; j < _x.Length; j++) _terms[1 + j] = slope * _x[j];
        if (!hessian) return _terms;

        var curvature = Logistic.SigmoidDerivative(z);
        var next = 1 + _x.Length;
        for (var j = 0; j < _x.Length; j++)
        {
            var product = curvature * _x[j];
            for (var k = 0; k <= j; k++) _terms[next++] = product * _x[k];
        }
        return _terms;
    }
}
