using LogRegCourse.Checks.Derivations;
using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Tests.Derivations;

[Collection(nameof(Alone))]
public class MutantTests(ITestOutputHelper output)
{
    private const int LeastPerLine = 5;
    private const int MostPerLine = 24;

    [Fact]
    public void MutantsOfEveryRightLine_AreCaughtAtThatLine()
    {
        var all = SourceDerivations.All.AsParallel().AsOrdered().SelectMany(pair => Judge(pair.Key, pair.Value())).ToList();
        var escaped = all.Where(verdict => !verdict.Caught).ToList();
        foreach (var (name, line, slip, mutant, _) in escaped) output.WriteLine($"{name}, line {line}, {slip}: {mutant}");
        var share = 100.0 * (all.Count - escaped.Count) / all.Count;
        output.WriteLine($"{all.Count} mutants, {share:F2} % caught");
        CheckFigures.Record("mutants", all.Count);
        CheckFigures.Record("mutants_caught_percent", share);
        Assert.All(all.GroupBy(verdict => (verdict.Name, verdict.Line)), group => Assert.True(group.Count() >= LeastPerLine, $"Only {group.Count()} mutants of {group.Key}."));
        Assert.True(share >= 99.5, $"Only {share} % of the mutants were caught.");
    }

    private static List<(string Name, int Line, string Slip, string Mutant, bool Caught)> Judge(string name, Derivation derivation)
    {
        var verdicts = new List<(string, int, string, string, bool)>();
        for (var k = 1; k < derivation.Steps.Count; k++)
        {
            var right = derivation.Lines[k].Line!;
            var mutants = Mutants(right).Where(mutant => !IsEquivalent(right, mutant.Line, derivation.Setting)).ToList();
            // Spread over the whole formula where it has more than are tried.
            var stride = Math.Max(1, mutants.Count / MostPerLine);
            foreach (var (slip, mutant) in mutants.Where((_, i) => i % stride == 0).Take(MostPerLine))
            {
                // A line is checked against the one before it, so the lines above that one need not be checked again.
                List<DerivationStep> steps = [derivation.Steps[k - 1] with { Kind = StepKind.From }, derivation.Steps[k] with { Line = mutant }];
                var marks = DerivationChecker.Check(steps, derivation.Setting).Select(line => line.Mark);
                verdicts.Add((name, k + 1, slip, mutant.ToString(), marks.SequenceEqual([Mark.Given, Mark.Wrong])));
            }
        }
        return verdicts;
    }

    private static IEnumerable<(string Slip, Line Line)> Mutants(Line right)
    {
        var left = Mutator.Of(right.Left).Select(mutant => (mutant.Slip, right with { Left = mutant.Mutant }));
        return right.Right is null ? left : left.Concat(Mutator.Of(right.Right).Select(mutant => (mutant.Slip, right with { Right = mutant.Mutant })));
    }

    private static bool IsEquivalent(Line right, Line mutant, Setting setting)
    {
        var plain = new PlainArithmetic(setting, new Random(11));
        if (!right.IsEquation) return plain.AreEquivalent(right.Left, mutant.Left);
        // The one equation of the sources: p and z belong together where p is the sigmoid of z.
        var random = new Random(12);
        for (var i = 0; i < 40; i++)
        {
            var z = 6 * random.NextDouble() - 3;
            var p = 1 / (1 + Math.Exp(-z));
            if (plain.Fails(mutant, ("p", p), ("z", z))) return false;
        }
        return true;
    }
}
