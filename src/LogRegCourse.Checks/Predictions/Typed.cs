using System.Text.RegularExpressions;

namespace LogRegCourse.Checks.Predictions;

/// <summary>Text as a keyboard writes it: guesses are copied from pages, with the signs of print.</summary>
internal static partial class Typed
{
    /// <summary>With the keyboard's minus, and plain blanks, one at a time.</summary>
    public static string Plain(string text) => Blanks().Replace(Minus().Replace(text, "-"), " ").Trim();

    /// <summary>The same for a number: without blanks, and with a point for a decimal comma where it can be nothing else.</summary>
    public static string Number(string text)
    {
        var plain = Plain(text).Replace(" ", "", StringComparison.Ordinal);
        return DecimalComma().IsMatch(plain) ? plain.Replace(',', '.') : plain;
    }

    // Hyphen, figure dash, en dash, minus, small and full-width hyphen.
    [GeneratedRegex(@"[\u2010-\u2013\u2212\uFE63\uFF0D]")]
    private static partial Regex Minus();

    // With the blanks that do not break.
    [GeneratedRegex(@"[\s\u00A0\u2007\u2009\u202F]+")]
    private static partial Regex Blanks();

    // One comma with other than three digits behind it, or behind a 0, groups no thousands.
    [GeneratedRegex(@"^[+-]?(0,[0-9]+|[0-9]+,([0-9]{1,2}|[0-9]{4,}))$")]
    private static partial Regex DecimalComma();
}
