namespace LogRegCourse;

/// <summary>
/// The Hessian XᵀWX at the estimate in working columns, as its triangular factor: variances are sums of squares of what the
/// factor makes of a row, so that they cannot cancel wherever a column's 0 lies.
/// </summary>
internal abstract class Information
{
    /// <summary>The variance of the log-odds of a row.</summary>
    /// <param name="entries">The row in working columns, the intercept's one first.</param>
    public abstract DoubleDouble Variance(DoubleDouble[] entries);

    /// <summary>The covariances t_j·C·t_k of some sums of working weights, each times its powers of two.</summary>
    /// <param name="directions">The t_j.</param>
    public abstract DoubleDouble[,] Covariance(DoubleDouble[][] directions);

    /// <summary>In doubled precision.</summary>
    internal sealed class Precise(TriangularFactor factor) : Information
    {
        public override DoubleDouble Variance(DoubleDouble[] entries) => factor.Form(entries);

        public override DoubleDouble[,] Covariance(DoubleDouble[][] directions)
        {
            var halves = Array.ConvertAll(directions, direction => factor.HalfSolve(direction));
            var covariance = new DoubleDouble[halves.Length, halves.Length];
            for (var j = 0; j < halves.Length; j++)
                for (var k = 0; k <= j; k++) covariance[j, k] = covariance[k, j] = DoubleDoubleVectors.Dot(halves[j], halves[k]);
            return covariance;
        }
    }

    /// <summary>In double, for many rows and well-conditioned columns.</summary>
    /// <param name="factor">L, as <see cref="Cholesky.Factor"/> leaves it.</param>
    internal sealed class Fast(double[,] factor) : Information
    {
        public override DoubleDouble Variance(DoubleDouble[] entries)
        {
            var half = Half(entries);
            return Vectors.Dot(half, half);
        }

        public override DoubleDouble[,] Covariance(DoubleDouble[][] directions)
        {
            var halves = Array.ConvertAll(directions, Half);
            var covariance = new DoubleDouble[halves.Length, halves.Length];
            for (var j = 0; j < halves.Length; j++)
                for (var k = 0; k <= j; k++) covariance[j, k] = covariance[k, j] = Vectors.Dot(halves[j], halves[k]);
            return covariance;
        }

        private double[] Half(DoubleDouble[] entries)
        {
            double[] half = Array.ConvertAll(entries, entry => entry.Hi);
            Cholesky.HalfSolve(factor, half);
            return half;
        }
    }
}
