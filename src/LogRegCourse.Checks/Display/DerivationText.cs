using System.Text;
using LogRegCourse.Checks.Derivations;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Display;

/// <summary>A derivation in plain text, its equal signs, reasons and verdicts aligned.</summary>
internal static class DerivationText
{
    public static string Verdict(Derivation derivation) =>
        derivation.FirstWrong is not null ? derivation.ExpectsError ? "passed" : "failed"
        : derivation.HasGaps ? "not-done"
        : derivation.FirstUnchecked is not null ? "unchecked"
        : derivation.ExpectsError ? "failed" : "passed";

    public static string Summary(Derivation derivation)
    {
        if (derivation.FirstWrong is { } wrong)
            return derivation.ExpectsError ? $"the mistake is in line {wrong.Number}" : $"line {wrong.Number} is wrong";
        if (derivation.HasGaps)
            return $"{Count(derivation.Lines.Count(line => line.Mark == Mark.Gap))} still to be written";
        if (derivation.FirstUnchecked is { } open) return $"line {open.Number} could not be checked";
        if (derivation.Lines.Count == 1) return derivation.ExpectsError ? "a mistake was announced, but there is only the first line" : "only the first line is written; the lines that follow from it are checked";
        return derivation.ExpectsError ? "a mistake was announced, but every line is right" : $"all {derivation.Lines.Count} lines are right";
    }

    public static string Write(Derivation derivation) => $"{derivation.Title}: {Summary(derivation)}\n{WriteLines(derivation)}";

    public static string WriteLines(Derivation derivation, bool withFindings = true)
    {
        var rows = derivation.Lines.Select(line => (line, left: Left(line), formula: Formula(line))).ToList();
        var leftWidth = rows.Max(row => row.left.Length);
        var formulaWidth = rows.Max(row => row.formula.Length);
        var text = new StringBuilder();
        foreach (var (line, left, formula) in rows)
        {
            text.Append($"  {line.Number,2}  {left.PadLeft(leftWidth)}{formula.PadRight(formulaWidth)}  {Word(line.Mark),-12}  {line.Why}".TrimEnd()).Append('\n');
            foreach (var finding in withFindings ? Explained(derivation, line) : []) text.Append($"      {finding}\n");
        }
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>Of the wrong lines only the first is explained: what follows it may be wrong because of it.</summary>
    public static IReadOnlyList<string> Explained(Derivation derivation, CheckedLine line) =>
        line == derivation.FirstWrong || line.Mark is Mark.Gap or Mark.Unchecked ? line.Findings : [];

    public static string Word(Mark mark) => mark switch
    {
        Mark.Given => "given",
        Mark.Right => "\u2713 right",
        Mark.Wrong => "\u2717 wrong",
        Mark.Unchecked => "? not checked",
        _ => "\u2026 to do",
    };

    private static string Count(int lines) => lines == 1 ? "1 line is" : $"{lines} lines are";

    private static string Left(CheckedLine line) => line.Before is null ? "" : PlainWriter.Write(line.Before) + " ";

    private static string Formula(CheckedLine line)
    {
        var formula = line.Line is null ? "(not readable)" : PlainWriter.Write(line.Line);
        return line.Number == 1 || line.Line is null or { IsEquation: true } ? formula : "= " + formula;
    }
}
