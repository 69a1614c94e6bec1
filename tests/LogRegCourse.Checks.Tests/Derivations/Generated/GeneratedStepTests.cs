using LogRegCourse.Checks.Derivations;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Tests.Derivations.Generated;

/// <summary>Thousands of steps made by laws that hold and by laws that do not: how many are judged rightly, and how many mistakes get their name.</summary>
[Collection(nameof(Alone))]
public class GeneratedStepTests(ITestOutputHelper output)
{
    private const int PerRightLaw = 60;
    private const int PerWrongLaw = 40;

    private const int PerMatrixLaw = 12;

    // Another seed than any that the checker was mended with.
    private static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("LOGREGCOURSE_SEED"), out var seed) ? seed : 60_417_283;

    [Fact]
    public void RightSteps_AreRefusedHardlyEver()
    {
        var steps = Draw(Laws.Right, PerRightLaw, isRewritten: true).ToList();
        var refused = steps.AsParallel().Select(step => (Step: step, Line: step.Judge())).Where(pair => pair.Line.Mark != Mark.Right).ToList();
        foreach (var (step, line) in refused.Take(60)) output.WriteLine($"{step}: {line.Mark}: {string.Join(" ", line.Findings)}");
        // An equation without a solution in its domain cannot be checked, which is said.
        CheckFigures.Record("generated_right_unchecked_percent", 100.0 * refused.RemoveAll(pair => pair.Line.Mark == Mark.Unchecked) / steps.Count);
        var percent = 100.0 * refused.Count / steps.Count;
        CheckFigures.Record("generated_right", steps.Count);
        CheckFigures.Record("generated_right_refused_percent", percent);
        Assert.True(percent <= 1, $"{percent:F2} % of {steps.Count} right steps were not found right.");
    }

    [Fact]
    public void WrongSteps_AreAcceptedHardlyEver_AndMostAreNamed()
    {
        var steps = Draw(Laws.Wrong, PerWrongLaw, isRewritten: false).Where(step => !Chance.MakesRight(step)).ToList();
        var judged = steps.AsParallel().Select(step => (Step: step, Line: step.Judge())).ToList();
        var accepted = judged.Where(pair => pair.Line.Mark != Mark.Wrong).ToList();
        var wrong = judged.Where(pair => pair.Line.Mark == Mark.Wrong && pair.Step.Words.Length > 0).ToList();
        var named = wrong.Where(pair => pair.Line.Findings.Count > 1 || pair.Line.Findings[0].Contains("added", StringComparison.Ordinal)).ToList();
        var other = named.Where(pair => !pair.Step.Words.Split('|').Any(word => string.Join(" ", pair.Line.Findings).Contains(word, StringComparison.Ordinal))).ToList();
        foreach (var (step, line) in accepted.Take(40)) output.WriteLine($"ACCEPTED {step}: {line.Mark} {string.Join(" ", line.Findings)}");
        foreach (var (step, line) in wrong.Except(named).Take(60)) output.WriteLine($"UNNAMED {step}");
        foreach (var (step, line) in other.Take(60)) output.WriteLine($"OTHER {step}: {string.Join(" ", line.Findings.Skip(1))}");
        CheckFigures.Record("generated_wrong", steps.Count);
        CheckFigures.Record("generated_wrong_accepted_percent", 100.0 * accepted.Count / steps.Count);
        CheckFigures.Record("generated_wrong_named_percent", 100.0 * named.Count / wrong.Count);
        CheckFigures.Record("generated_wrong_named_otherwise_percent", 100.0 * other.Count / wrong.Count);
        Assert.True(accepted.Count <= 0.01 * steps.Count, $"{accepted.Count} of {steps.Count} wrong steps were accepted.");
        Assert.True(named.Count >= 0.8 * wrong.Count, $"{named.Count} of {wrong.Count} wrong steps were named.");
    }

    [Fact]
    public void StepsOfSumsAndMatrices_AreJudgedRightly()
    {
        var right = DrawMatrices(MatrixLaws.Right, isRewritten: true).Select(step => (Step: step, Line: step.Judge())).ToList();
        var wrong = DrawMatrices(MatrixLaws.Wrong, isRewritten: false).Select(step => (Step: step, Line: step.Judge())).ToList();
        var refused = right.Where(pair => pair.Line.Mark != Mark.Right).ToList();
        var accepted = wrong.Where(pair => pair.Line.Mark != Mark.Wrong).ToList();
        foreach (var (step, line) in refused) output.WriteLine($"REFUSED {step}: {line.Mark}: {string.Join(" ", line.Findings)}");
        foreach (var (step, line) in accepted) output.WriteLine($"ACCEPTED {step}: {line.Mark}");
        // Of what cannot be written at all, a clash of sizes is the name.
        var named = wrong.Where(pair => pair.Line.Findings.Count > 1 || pair.Line.Findings.Any(text => text.Contains("size", StringComparison.Ordinal))).ToList();
        var other = named.Where(pair => !pair.Step.Words.Split('|').Any(word => string.Join(" ", pair.Line.Findings).Contains(word, StringComparison.Ordinal))).ToList();
        foreach (var (step, _) in wrong.Except(named)) output.WriteLine($"UNNAMED {step}");
        foreach (var (step, line) in other) output.WriteLine($"OTHER {step}: {string.Join(" ", line.Findings.Skip(1))}");
        foreach (var (step, line) in named) output.WriteLine($"NAMED {step}: {string.Join(" ", line.Findings.Skip(line.Findings.Count > 1 ? 1 : 0))}");
        CheckFigures.Record("generated_matrices_right", right.Count);
        CheckFigures.Record("generated_matrices_right_refused_percent", 100.0 * refused.Count / right.Count);
        CheckFigures.Record("generated_matrices_wrong", wrong.Count);
        CheckFigures.Record("generated_matrices_wrong_accepted_percent", 100.0 * accepted.Count / wrong.Count);
        CheckFigures.Record("generated_matrices_wrong_named_percent", 100.0 * named.Count / wrong.Count);
        CheckFigures.Record("generated_matrices_wrong_named_otherwise_percent", 100.0 * other.Count / wrong.Count);
        Assert.True(refused.Count <= 0.01 * right.Count, $"{refused.Count} of {right.Count} right steps were not found right.");
        Assert.True(accepted.Count <= 0.01 * wrong.Count, $"{accepted.Count} of {wrong.Count} wrong steps were accepted.");
    }

    private static IEnumerable<GeneratedStep> DrawMatrices(IReadOnlyList<MatrixTemplate> laws, bool isRewritten) =>
        Enumerable.Range(0, laws.Count * PerMatrixLaw).AsParallel().AsOrdered().Select(k => laws[k % laws.Count].Draw(new Random(Seed + k), isRewritten));

    private static IEnumerable<GeneratedStep> Draw(IReadOnlyList<Template> laws, int each, bool isRewritten) =>
        Enumerable.Range(0, laws.Count * each).Select(k => laws[k % laws.Count].Draw(new Random(Seed + k), isRewritten));
}
