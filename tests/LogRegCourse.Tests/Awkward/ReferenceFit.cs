namespace LogRegCourse.Tests.Awkward;

/// <summary>
/// The maximum-likelihood fit by Newton's method in 100-digit arithmetic on the raw columns: no centring, no scaling, no
/// orthogonalisation, nothing of what the library does to keep its digits.
/// </summary>
internal sealed class ReferenceFit
{
    private const int MaxIterations = 60;
    private readonly BigNumber[][] _rows;
    private readonly BigNumber[] _successes;
    private readonly BigNumber[] _trials;
    private readonly BigNumber[] _ridge;
    private readonly BigNumber[] _tilt;
    private readonly int[] _counted;
    private BigNumber[,] _inverse = new BigNumber[0, 0];

    /// <summary>The rows with a column of ones where there is an intercept; tilt is the λ₁ of each slope times its sign.</summary>
    public ReferenceFit(double[][] rows, double[] successes, double[] trials, bool intercept, double ridge, double[]? tilt = null)
    {
        int[] counted = _counted = [.. Enumerable.Range(0, rows.Length).Where(i => trials[i] > 0)];
        _rows = [.. counted.Select(i => ((double[])(intercept ? [1, .. rows[i]] : rows[i])).Select(value => (BigNumber)value).ToArray())];
        _successes = [.. counted.Select(i => (BigNumber)successes[i])];
        _trials = [.. counted.Select(i => (BigNumber)trials[i])];
        double[] ofSlopes = tilt ?? new double[rows[0].Length];
        _tilt = Array.ConvertAll((double[])(intercept ? [0, .. ofSlopes] : ofSlopes), value => (BigNumber)value);
        _ridge = [.. Enumerable.Range(0, _rows[0].Length).Select(j => (BigNumber)(intercept && j == 0 ? 0 : ridge))];
    }

    public BigNumber[] Coefficients { get; private set; } = [];

    public BigNumber[] StandardErrors { get; private set; } = [];

    public BigNumber Deviance { get; private set; }

    /// <summary>Goes on from approximate coefficients until a step changes the 30th digit of no log-odds; false when it does not come to that.</summary>
    public bool RefineFrom(double[] start)
    {
        var weights = Array.ConvertAll(start, value => (BigNumber)value);
        for (var iteration = 0; iteration < MaxIterations; iteration++)
        {
            var (gradient, hessian) = Derivatives(weights);
            var inverse = Inverse(hessian);
            if (inverse is null) return false;
            var step = new BigNumber[weights.Length];
            for (var j = 0; j < step.Length; j++)
                for (var k = 0; k < step.Length; k++) step[j] -= inverse[j, k] * gradient[k];
            var change = _rows.Max(row => Math.Abs(Dot(row, step).ToDouble()));
            if (!double.IsFinite(change)) return false;
            for (var j = 0; j < step.Length; j++) weights[j] += change > 2 ? step[j] * (2 / change) : step[j];
            if (change > 1e-30) continue;
            _inverse = inverse;
            (Coefficients, StandardErrors) = (weights, [.. Enumerable.Range(0, weights.Length).Select(j => BigNumber.Sqrt(inverse[j, j]))]);
            Deviance = DevianceAt(weights);
            return true;
        }
        return false;
    }

    /// <summary>The slope of the loss towards a column that has no weight.</summary>
    public double SlopeTowards(double[] column)
    {
        BigNumber sum = 0.0;
        for (var i = 0; i < _rows.Length; i++)
        {
            var (p, q) = Probabilities(Dot(_rows[i], Coefficients));
            sum += (p * (_trials[i] - _successes[i]) - q * _successes[i]) * column[_counted[i]];
        }
        return sum.ToDouble();
    }

    /// <summary>The variance of the log-odds of a row with its leading one.</summary>
    public BigNumber VarianceAt(double[] entries)
    {
        BigNumber sum = 0.0;
        for (var j = 0; j < entries.Length; j++)
            for (var k = 0; k < entries.Length; k++) sum += entries[j] * _inverse[j, k] * entries[k];
        return sum;
    }

