using System.Text.RegularExpressions;

namespace LogRegCourse.Checks.Terms;

/// <summary>Formulas in MathML, which browsers draw, and screen readers read, by themselves.</summary>
internal sealed partial class MathMlWriter : FormulaWriter
{
    private const string Thin = " rspace=\".17em\"";

    protected override string Continued(string formula) => $"<mo>=</mo>{formula}";

    protected override string Escaped(string sign) => sign.Replace("<", "&lt;").Replace(">", "&gt;");

    protected override string Digits(string digits) => $"<mn>{digits}</mn>";

    protected override string Name(string letters) => $"<mi>{letters}</mi>";

    // Between a function and its argument stands a sign that is not seen, but read aloud.
    protected override string Function(string name, string? index, string argument, bool isBracketed) =>
        $"<mrow>{Scripted(Name(name), index, null)}<mo{(isBracketed ? "" : Thin)}>\u2061</mo>{argument}</mrow>";

    protected override string Words(string words) => $"<mtext>{words}</mtext>";

    protected override string Blank => "<mtext style=\"border:1px solid;padding:.1em .5em\">?</mtext>";

    protected override string Row(string first, string second) => $"<mrow>{first}{second}</mrow>";

    protected override string Negative(string body) => $"<mrow><mo>−</mo>{body}</mrow>";

    protected override string Infix(string left, string sign, string right) =>
        $"<mrow>{left}<mo{(sign == Times ? Thin : "")}>{sign}</mo>{right}</mrow>";

    // Brackets grow only around what is high: without a font for formulas they grow by large steps.
    protected override string Bracketed(string open, string body, string close)
    {
        var size = High().IsMatch(body) ? "" : " stretchy=\"false\"";
        return $"<mrow><mo{size}>{open}</mo>{body}<mo{size}>{close}</mo></mrow>";
    }

    protected override string Fraction(string above, string below) => $"<mfrac>{above}{below}</mfrac>";

    protected override string Root(string body) => $"<msqrt>{body}</msqrt>";

    protected override string Scripted(string body, string? below, string? above) => (below, above) switch
    {
        (null, null) => body,
        (_, null) => $"<msub>{body}{below}</msub>",
        (null, _) => $"<msup>{body}{above}</msup>",
        _ => $"<msubsup>{body}{below}{above}</msubsup>",
    };

    protected override string Transposed => Name("⊤");

    protected override string Hat(string body) => $"<mover accent=\"true\">{body}<mo stretchy=\"false\">^</mo></mover>";

    protected override string Series(string sign, string from, string? end, string body) =>
        $"<mrow>{(end is null ? $"<munder><mo>{sign}</mo>{from}</munder>" : $"<munderover><mo>{sign}</mo>{from}{end}</munderover>")}{body}</mrow>";

    // The browsers' MathML takes the side of a column from the style, MathJax from the attribute.
    protected override string Cases(string value, string condition, string otherwise) =>
        $"<mrow><mo>{{</mo><mtable columnalign=\"left\">{Case(value, $"<mrow><mtext>if\u00a0</mtext>{condition}</mrow>")}{Case(otherwise, "<mtext>else</mtext>")}</mtable></mrow>";

    private static string Case(string value, string condition) =>
        $"<mtr><mtd style=\"text-align:left\">{value}</mtd><mtd style=\"text-align:left\">{condition}</mtd></mtr>";

    [GeneratedRegex("<(mfrac|munder|mtable)")]
    private static partial Regex High();
}
