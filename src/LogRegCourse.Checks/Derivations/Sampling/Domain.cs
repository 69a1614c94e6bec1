using System.Globalization;
using System.Text.RegularExpressions;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Derivations.Sampling;

/// <summary>Where a symbol lives, read from what the author wrote: "p in (0,1)", "y in {0,1}", "z > 0", "y one-hot".</summary>
internal sealed partial record Domain(string Text, Number? Low, Number? High, IReadOnlyList<Number> Values, bool IsOneHot = false)
{
    private static readonly string[] Simple =
        ["0", "1", "-1", "2", "-2", "1/2", "-1/2", "3", "-3", "1/4", "3/4", "1/3", "-3/2", "5/2", "1/10", "9/10", "5", "-5", "10", "-10", "40", "-40", "1/1000", "999/1000"];

    public static Domain Everywhere { get; } = new("", null, null, []);

    /// <summary>Small numbers first: the first failure is then the simplest.</summary>
    public IReadOnlyList<Number> SimpleNumbers => field ??= Values.Count > 0 ? Values : [.. Simple.Select(Parse).Where(Contains), .. Fractions().Where(Contains)];

    /// <summary>Whether both say the same of a symbol, however they are written.</summary>
    public bool IsSameAs(Domain other) =>
        Equals(Low, other.Low) && Equals(High, other.High) && IsOneHot == other.IsOneHot && Values.ToHashSet().SetEquals(other.Values);

    /// <summary>
    /// Numbers far out: near the ends of the domain and large ones, where clipping and small numbers that were added
    /// "to be safe" show. With each, the most bits that are spent there.
    /// </summary>
    public IEnumerable<(Number Number, int Bits)> Extremes
    {
        get
        {
            if (Values.Count > 0) yield break;
            foreach (var (size, bits) in new[] { (60, Comparison.MostBits), (800, 2048), (5000, 256), (3_000_000, 256) })
            {
                if (High is null) yield return (Low is null ? Term.Whole(size) : Sum(Low, Term.Whole(size)), bits);
                if (Low is null) yield return (High is null ? Term.Whole(-size) : Sum(High, Term.Whole(-size)), bits);
            }
            foreach (var digits in new[] { 30, 310 })
            {
                if (Low is not null) yield return (Sum(Low, Number.Ratio(1, System.Numerics.BigInteger.Pow(10, digits))), 256);
                if (High is not null) yield return (Sum(High, Number.Ratio(-1, System.Numerics.BigInteger.Pow(10, digits))), 256);
            }
        }
    }

    public bool Contains(Number value) =>
        (Low is null || Compare(value, Low) > 0) && (High is null || Compare(value, High) < 0);

    public Number Random(Random random)
    {
        if (Values.Count > 0) return Values[random.Next(Values.Count)];
        if (Low is not null && High is not null)
        {
            var share = random.Next(1, 1024);
            var (low, high) = (Low.ToDouble(), High.ToDouble());
            return Number.FromDouble(low + (high - low) * share / 1024);
        }
        var away = Number.Ratio(random.Next(1, 512), 64);
        if (Low is not null) return Sum(Low, away);
        if (High is not null) return Sum(High, new(-away.Numerator, away.Denominator));
        return random.Next(2) == 0 ? away : new(-away.Numerator, away.Denominator);
    }

    /// <summary>Reads one sentence; it may speak of several symbols: "p, q in (0,1)".</summary>
    public static IEnumerable<(string Name, Domain Domain)> Read(string text)
    {
        var match = Sentence().Match(text);
        if (!match.Success) throw NotUnderstood(text);
        var domain = Meaning(text, match);
        if (domain is { Low: { } low, High: { } high } && Compare(low, high) >= 0)
            throw new DerivationException($"No number lies in the domain \"{text}\": the smaller number comes first.");
        return match.Groups["names"].Value.Split(',').Select(name => (name.Trim(), domain));
    }

    private static Domain Meaning(string text, Match match)
    {
        try
        {
            return match switch
            {
                _ when match.Groups["onehot"].Success => new Domain(text, null, null, [Term.Whole(0), Term.Whole(1)], true),
                _ when match.Groups["values"].Success => new Domain(text, null, null, [.. match.Groups["values"].Value.Split(',').Select(Parse)]),
                _ when match.Groups["low"].Success => new Domain(text, Parse(match.Groups["low"].Value), Parse(match.Groups["high"].Value), []),
                _ when match.Groups["above"].Success => new Domain(text, Parse(match.Groups["above"].Value), null, []),
                _ => new Domain(text, null, Parse(match.Groups["below"].Value), []),
            };
        }
        catch (Exception problem) when (problem is FormatException or DivideByZeroException or OverflowException)
        {
            throw NotUnderstood(text);
        }
    }

    private static DerivationException NotUnderstood(string text) =>
        new($"The domain \"{text}\" is not understood: write it like \"p in (0,1)\", \"y in {{0,1}}\", \"z > 0\" or \"y one-hot\".");

    private static IEnumerable<Number> Fractions() => Enumerable.Range(2, 6).SelectMany(q => Enumerable.Range(1, q - 1).Select(p => Number.Ratio(p, q))).Distinct();

    private static Number Parse(string text)
    {
        var parts = text.Trim().Split('/');
        var whole = Number.FromDouble(double.Parse(parts[0], CultureInfo.InvariantCulture));
        if (parts.Length == 1) return whole;
        var divisor = int.Parse(parts[1], CultureInfo.InvariantCulture);
        return divisor != 0 ? Number.Ratio(whole.Numerator, whole.Denominator * divisor) : throw new DivideByZeroException();
    }

    private static int Compare(Number a, Number b) => (a.Numerator * b.Denominator).CompareTo(b.Numerator * a.Denominator);

    private static Number Sum(Number a, Number b) =>
        Number.Ratio(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    [GeneratedRegex(@"^\s*(?<names>\w+(\s*,\s*\w+)*)\s*(?<onehot>one-hot)?(in\s*\((?<low>[^,]+),(?<high>[^)]+)\)|in\s*\{(?<values>[^}]+)\}|>\s*(?<above>-?[\d./]+)|<\s*(?<below>-?[\d./]+))?\s*$")]
    private static partial Regex Sentence();
}
