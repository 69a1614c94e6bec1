namespace LogRegCourse;

/// <summary>The softmax p_k = e^z_k / Σ_j e^z_j: K scores to K probabilities. For K = 2, p_1 = σ(z_1 − z_0).</summary>
public static class Softmax
{
    /// <summary>The K probabilities; the same for z and z + c, so the largest score is subtracted first and nothing overflows.</summary>
    /// <param name="z">K ≥ 1 finite scores.</param>
    /// <exception cref="ArgumentException">There is no score, or one is not finite.</exception>
    public static double[] Probabilities(params double[] z)
    {
        Guard.NotEmpty(z, nameof(z));
        Guard.Finite(z, nameof(z));
        var p = (double[])z.Clone();
        InPlace(p, 0);
        return p;
    }

    /// <summary>Cross-entropy −log p_y = log Σ_k e^z_k − z_y in nats of the true class y.</summary>
    /// <param name="y">The true class, 0 to K − 1.</param>
    /// <param name="z">K ≥ 1 finite scores.</param>
    /// <exception cref="ArgumentException">There is no score, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no class y.</exception>
    public static double CrossEntropy(int y, params double[] z)
    {
        Guard.NotEmpty(z, nameof(z));
        Guard.Finite(z, nameof(z));
        if (y < 0 || y >= z.Length) throw new ArgumentOutOfRangeException(nameof(y), $"y is {y}, but {z.Length} scores have classes 0 to {z.Length - 1}.");
        return InPlace((double[])z.Clone(), y);
    }

    /// <summary>Turns scores into probabilities where they stand; the answer is the cross-entropy of class y.</summary>
    internal static double InPlace(Span<double> z, int y)
    {
        var top = 0;
        for (var k = 1; k < z.Length; k++) if (z[k] > z[top]) top = k;
        var largest = z[top];
        var behind = largest - z[y];
        var others = 0.0;
        for (var k = 0; k < z.Length; k++)
        {
            z[k] = Math.Exp(z[k] - largest);
            if (k != top) others += z[k];
        }
        for (var k = 0; k < z.Length; k++) z[k] /= 1 + others;
        return behind + Accurate.Log1p(others);
    }
}
