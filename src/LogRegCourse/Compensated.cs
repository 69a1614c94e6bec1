namespace LogRegCourse;

/// <summary>Sums that carry the rounding errors along and give them back at the end.</summary>
internal static class Compensated
{
    /// <summary>Σ term(i), as if added with twice the digits (Neumaier's summation).</summary>
    public static double Sum(int count, Func<int, double> term)
    {
        double sum = 0, lost = 0;
        for (var i = 0; i < count; i++)
        {
            var value = term(i);
            var next = sum + value;
            lost += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }
        return double.IsFinite(lost) ? sum + lost : sum;
    }
}
