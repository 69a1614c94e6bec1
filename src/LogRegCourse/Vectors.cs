namespace LogRegCourse;

/// <summary>The few operations on short vectors that several parts need.</summary>
internal static class Vectors
{
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var j = 0; j < a.Length; j++) sum += a[j] * b[j];
        return sum;
    }

    public static double Norm(ReadOnlySpan<double> a) => Math.Sqrt(Dot(a, a));

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
