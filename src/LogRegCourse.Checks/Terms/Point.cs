using System.Globalization;
using LogRegCourse.Checks.Derivations;

namespace LogRegCourse.Checks.Terms;

/// <summary>
/// Where a formula is evaluated: an exact rational number per symbol (row by row for a matrix), and a number per size
/// letter.
/// </summary>
internal sealed record Point(IReadOnlyDictionary<string, Number[]> Symbols, IReadOnlyDictionary<string, int> Sizes)
{
    /// <summary>The point with another value of one symbol.</summary>
    public Point With(string name, Number[] numbers) => this with { Symbols = new Dictionary<string, Number[]>(Symbols) { [name] = numbers } };

    public override string ToString() => string.Join(", ", Symbols.Select(pair => $"{pair.Key} = {Show(pair.Key, pair.Value)}"));

    /// <summary>The most bits that are spent to tell two values apart here.</summary>
    public int MostBits { get; init; } = Comparison.MostBits;

    /// <summary>
    /// Whether a symbol has all but the value at which a divisor is zero, known to some 280 bits: what has no value with
    /// fewer bits has none at the zero.
    /// </summary>
    public bool IsAtZero { get; init; }

    /// <summary>The number of columns of each symbol that is a matrix, for showing it row by row.</summary>
    public IReadOnlyDictionary<string, int> Columns { get; init; } = new Dictionary<string, int>();

    private string Show(string name, Number[] entries)
    {
        if (entries.Length == 1 && !Columns.ContainsKey(name)) return Show(entries[0]);
        var rows = entries.Chunk(Columns.GetValueOrDefault(name, 1)).Select(row => string.Join(", ", row.Select(Show)));
        return $"({string.Join("; ", rows)})";
    }

    // The root of an equation has hundreds of digits.
    private static string Show(Number number) => number.IsLong
        ? number.ToDouble().ToString("G6", CultureInfo.InvariantCulture) : PlainWriter.Write(number);
}
