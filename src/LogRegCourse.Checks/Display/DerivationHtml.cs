using System.Text;
using LogRegCourse.Checks.Derivations;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Display;

/// <summary>A derivation as a table of typeset lines; the verdicts are words and signs, not colours.</summary>
internal static class DerivationHtml
{
    // Each column as wide as it needs: the classic Notebook's own tables have columns of one width, too narrow for formulas.
    private const string Table = "style=\"border-collapse:collapse;width:100%;table-layout:auto\"";

    private const string Cell = "style=\"text-align:left;padding:.3em .6em .3em 0\"";
    private const string VerdictCell = "style=\"text-align:left;padding:.3em .6em .3em 0;white-space:nowrap\"";
    private const string LeftCell = "style=\"text-align:right;padding:.3em 0;white-space:nowrap\"";

    // Takes the width that is left, and no more, however long its formula is.
    private const string FormulaCell = "style=\"text-align:left;padding:.3em .6em .3em 0;width:100%;max-width:0\"";

    // Beside the formula where the page is wide enough, else below it; a long formula scrolls by itself.
    private const string Row = "style=\"display:flex;flex-wrap:wrap;align-items:center;gap:.2em 1.5em\"";
    private const string FormulaPart = "style=\"flex:1 1 auto;max-width:100%;overflow-x:auto;overflow-y:hidden;padding:.15em 0 .15em .3em\"";
    private const string WhyPart = "style=\"flex:0 1 13em\"";

    private static readonly MathMlWriter MathMl = new();
    private static readonly LatexWriter Latex = new();

    public static string Write(Derivation derivation) => Write(derivation, withCaption: true);

    /// <summary>The table without its caption, where a verdict stands above it.</summary>
    public static string WriteLines(Derivation derivation) => Write(derivation, withCaption: false);

    private static string Write(Derivation derivation, bool withCaption)
    {
        var html = new StringBuilder($"<table class=\"derivation\" {Table}>");
        if (withCaption) html.Append($"<caption style=\"text-align:left\"><strong>{Verdicts.Html(derivation.Title)}</strong>: {Verdicts.Html(DerivationText.Summary(derivation))}</caption>");
        html.Append($"<thead><tr><th {Cell}>line</th><th></th><th {Cell}>formula, and why</th><th {Cell}>verdict</th></tr></thead><tbody>");
        foreach (var line in derivation.Lines)
        {
            html.Append($"<tr class=\"derivation-{line.Mark.ToString().ToLowerInvariant()}\"><td {Cell}>{line.Number}</td>");
            html.Append($"<td {LeftCell}>{(line.Before is null ? "" : Math(writer => writer.Write(line.Before)))}</td>");
            html.Append($"<td {FormulaCell}><div {Row}><span {FormulaPart}>{Formula(line)}</span><span {WhyPart}>{Sentence.Html(line.Why)}</span></div></td>");
            html.Append($"<td {VerdictCell}>{DerivationText.Word(line.Mark)}</td></tr>");
            foreach (var finding in DerivationText.Explained(derivation, line))
                html.Append($"<tr><td></td><td colspan=\"3\" {Cell}>{Sentence.Html(finding)}</td></tr>");
        }
        return html.Append("</tbody></table>").ToString();
    }

    private static string Formula(CheckedLine line)
    {
        if (line.Line is null) return "(not readable)";
        var isContinued = line.Number > 1 && !line.Line.IsEquation;
        return $"<span title=\"{Verdicts.Html(PlainWriter.Write(line.Line))}\">{Math(writer => writer.Write(line.Line, isContinued))}</span>";
    }

    // Every front end draws the MathML; the course's own pages draw the LaTeX in its place, in the type of their prose.
    private static string Math(Func<FormulaWriter, string> write) =>
        $"<math displaystyle=\"true\" data-latex=\"{Verdicts.Html(write(Latex))}\">{write(MathMl)}</math>";
}
