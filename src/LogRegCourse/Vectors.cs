namespace LogRegCourse;

/// <summary>The few operations on short vectors that several parts need.</summary>
internal static class Vectors
{
    private const double SmallestSquares = 1e-280;
    private const double LargestSquares = 1e300;

    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var j = 0; j < a.Length; j++) sum += a[j] * b[j];
        return sum;
    }

    /// <summary>√(Σ a_j²), also where the squares would leave the range of double.</summary>
    public static double Norm(ReadOnlySpan<double> a)
    {
        var squares = Dot(a, a);
        if (squares is > SmallestSquares and < LargestSquares) return Math.Sqrt(squares);
        var largest = 0.0;
        foreach (var value in a)
        {
            if (!double.IsFinite(value)) return Math.Abs(value);
            largest = Math.Max(largest, Math.Abs(value));
        }
        if (largest == 0) return 0;
        var exponent = Math.ILogB(largest);
        squares = 0;
        foreach (var value in a) squares += Math.ScaleB(value, -exponent) * Math.ScaleB(value, -exponent);
        return Math.ScaleB(Math.Sqrt(squares), exponent);
    }

    /// <summary>The largest |a_j|; not a number where one is none.</summary>
    public static double Largest(ReadOnlySpan<double> a)
    {
        var largest = 0.0;
        foreach (var value in a) largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }

    /// <summary>factor_1·name_1 + …, with the signs where a reader expects them; "(intercept)" stands for 1.</summary>
    public static string Expression(IEnumerable<(string Name, double Factor)> terms)
    {
        var text = "";
        foreach (var (name, factor) in terms.Where(term => term.Factor != 0))
        {
            var size = Digits.Short(Math.Abs(factor));
            var term = name == "(intercept)" ? size : size == "1" ? name : $"{size}·{name}";
            text += text.Length == 0 ? (factor < 0 ? "−" : "") + term : (factor < 0 ? " − " : " + ") + term;
        }
        return text;
    }
}
