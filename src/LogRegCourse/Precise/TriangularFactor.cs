using MathNet.Numerics.LinearAlgebra;

namespace LogRegCourse;

/// <summary>
/// The lower triangle L of a symmetric positive definite matrix A = L·Lᵀ in doubled precision: A⁻¹ applied to vectors, and
/// the quadratic form vᵀA⁻¹v.
/// </summary>
internal sealed class TriangularFactor
{
    private readonly DoubleDouble[,] _l;

    private TriangularFactor(DoubleDouble[,] l, double leastShare) => (_l, LeastShare) = (l, leastShare);

    public int Size => _l.GetLength(0);

    /// <summary>The least L_jj² / A_jj: the share of a column that is its own, the rest repeating the columns before it.</summary>
    public double LeastShare { get; }

    /// <summary>Cholesky's factorisation; null when the matrix is not positive definite.</summary>
    /// <param name="a">k × k, of which the diagonal and what is below it are read.</param>
    public static TriangularFactor? OfMatrix(DoubleDouble[,] a)
    {
        var size = a.GetLength(0);
        var l = new DoubleDouble[size, size];
        var leastShare = 1.0;
        for (var j = 0; j < size; j++)
        {
            var pivot = Rest(j, j);
            if (!(pivot.Hi > 0) || !double.IsFinite(pivot.Hi)) return null;
            leastShare = Math.Min(leastShare, pivot.Hi / a[j, j].Hi);
            l[j, j] = DoubleDouble.Sqrt(pivot);
            for (var i = j + 1; i < size; i++) l[i, j] = Rest(i, j) / l[j, j];
        }
        return new(l, leastShare);

        DoubleDouble Rest(int i, int j)
        {
            var rest = a[i, j];
            for (var k = 0; k < j; k++) rest -= l[i, k] * l[j, k];
            return rest;
        }
    }

    /// <summary>
    /// The factor of MᵀM by orthogonalising M's columns (Gram-Schmidt, each column twice), which loses half the digits that
    /// the product itself would; null when a column depends on those before it. M is overwritten by the orthonormal columns M·L⁻ᵀ.
    /// </summary>
    /// <param name="columns">The k columns of M.</param>
    public static TriangularFactor? OfColumns(DoubleDouble[][] columns)
    {
        var l = new DoubleDouble[columns.Length, columns.Length];
        var leastShare = 1.0;
        for (var j = 0; j < columns.Length; j++)
        {
            var column = columns[j];
            var whole = DoubleDoubleVectors.Dot(column, column);
            for (var pass = 0; pass < 2; pass++)
                for (var k = 0; k < j; k++)
                {
                    var along = DoubleDoubleVectors.Dot(columns[k], column);
                    l[j, k] += along;
                    for (var i = 0; i < column.Length; i++) column[i] -= along * columns[k][i];
                }
            var rest = DoubleDoubleVectors.Dot(column, column);
            if (!(rest.Hi > 0) || !double.IsFinite(rest.Hi)) return null;
            leastShare = Math.Min(leastShare, rest.Hi / whole.Hi);
            l[j, j] = DoubleDouble.Sqrt(rest);
            for (var i = 0; i < column.Length; i++) column[i] /= l[j, j];
        }
        return new(l, leastShare);
    }

    /// <summary>The largest singular value of L over the smallest: the square root of A's condition number.</summary>
    public double ConditionNumber
    {
        get
        {
            var l = Matrix<double>.Build.Dense(Size, Size, (i, j) => _l[i, j].Hi);
            // Inverted with 32 digits, as the smallest singular value is below the rounding of the largest.
            var inverse = Matrix<double>.Build.Dense(Size, Size);
            for (var j = 0; j < Size; j++)
            {
                var unit = new DoubleDouble[Size];
                unit[j] = 1;
                var column = HalfSolve(unit);
                for (var i = 0; i < Size; i++) inverse[i, j] = column[i].Hi;
            }
            return l.Svd(false).S[0] * inverse.Svd(false).S[0];
        }
    }

    /// <summary>A⁻¹v.</summary>
    public DoubleDouble[] Solve(ReadOnlySpan<DoubleDouble> v) => OtherHalfSolve(HalfSolve(v));

    /// <summary>L⁻ᵀv: what turns weights of orthonormal columns into weights of the columns they were made of.</summary>
    public DoubleDouble[] OtherHalfSolve(ReadOnlySpan<DoubleDouble> v)
    {
        var solution = v.ToArray();
        for (var i = Size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < Size; k++) solution[i] -= _l[k, i] * solution[k];
            solution[i] /= _l[i, i];
        }
        return solution;
    }

    /// <summary>vᵀA⁻¹v = ‖L⁻¹v‖²: a sum of squares, so nothing cancels.</summary>
    public DoubleDouble Form(ReadOnlySpan<DoubleDouble> v)
    {
        var half = HalfSolve(v);
        return DoubleDoubleVectors.Dot(half, half);
    }

    /// <summary>L⁻¹v.</summary>
    public DoubleDouble[] HalfSolve(ReadOnlySpan<DoubleDouble> v)
    {
        var solution = v.ToArray();
        for (var i = 0; i < Size; i++)
        {
            for (var k = 0; k < i; k++) solution[i] -= _l[i, k] * solution[k];
            solution[i] /= _l[i, i];
        }
        return solution;
    }
}
