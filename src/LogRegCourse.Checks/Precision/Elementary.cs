using System.Collections.Concurrent;
using System.Numerics;

namespace LogRegCourse.Checks.Precision;

/// <summary>exp, log and square roots of <see cref="BigReal"/>, right to all bits but the last few.</summary>
internal static class Elementary
{
    private const int GuardBits = 24;
    private const int Halvings = 8;

    // Beyond it exp would need numbers of gigabytes; no line of the course comes near.
    public const int LargestMagnitude = 26;

    private static readonly ConcurrentDictionary<int, BigInteger> LogOfTwo = new();
    private static readonly ConcurrentDictionary<int, BigInteger> Pis = new();

    /// <summary>Summing the series of exp after x = k log 2 + r, r halved eight times, and squaring back.</summary>
    public static BigReal Exp(BigReal x, int bits)
    {
        if (x.IsUndefined || x.Magnitude > LargestMagnitude) return BigReal.Undefined;
        if (x.IsZero) return BigReal.One;
        var places = bits + GuardBits;
        var wide = places + (int)Math.Max(0, x.Magnitude);
        var logTwo = FixedLogTwo(wide);
        var value = x.ToFixed(wide);
        var multiple = BigInteger.Divide(value, logTwo);
        var rest = (value - multiple * logTwo) >> (wide - places);

        var r = rest >> Halvings;
        var one = BigInteger.One << places;
        var sum = one + r;
        var term = r;
        for (var n = 2; !term.IsZero && n < 4 * bits; n++)
        {
            term = (term * r >> places) / n;
            // A negative number shifted right stays at -1 for ever.
            if (term == BigInteger.MinusOne) break;
            sum += term;
        }
        for (var i = 0; i < Halvings; i++) sum = sum * sum >> places;
        return BigReal.Scaled(sum, (long)multiple - places, bits);
    }

    /// <summary>Halley's iteration y + 2 (x - e^y)/(x + e^y), which triples the digits, from the double's logarithm.</summary>
    public static BigReal Log(BigReal x, int bits)
    {
        if (x.IsUndefined || x.Sign <= 0) return BigReal.Undefined;
        var power = (int)x.Magnitude;
        var places = bits + GuardBits;
        // 1/2 <= m < 1, or 1 <= m < 2 where x is just above one, so that log x near 1 keeps its digits.
        if (power == 1) power = 0;
        var m = BigReal.Scaled(x.Mantissa, (long)x.Exponent - power, bits + GuardBits + 64);
        var away = BigReal.Subtract(m, BigReal.One, places);
        if (away.IsZero && power == 0) return BigReal.Zero;
        var working = places + (int)Math.Max(0, Math.Min(4L * bits, away.IsZero ? 0 : -away.Magnitude));
        var y = power == 0 && away.Magnitude < -30 ? away : BigReal.FromDouble(Math.Log(m.ToDouble()));
        foreach (var now in Tripling(working))
        {
            var e = Exp(y, now);
            var step = BigReal.Divide(BigReal.Subtract(m, e, now), BigReal.Add(m, e, now), now);
            y = BigReal.Add(y, BigReal.Scaled(step.Mantissa, (long)step.Exponent + 1, now), now);
        }
        if (power == 0) return BigReal.Scaled(y.Mantissa, y.Exponent, bits);
        var wide = places + 32;
        var shift = BigReal.Scaled(FixedLogTwo(wide) * power, -wide, wide);
        return BigReal.Add(y, shift, bits);
    }

    /// <summary>The bits of every step of an iteration that begins with 30 right ones and ends with all.</summary>
    private static IEnumerable<int> Tripling(int bits)
    {
        if (bits <= 30) yield break;
        foreach (var fewer in Tripling((bits + 2) / 3)) yield return fewer + GuardBits;
        yield return bits;
    }

    public static BigReal Sqrt(BigReal x, int bits)
    {
        if (x.IsUndefined || x.Sign < 0) return BigReal.Undefined;
        if (x.IsZero) return x;
        var shift = (int)Math.Max(0, 2L * bits + 4 - x.Magnitude + x.Exponent);
        if (((x.Exponent - shift) & 1) != 0) shift++;
        return BigReal.Scaled(IntegerSqrt(x.Mantissa << shift), ((long)x.Exponent - shift) / 2, bits);
    }

    public static BigReal Pi(int bits) => BigReal.Scaled(Pis.GetOrAdd(bits + GuardBits, MachinPi), -(bits + GuardBits), bits);

    private static BigInteger FixedLogTwo(int places) => LogOfTwo.GetOrAdd(places, p => 2 * InverseSeries(3, p + 8, 1) >> 8);

    private static BigInteger MachinPi(int places) =>
        4 * (4 * InverseSeries(5, places + 8, -1) - InverseSeries(239, places + 8, -1)) >> 8;

    /// <summary>artanh(1/n) for sign 1, arctan(1/n) for sign -1, times 2^places.</summary>
    private static BigInteger InverseSeries(int n, int places, int sign)
    {
        var power = (BigInteger.One << places) / n;
        var sum = power;
        for (int k = 3, s = sign; !power.IsZero; k += 2, s *= sign)
        {
            power /= n * n;
            sum += s * power / k;
        }
        return sum;
    }

    private static BigInteger IntegerSqrt(BigInteger n)
    {
        var x = BigInteger.One << (int)((n.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (x + n / x) >> 1;
            if (next >= x) return x;
            x = next;
        }
    }
}
