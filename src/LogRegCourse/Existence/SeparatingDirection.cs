namespace LogRegCourse;

/// <summary>
/// The v with a_i·v ≥ 0 for all given vectors, not all 0, when there is one. By a theorem of the alternative there is none
/// exactly when some u > 0 has Σ u_i a_i = 0; otherwise the residual of the nearest such sum is a v.
/// </summary>
internal static class SeparatingDirection
{
    // Scores within this share of the largest count as 0.
    public const double Negligible = 1e-9;

    /// <summary>A direction, complete (all scores positive) if there is such a one; null when there is none.</summary>
    public static double[]? Find(List<double[]> vectors)
    {
        var direction = Complete(vectors) ?? Quasi(vectors);
        if (direction is null) return null;
        var scores = vectors.Select(vector => Vectors.Dot(vector, direction)).ToArray();
        return scores.Min() >= -Negligible * scores.Max() ? direction : null;
    }

    // min ‖Σ u_i a_i‖² + (Σ u_i − 1)²: the residual is 0 exactly when the origin lies in the hull of the a_i.
    private static double[]? Complete(List<double[]> vectors)
    {
        var extended = vectors.Select(vector => (double[])[.. vector, 1]).ToList();
        var target = new double[vectors[0].Length + 1];
        target[^1] = 1;
        var direction = NonNegativeLeastSquares.Residual(extended, target)[..^1].Select(value => -value).ToArray();
        var scores = vectors.Select(vector => Vectors.Dot(vector, direction)).ToArray();
        return scores.Min() > Negligible * scores.Max() ? direction : null;
    }

    // With −a_i as vectors and Σ a_i as target the residual is Σ (1 + u_i) a_i.
    private static double[]? Quasi(List<double[]> vectors)
    {
        var sum = new double[vectors[0].Length];
        foreach (var vector in vectors)
            for (var j = 0; j < sum.Length; j++) sum[j] += vector[j];
        var direction = NonNegativeLeastSquares.Residual([.. vectors.Select(vector => vector.Select(value => -value).ToArray())], sum);
        return Vectors.Norm(direction) > Negligible * vectors.Count ? direction : null;
    }
}
