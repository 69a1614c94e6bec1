using System.Text.RegularExpressions;

namespace LogRegCourse.Checks.Display;

/// <summary>A sentence of the course as HTML: powers and indices that plain text writes as e^−z and p_k stand high and low.</summary>
internal static partial class Sentence
{
    public static string Html(string text) =>
        Indices().Replace(Powers().Replace(Verdicts.Html(text), power => $"<sup>{Bare(power.Groups["what"].Value)}</sup>"), "$1<sub>$2</sub>");

    // Brackets that only held the exponent together in one line of text are not needed above it.
    private static string Bare(string exponent) => exponent is ['(', .. var inside, ')'] ? inside : exponent;

    [GeneratedRegex(@"(?<=[\p{L}\p{Nd})])\^(?<what>\([^()]*\)|[−-]?[\p{L}\p{Nd}]+)")]
    private static partial Regex Powers();

    [GeneratedRegex(@"(?<![\p{L}\p{Nd}_])(\p{L})_(\p{L}|\p{Nd}+)(?![\p{L}\p{Nd}_])")]
    private static partial Regex Indices();
}