    /// <summary>By how much the deviance rises when one coefficient is held at a value and the others are refitted.</summary>
    public double RiseAt(int index, double value)
    {
        var weights = (BigNumber[])Coefficients.Clone();
        int[] free = [.. Enumerable.Range(0, weights.Length).Where(j => j != index)];
        // The others follow at first as the curvature at the maximum tells them to.
        var moved = (value - weights[index]) / _inverse[index, index];
        for (var j = 0; j < weights.Length; j++) weights[j] += moved * _inverse[j, index];
        weights[index] = value;
        for (var iteration = 0; iteration < 20 * MaxIterations && free.Length > 0; iteration++)
        {
            var (gradient, hessian) = Derivatives(weights);
            var block = new BigNumber[free.Length, free.Length];
            for (var a = 0; a < free.Length; a++)
                for (var b = 0; b < free.Length; b++) block[a, b] = hessian[free[a], free[b]];
            if (Inverse(block) is not { } inverse) return double.NaN;
            var step = new BigNumber[weights.Length];
            for (var a = 0; a < free.Length; a++)
                for (var b = 0; b < free.Length; b++) step[free[a]] -= inverse[a, b] * gradient[free[b]];
            var change = _rows.Max(row => Math.Abs(Dot(row, step).ToDouble()));
            for (var j = 0; j < step.Length; j++) weights[j] += change > 2 ? step[j] * (2 / change) : step[j];
            if (change < 1e-20) break;
        }
        return (DevianceAt(weights) - Deviance).ToDouble();
    }

    private (BigNumber[] Gradient, BigNumber[,] Hessian) Derivatives(BigNumber[] weights)
    {
        var (gradient, hessian) = (new BigNumber[weights.Length], new BigNumber[weights.Length, weights.Length]);
        for (var i = 0; i < _rows.Length; i++)
        {
            var (p, q) = Probabilities(Dot(_rows[i], weights));
            var slope = p * (_trials[i] - _successes[i]) - q * _successes[i];
            var curvature = _trials[i] * p * q;
            for (var j = 0; j < weights.Length; j++)
            {
                gradient[j] += slope * _rows[i][j];
                for (var k = 0; k <= j; k++) hessian[j, k] += curvature * _rows[i][j] * _rows[i][k];
            }
        }
        for (var j = 0; j < weights.Length; j++)
        {
            gradient[j] += _ridge[j] * weights[j] + _tilt[j];
            hessian[j, j] += _ridge[j];
            for (var k = 0; k < j; k++) hessian[k, j] = hessian[j, k];
        }
        return (gradient, hessian);
    }

    private BigNumber DevianceAt(BigNumber[] weights)
    {
        BigNumber sum = 0.0;
        for (var i = 0; i < _rows.Length; i++)
        {
            var z = Dot(_rows[i], weights);
            var failures = _trials[i] - _successes[i];
            if (!_successes[i].IsZero) sum += _successes[i] * (LogOfShare(_successes[i], failures) + Softplus(-z));
            if (!failures.IsZero) sum += failures * (LogOfShare(failures, _successes[i]) + Softplus(z));
        }
        return 2.0 * sum;
    }

    private static BigNumber LogOfShare(BigNumber part, BigNumber rest) => rest.IsZero ? 0.0 : BigNumber.Log(part / (part + rest));

    private static BigNumber Softplus(BigNumber z)
    {
        var e = BigNumber.Exp(-BigNumber.Abs(z));
        // log(1 + e), of which the logarithm of a sum would leave no digits where e is small.
        var log = e < 1e-30 ? e - e * e / 2.0 + e * e * e / 3.0 : BigNumber.Log(1.0 + e);
        return z.Sign > 0 ? z + log : log;
    }

    private static (BigNumber OfOne, BigNumber OfZero) Probabilities(BigNumber z)
    {
        var e = BigNumber.Exp(-BigNumber.Abs(z));
        var large = 1.0 / (1.0 + e);
        return z.Sign >= 0 ? (large, e * large) : (e * large, large);
    }

    private static BigNumber Dot(BigNumber[] a, BigNumber[] b)
    {
        BigNumber sum = 0.0;
        for (var j = 0; j < a.Length; j++) sum += a[j] * b[j];
        return sum;
    }

    /// <summary>By Gauss and Jordan; null for a singular matrix.</summary>
    private static BigNumber[,]? Inverse(BigNumber[,] matrix)
    {
        var size = matrix.GetLength(0);
        var (a, inverse) = ((BigNumber[,])matrix.Clone(), new BigNumber[size, size]);
        for (var j = 0; j < size; j++) inverse[j, j] = 1.0;
        for (var j = 0; j < size; j++)
        {
            if (a[j, j].Sign <= 0) return null;
            var pivot = a[j, j];
            for (var k = 0; k < size; k++) (a[j, k], inverse[j, k]) = (a[j, k] / pivot, inverse[j, k] / pivot);
            for (var i = 0; i < size; i++)
            {
                if (i == j) continue;
                var factor = a[i, j];
                for (var k = 0; k < size; k++) (a[i, k], inverse[i, k]) = (a[i, k] - factor * a[j, k], inverse[i, k] - factor * inverse[j, k]);
            }
        }
        return inverse;
    }
}
