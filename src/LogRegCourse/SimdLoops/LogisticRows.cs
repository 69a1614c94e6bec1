using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LogRegCourse;

/// <summary>
/// Cross-entropy, slope and curvature of many rows at once with the processor's vector instructions; the readable form of
/// the same formulas is <see cref="LogisticLoss.At"/>.
/// </summary>
internal static class LogisticRows
{
    private const int Lanes = 8;

    /// <summary>Replaces the logits by the slopes (1 − y)σ(z) − yσ(−z), times the row weights; the answer is the summed loss.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double LossAndSlopes(Span<double> z, ReadOnlySpan<double> y, ReadOnlySpan<double> weights)
    {
        var losses = Vector512<double>.Zero;
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
        var sum = Vector512.Sum(losses);
        for (; i < z.Length; i++)
        {
            var (loss, slope) = LossAndSlope(Vector512.Create(z[i]), Vector512.Create(y[i]));
            var weight = weights.IsEmpty ? 1 : weights[i];
            sum += weight * loss[0];
            z[i] = weight * slope[0];
        }
        return sum;
    }

    /// <summary>Replaces the logits by the slopes (1 − y)σ(z) − yσ(−z).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Slopes(Span<double> z, ReadOnlySpan<double> y)
    {
        var i = 0;
        for (; i <= z.Length - Lanes; i += Lanes) Columns.Store(Sigmoids(Columns.Load(z, i)).Slope(Columns.Load(y, i)), z, i);
        for (; i < z.Length; i++) z[i] = Sigmoids(Vector512.Create(z[i])).Slope(Vector512.Create(y[i]))[0];
    }

    /// <summary>Replaces the logits by the curvatures σ'(z), times the row weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Curvatures(Span<double> z, ReadOnlySpan<double> weights)
    {
        var i = 0;
        for (; i <= z.Length - Lanes; i += Lanes)
        {
            var curvature = Curvature(Columns.Load(z, i));
            Columns.Store(weights.IsEmpty ? curvature : Columns.Load(weights, i) * curvature, z, i);
        }
        for (; i < z.Length; i++) z[i] = (weights.IsEmpty ? 1 : weights[i]) * Curvature(Vector512.Create(z[i]))[0];
    }

    private static (Vector512<double> Loss, Vector512<double> Slope) LossAndSlope(Vector512<double> z, Vector512<double> y)
    {
        var sigmoids = Sigmoids(z);
        var softplus = ExpAndLog.LogOfOnePlus(sigmoids.Exponential);
        var against = Vector512.ConditionalSelect(sigmoids.Positive, Vector512<double>.One - y, y);
        return (against * Vector512.Abs(z) + softplus, sigmoids.Slope(y));
    }

    private static Vector512<double> Curvature(Vector512<double> z)
    {
        var sigmoids = Sigmoids(z);
        return sigmoids.Exponential * sigmoids.Large * sigmoids.Large;
    }

    private static Pair Sigmoids(Vector512<double> z)
    {
        var e = ExpAndLog.ExpOfMinus(Vector512.Abs(z));
        return new Pair(Vector512.GreaterThanOrEqual(z, Vector512<double>.Zero), e, Vector512<double>.One / (Vector512<double>.One + e));
    }

    /// <summary>σ(|z|), e^−|z|, and where z is not negative.</summary>
    private readonly record struct Pair(Vector512<double> Positive, Vector512<double> Exponential, Vector512<double> Large)
    {
        public Vector512<double> Slope(Vector512<double> y)
        {
            var small = Exponential * Large;
            var ofOne = Vector512.ConditionalSelect(Positive, Large, small);
            var ofZero = Vector512.ConditionalSelect(Positive, small, Large);
            return (Vector512<double>.One - y) * ofOne - y * ofZero;
        }
    }
}
