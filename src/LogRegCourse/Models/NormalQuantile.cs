using MathNet.Numerics;

namespace LogRegCourse;

/// <summary>The z between −z and z of which a share of the normal distribution lies.</summary>
internal static class NormalQuantile
{
    /// <summary>Φ⁻¹((1 + level)/2), from whichever of level and 1 − level has the digits.</summary>
    public static double TwoSided(double level) =>
        Math.Sqrt(2) * (level < 0.5 ? SpecialFunctions.ErfInv(level) : SpecialFunctions.ErfcInv(1 - level));
}
