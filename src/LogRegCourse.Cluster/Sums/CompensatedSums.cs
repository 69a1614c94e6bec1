using System.Numerics;

namespace LogRegCourse.Cluster;

/// <summary>
/// Many sums at once, each with what rounding took from it: the order of the terms shows in the 30th digit, not in the 16th.
/// So rows may be shared out in any way, and the sums stay what they are.
/// </summary>
/// <remarks>Source: D. Knuth's TwoSum, The Art of Computer Programming, volume 2, section 4.2.2.</remarks>
/// <param name="count">How many sums.</param>
public sealed class CompensatedSums(int count)
{
    private readonly double[] _sum = new double[count];
    private readonly double[] _lost = new double[count];

    /// <summary>The sums, rounded.</summary>
    public ReadOnlySpan<double> High => _sum;

    /// <summary>What rounding took from each.</summary>
    public ReadOnlySpan<double> Lost => _lost;

    /// <summary>One sum with what was lost put back.</summary>
    /// <param name="index">Which, from 0.</param>
    public double this[int index] => _sum[index] + _lost[index];

    /// <summary>Adds a term to each sum.</summary>
    /// <param name="terms">One term for each sum.</param>
    public void Add(ReadOnlySpan<double> terms)
    {
        var width = Vector<double>.Count;
        var i = 0;
        for (; i <= terms.Length - width; i += width)
        {
            Vector<double> sum = new(_sum, i), term = new(terms[i..]);
            var next = sum + term;
            var part = next - sum;
            (new Vector<double>(_lost, i) + (sum - (next - part) + (term - part))).CopyTo(_lost, i);
            next.CopyTo(_sum, i);
        }
        for (; i < terms.Length; i++)
        {
            var next = _sum[i] + terms[i];
            var part = next - _sum[i];
            _lost[i] += _sum[i] - (next - part) + (terms[i] - part);
            _sum[i] = next;
        }
    }

    /// <summary>Adds the sums of other rows.</summary>
    /// <param name="high">Their sums, rounded.</param>
    /// <param name="lost">What rounding took from each.</param>
    public void Add(ReadOnlySpan<double> high, ReadOnlySpan<double> lost)
    {
        Add(high);
        for (var i = 0; i < lost.Length; i++) _lost[i] += lost[i];
    }
}
