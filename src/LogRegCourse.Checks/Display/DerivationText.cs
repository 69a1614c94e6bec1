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
        : derivation.ExpectsError ? "failed" : "passed";

    public static string Summary(Derivation derivation)
    {
        if (derivation.FirstWrong is { } wrong)
            return derivation.ExpectsError ? $"the mistake is in line {wrong.Number}" : $"line {wrong.Number} is wrong";
        if (derivation.HasGaps)
            return $"{Count(derivation.Lines.Count(line => line.Mark == Mark.Gap))} still to be written";
        return derivation.ExpectsError ? "a mistake was announced, but every line is right" : $"all {derivation.Lines.Count} lines are right";
    }

    public static string Write(Derivation derivation)
    {
        var rows = derivation.Lines.Select(line => (line, left: Left(line), formula: Formula(line))).ToList();
        var leftWidth = rows.Max(row => row.left.Length);
        var formulaWidth = rows.Max(row => row.formula.Length);
        var text = new StringBuilder($"{derivation.Title}: {Summary(derivation)}\n");
        foreach (var (line, left, formula) in rows)
        {
            text.Append($"  {line.Number,2}  {left.PadLeft(leftWidth)}{formula.PadRight(formulaWidth)}  {Word(line.Mark),-12}  {line.Why}".TrimEnd()).Append('\n');
            foreach (var finding in Explained(derivation, line)) text.Append($"      {finding}\n");
        }
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>Of the wrong lines only the first is explained: what follows it may be wrong because of it.</summary>
    public static IReadOnlyList<string> Explained(Derivation derivation, CheckedLine line) =>
        line == derivation.FirstWrong || line.Mark == Mark.Gap ? line.Findings : [];

    public static string Word(Mark mark) => mark switch
    {
        Mark.Given => "given",
        Mark.Right => "\u2713 right",
        Mark.Wrong => "\u2717 wrong",
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
