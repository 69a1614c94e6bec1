using MathNet.Numerics.LinearAlgebra;

namespace LogRegCourse;

/// <summary>The matrix XᵀWX of weighted products of columns.</summary>
internal static class Gram
{
    private const int LargestExponent = 1000;

    /// <summary>λ_max(XᵀWX), also where the products leave the range of double on the way; +∞ where it does itself.</summary>
    /// <param name="columns">Number of columns of X.</param>
    /// <param name="entry">The number in a row and column.</param>
    /// <param name="weights">The diagonal of W.</param>
    public static double LargestEigenvalue(int columns, Func<int, int, double> entry, double[] weights)
    {
        var largest = 0.0;
        for (var i = 0; i < weights.Length; i++)
            for (var j = 0; j < columns; j++) largest = Math.Max(largest, Math.Abs(entry(i, j)));
        if (largest == 0) return 0;
        // Powers of two, so that multiplying by them rounds nothing.
        var exponent = Math.Clamp(Math.ILogB(largest), -LargestExponent, LargestExponent);
        var scale = Math.ScaleB(1, -exponent);
        var weightExponent = weights.Max() is var heaviest and > 0 ? Math.Clamp(Math.ILogB(heaviest), -LargestExponent, LargestExponent) : 0;
        var weightScale = Math.ScaleB(1, -weightExponent);
        var gram = Matrix<double>.Build.Dense(columns, columns);
        var product = new double[weights.Length];
        for (var j = 0; j < columns; j++)
        {
            for (var i = 0; i < weights.Length; i++) product[i] = weights[i] * weightScale * (entry(i, j) * scale);
            for (var k = 0; k <= j; k++)
            {
                var sum = 0.0;
                for (var i = 0; i < weights.Length; i++) sum += product[i] * (entry(i, k) * scale);
                gram[j, k] = gram[k, j] = sum;
            }
        }
        var value = gram.Evd(Symmetricity.Symmetric).EigenValues.Max(value => value.Real);
        return Math.ScaleB(Math.ScaleB(Math.ScaleB(value, weightExponent), exponent), exponent);
    }
}
