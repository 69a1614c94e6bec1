using MathNet.Numerics.LinearAlgebra;

namespace LogRegCourse;

/// <summary>
/// min ‖Σ u_i a_i − b‖ over u ≥ 0, by the active-set method of C. Lawson and R. Hanson, Solving Least Squares Problems
/// (1974), chapter 23. Only the residual b − Σ u_i a_i is of interest here.
/// </summary>
internal static class NonNegativeLeastSquares
{
    private const double Tolerance = 1e-11;

    /// <summary>The residual of the best non-negative combination.</summary>
    /// <param name="vectors">The a_i, all of the length of b.</param>
    /// <param name="target">b.</param>
    public static double[] Residual(IReadOnlyList<double[]> vectors, double[] target)
    {
        var active = new List<int>();
        var values = new double[vectors.Count];
        var residual = (double[])target.Clone();
        // No cleverness against cycles: a round that does not shorten the residual is the last.
        for (var before = double.PositiveInfinity; Vectors.Norm(residual) < before && Vectors.Norm(residual) > Tolerance * Vectors.Norm(target);)
        {
            if (Entering(vectors, residual, active) is not { } entering) break;
            before = Vectors.Norm(residual);
            active.Add(entering);
            while (true)
            {
                var solution = LeastSquares(vectors, active, target);
                if (solution.All(value => value > 0))
                {
                    for (var k = 0; k < active.Count; k++) values[active[k]] = solution[k];
                    break;
                }
                Retreat(values, active, solution);
            }
            residual = Subtract(target, vectors, active, values);
        }
        return residual;
    }

    /// <summary>The vector that points most along the residual, or null when none does.</summary>
    private static int? Entering(IReadOnlyList<double[]> vectors, double[] residual, List<int> active)
    {
        var best = Tolerance * Vectors.Norm(residual);
        int? entering = null;
        for (var i = 0; i < vectors.Count; i++)
        {
            var gain = Vectors.Dot(vectors[i], residual) / Vectors.Norm(vectors[i]);
            if (gain > best && !active.Contains(i)) (best, entering) = (gain, i);
        }
        return entering;
    }

    /// <summary>Goes towards the unconstrained solution until a value reaches 0, and sets free what reached it.</summary>
    private static void Retreat(double[] values, List<int> active, double[] solution)
    {
        var share = 1.0;
        for (var k = 0; k < active.Count; k++)
            if (solution[k] <= 0) share = Math.Min(share, values[active[k]] / (values[active[k]] - solution[k]));
        for (var k = 0; k < active.Count; k++) values[active[k]] += share * (solution[k] - values[active[k]]);
        for (var k = active.Count - 1; k >= 0; k--)
        {
            if (solution[k] > 0 || values[active[k]] > 1e-14) continue;
            values[active[k]] = 0;
            active.RemoveAt(k);
        }
    }

    private static double[] LeastSquares(IReadOnlyList<double[]> vectors, List<int> active, double[] target)
    {
        var columns = Matrix<double>.Build.DenseOfColumnArrays(active.Select(i => vectors[i]));
        return columns.Svd().Solve(Vector<double>.Build.Dense(target)).ToArray();
    }

    private static double[] Subtract(double[] target, IReadOnlyList<double[]> vectors, List<int> active, double[] values)
    {
        var residual = (double[])target.Clone();
        foreach (var i in active)
            for (var j = 0; j < residual.Length; j++) residual[j] -= values[i] * vectors[i][j];
        return residual;
    }
}
