using System.Numerics;

namespace LogRegCourse;

/// <summary>
/// Cross-entropy, slope and curvature of many rows at once with the processor's vector instructions; the readable form of
/// the same formulas is <see cref="LogisticLoss.At"/>.
/// </summary>
internal static class LogisticRows
{
    private static readonly int Lanes = Vector<double>.Count;

    /// <summary>Replaces the logits by the slopes (1 − y)σ(z) − yσ(−z), times the row weights; the answer is the summed loss.</summary>
    public static double LossAndSlopes(Span<double> z, ReadOnlySpan<double> y, ReadOnlySpan<double> weights)
    {
        var losses = Vector<double>.Zero;
        var i = 0;
        for (; i <= z.Length - Lanes; i += Lanes)
        {
            var (loss, slope) = LossAndSlope(Columns.Load(z, i), Columns.Load(y, i));
            if (!weights.IsEmpty)
            {
                var weight = Columns.Load(weights, i);
                (loss, slope) = (weight * loss, weight * slope);
            }
            losses += loss;
            Columns.Store(slope, z, i);
        }
        var sum = Vector.Sum(losses);
        for (; i < z.Length; i++)
        {
            var (loss, slope) = LossAndSlope(new Vector<double>(z[i]), new Vector<double>(y[i]));
            var weight = weights.IsEmpty ? 1 : weights[i];
            sum += weight * loss[0];
            z[i] = weight * slope[0];
        }
        return sum;
    }

    /// <summary>Replaces the logits by the curvatures σ'(z), times the row weights.</summary>
    public static void Curvatures(Span<double> z, ReadOnlySpan<double> weights)
    {
        var i = 0;
        for (; i <= z.Length - Lanes; i += Lanes)
        {
            var curvature = Curvature(Columns.Load(z, i));
            Columns.Store(weights.IsEmpty ? curvature : Columns.Load(weights, i) * curvature, z, i);
        }
        for (; i < z.Length; i++) z[i] = (weights.IsEmpty ? 1 : weights[i]) * Curvature(new Vector<double>(z[i]))[0];
    }

    private static (Vector<double> Loss, Vector<double> Slope) LossAndSlope(Vector<double> z, Vector<double> y)
    {
        var size = Vector.Abs(z);
        var e = Vector.Exp(-size);
        var sum = Vector<double>.One + e;
        var large = Vector<double>.One / sum;
        var small = e * large;
        var positive = Vector.GreaterThanOrEqual(z, Vector<double>.Zero);
        var notY = Vector<double>.One - y;
        var ofOne = Vector.ConditionalSelect(positive, large, small);
        var ofZero = Vector.ConditionalSelect(positive, small, large);
        // log1p(e) as in Accurate.Log1p: the logarithm, and what rounding 1 + e lost.
        var softplus = Vector.Log(sum) + (e - (sum - Vector<double>.One)) * large;
        var against = Vector.ConditionalSelect(positive, notY, y);
        return (against * size + softplus, notY * ofOne - y * ofZero);
    }

    private static Vector<double> Curvature(Vector<double> z)
    {
        var e = Vector.Exp(-Vector.Abs(z));
        var large = Vector<double>.One / (Vector<double>.One + e);
        return e * large * large;
    }
}
