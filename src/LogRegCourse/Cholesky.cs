namespace LogRegCourse;

/// <summary>
/// The factorisation A = L·Lᵀ of a symmetric positive definite matrix, in place: Newton's method solves one system per
/// iteration and allocates nothing for it.
/// </summary>
internal static class Cholesky
{
    /// <summary>Overwrites the diagonal and what is below it by L.</summary>
    /// <param name="a">k × k; above the diagonal nothing is read or written.</param>
    /// <returns>
    /// The least L_jj² / A_jj: the share of a column that is its own, the rest repeating the columns before it. 0 when the
    /// matrix is not positive definite; then there is no L.
    /// </returns>
    public static double Factor(double[,] a)
    {
        var leastShare = 1.0;
        for (var j = 0; j < a.GetLength(0); j++)
        {
            var pivot = Remainder(a, j, j);
            leastShare = Math.Min(leastShare, pivot / a[j, j]);
            // Not a number is no positive pivot either.
            if (!(pivot > 0)) return 0;
            a[j, j] = Math.Sqrt(pivot);
            for (var i = j + 1; i < a.GetLength(0); i++) a[i, j] = Remainder(a, i, j) / a[j, j];
        }
        return leastShare;
    }

    /// <summary>Replaces v by A⁻¹v.</summary>
    /// <param name="factor">L, as <see cref="Factor"/> leaves it.</param>
    /// <param name="v">k numbers.</param>
    public static void Solve(double[,] factor, Span<double> v)
    {
        HalfSolve(factor, v);
        for (var i = v.Length - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < v.Length; k++) v[i] -= factor[k, i] * v[k];
            v[i] /= factor[i, i];
        }
    }

    /// <summary>Replaces v by L⁻¹v.</summary>
    /// <param name="factor">L, as <see cref="Factor"/> leaves it.</param>
    /// <param name="v">k numbers.</param>
    public static void HalfSolve(double[,] factor, Span<double> v)
    {
        for (var i = 0; i < v.Length; i++)
        {
            for (var k = 0; k < i; k++) v[i] -= factor[i, k] * v[k];
            v[i] /= factor[i, i];
        }
    }

    /// <summary>A⁻¹, column by column.</summary>
    /// <param name="factor">L, as <see cref="Factor"/> leaves it.</param>
    public static double[,] Inverse(double[,] factor)
    {
        var size = factor.GetLength(0);
        var inverse = new double[size, size];
        var column = new double[size];
        for (var j = 0; j < size; j++)
        {
            Array.Clear(column);
            column[j] = 1;
            Solve(factor, column);
            for (var i = 0; i < size; i++) inverse[i, j] = column[i];
        }
        return inverse;
    }

    /// <summary>A_ij less what the columns of L before j say of it.</summary>
    private static double Remainder(double[,] a, int i, int j)
    {
        var rest = a[i, j];
        for (var k = 0; k < j; k++) rest -= a[i, k] * a[j, k];
        return rest;
    }
}
