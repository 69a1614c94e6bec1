using System.Globalization;
using System.Text.RegularExpressions;
using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Rules;

/// <summary>Decimal numbers that the prose quotes must have been computed, typed into a cell, or declared as given.</summary>
internal static partial class NumberRules
{
    private const int QuotedDigits = 3;
    private const double RoundingSlack = 1e-9;

    public static IEnumerable<string> Unsupported(IReadOnlyList<ExecutedCell> cells)
    {
        double[] known = [.. cells.Where(cell => cell.Cell.IsCode).SelectMany(cell => Values(cell.Text).Concat(Values(cell.Cell.Source)))];
        foreach (var prose in cells.Select(cell => cell.Cell).Where(cell => !cell.IsCode))
            foreach (var quote in Quotes(prose.Source))
                if (!prose.Given.Contains(quote.Text) && !known.Any(quote.Rounds))
                    yield return $"{prose.Id}: no cell of the lesson gives {quote.Text}";
    }

    public static IEnumerable<string> Superfluous(IReadOnlyList<ExecutedCell> cells) => cells.Select(cell => cell.Cell)
        .SelectMany(cell => cell.Given.Except(Quotes(cell.Source).Select(quote => quote.Text)).Select(number => $"{cell.Id}: {number} is given but not quoted"));

    private static IEnumerable<Quote> Quotes(string markdown) =>
        Quoted().Matches(NotQuoted().Replace(Prose.WithoutFences(markdown), " "))
            .Select(match => new Quote(match)).Where(quote => quote.SignificantDigits >= QuotedDigits);

    private static IEnumerable<double> Values(string text) =>
        Number().Matches(text).Select(match => double.Parse(match.ValueSpan, CultureInfo.InvariantCulture));

    /// <summary>A number as the prose writes it: 0.2322, 12,345.6, 4.476 \times 10^{-309}, 30.4 %.</summary>
    private sealed class Quote(Match match)
    {
        private readonly string _decimals = match.Groups["decimals"].Value;
        private readonly int _exponent = match.Groups["exponent"].Success ? int.Parse(match.Groups["exponent"].ValueSpan, CultureInfo.InvariantCulture) : 0;

        public string Text { get; } = $"{match.Groups["whole"]}.{match.Groups["decimals"]}" + (match.Groups["exponent"].Success ? $"e{match.Groups["exponent"]}" : "");

        public int SignificantDigits => (match.Groups["whole"].Value.Replace(",", "") + _decimals).TrimStart('0').Length;

        public bool Rounds(double value)
        {
            var quoted = double.Parse(Text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
            var half = double.Parse($"0.5e{_exponent - _decimals.Length}", CultureInfo.InvariantCulture);
            var scale = match.Groups["percent"].Success ? 100 : 1;
            return IsNear(value, 1) || IsNear(value, scale);

            bool IsNear(double exact, int times) => Math.Abs(Math.Abs(exact) * times - quoted) <= half * (1 + RoundingSlack);
        }
    }

    [GeneratedRegex(@"(?<![\w.,])(?<whole>\d{1,3}(,\d{3})+|\d+)\.(?<decimals>\d+)(?!\d*\.\d)(?!\w)(\s*\\times\s*10\^\{?(?<exponent>-?\d+)\}?)?(?<percent>\s*\\?%)?")]
    private static partial Regex Quoted();

    // Headings and numbers of figures and exercises are names, and inline code is an input.
    [GeneratedRegex(@"^#.*$|`[^`]*`|(Figure|[Ee]xercise|[Ll]esson) \d+[a-z]?\.\d+", RegexOptions.Multiline)]
    private static partial Regex NotQuoted();

    [GeneratedRegex(@"(?<![\w.])\d+(\.\d+)?([eE][-+]?\d+)?")]
    private static partial Regex Number();
}
