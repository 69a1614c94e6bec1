namespace LogRegCourse.Checks.Terms;

/// <summary>Formulas in LaTeX, as KaTeX reads it: signs and Greek letters stand for themselves.</summary>
internal sealed class LatexWriter : FormulaWriter
{
    // In braces, so that no line breaks right behind the equal sign.
    protected override string Continued(string formula) => $@"{{=}}\;{formula}";

    protected override string Digits(string digits) => digits;

    protected override string Name(string letters) => letters.Length > 1 ? $@"\mathrm{{{letters}}}" : letters;

    // KaTeX knows the space behind a function.
    protected override string Function(string name, string? index, string argument, bool isBracketed) =>
        $"{Scripted(name.Length > 1 ? $@"\operatorname{{{name}}}" : name, index, null)} {argument}";

    protected override string Words(string words) => $@"\text{{{words}}}";

    protected override string Blank => @"\boxed{\;?\;}";

    protected override string Row(string first, string second) => $"{first} {second}";

    // In braces, so that no line breaks behind it.
    protected override string Negative(string body) => "{−}" + body;

    protected override string Infix(string left, string sign, string right) => $"{left} {(sign == Times ? @"\," : sign)} {right}";

    protected override string Bracketed(string open, string body, string close) => $@"\left{open}{body}\right{close}";

    protected override string Fraction(string above, string below) => $@"\frac{{{above}}}{{{below}}}";

    protected override string Root(string body) => $@"\sqrt{{{body}}}";

    protected override string Scripted(string body, string? below, string? above) =>
        body + (below is null ? "" : $"_{{{below}}}") + (above is null ? "" : $"^{{{above}}}");

    protected override string Transposed => @"\top";

    protected override string Hat(string body) => $@"\hat{{{body}}}";

    protected override string Series(string sign, string from, string? end, string body) => $"{Scripted(sign, from, end)} {body}";

    protected override string Cases(string value, string condition, string otherwise) =>
        $@"\begin{{cases}} {value} & \text{{if }} {condition} \\ {otherwise} & \text{{else}} \end{{cases}}";
}
