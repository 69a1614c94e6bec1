namespace LogRegCourse;

/// <summary>The few operations on vectors of doubled precision that several parts need.</summary>
internal static class DoubleDoubleVectors
{
    /// <summary>a·b.</summary>
    public static DoubleDouble Dot(ReadOnlySpan<DoubleDouble> a, ReadOnlySpan<DoubleDouble> b)
    {
        DoubleDouble sum = 0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    /// <summary>weights + length·step.</summary>
    public static DoubleDouble[] Plus(DoubleDouble[] weights, DoubleDouble[] step, DoubleDouble length)
    {
        var moved = new DoubleDouble[weights.Length];
        for (var j = 0; j < moved.Length; j++) moved[j] = weights[j] + step[j] * length;
        return moved;
    }
}
