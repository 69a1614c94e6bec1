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

    // A browser's interpreter has no vectors of eight: each operation would be made up of some twenty calls, and a descent
    // of two million steps would not end.
    private static bool HasVectors => !OperatingSystem.IsBrowser();

    /// <summary>Replaces the logits by the slopes (1 − y)σ(z) − yσ(−z), times the row weights; the answer is the summed loss.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double LossAndSlopes(Span<double> z, ReadOnlySpan<double> y, ReadOnlySpan<double> weights)
    {
        var losses = Vector512<double>.Zero;
        var i = 0;
        for (; HasVectors && i <= z.Length - Lanes; i += Lanes)
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
            var (loss, slope) = LossAndSlope(z[i], y[i]);
            var weight = weights.IsEmpty ? 1 : weights[i];
            sum += weight * loss;
            z[i] = weight * slope;
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

    // Where there are vectors one row is worked out as eight are, so that equal rows give equal numbers wherever they stand.
    private static (double Loss, double Slope) LossAndSlope(double z, double y)
    {
        if (HasVectors)
        {
            var (losses, slopes) = LossAndSlope(Vector512.Create(z), Vector512.Create(y));
            return (losses[0], slopes[0]);
        }
        var e = Math.Exp(-Math.Abs(z));
        var (large, small) = (1 / (1 + e), e / (1 + e));
        var (against, slope) = z >= 0 ? (1 - y, (1 - y) * large - y * small) : (y, (1 - y) * small - y * large);
        return (against * Math.Abs(z) + Accurate.Log1p(e), slope);
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
