using System.Runtime.InteropServices;

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
        var (size, leastShare) = (a.GetLength(0), 1.0);
        for (var j = 0; j < size; j++)
        {
            var pivot = Remainder(a, j, j);
            leastShare = Math.Min(leastShare, pivot / a[j, j]);
            // Not a number is no positive pivot either.
            if (!(pivot > 0)) return 0;
            a[j, j] = Math.Sqrt(pivot);
            for (var i = j + 1; i < size; i++) a[i, j] = Remainder(a, i, j) / a[j, j];
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
            v[i] /= factor[i, i];
            // Row i of L is a column of Lᵀ: what is known of v_i leaves the equations above.
            Columns.AddOne(v[..i], Row(factor, i, i), -v[i]);
        }
    }

    /// <summary>Replaces v by L⁻¹v.</summary>
    /// <param name="factor">L, as <see cref="Factor"/> leaves it.</param>
    /// <param name="v">k numbers.</param>
    public static void HalfSolve(double[,] factor, Span<double> v)
    {
        for (var i = 0; i < v.Length; i++) v[i] = (v[i] - Columns.Dot(Row(factor, i, i), v[..i])) / factor[i, i];
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
    private static double Remainder(double[,] a, int i, int j) => a[i, j] - Columns.Dot(Row(a, i, j), Row(a, j, j));

    /// <summary>The first numbers of a row, which lie side by side.</summary>
    private static ReadOnlySpan<double> Row(double[,] a, int row, int count) =>
        count == 0 ? [] : MemoryMarshal.CreateReadOnlySpan(ref a[row, 0], count);
}
