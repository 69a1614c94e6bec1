using LogRegCourse.Checks.Derivations;
using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Terms;

namespace LogRegCourse.Checks.Tests.Derivations;

[Collection(nameof(Alone))]
public class FalseAlarmTests(ITestOutputHelper output)
{
    private const int Lines = 10_000;

    [Fact]
    public void TenThousandRightLines_RaiseNoAlarm()
    {
        var sources = SourceDerivations.All.SelectMany(pair => ScalarLines(pair.Value())).ToList();
        var alarms = Enumerable.Range(0, sources.Count).AsParallel().SelectMany(k => Alarms(sources[k], k, sources.Count)).ToList();
        foreach (var alarm in alarms.Take(20)) output.WriteLine(alarm);
        CheckFigures.Record("false_alarms", alarms.Count);
        Assert.Empty(alarms);
    }

    [Fact]
    public void DifferenceOfOneInABillion_IsCaughtInEveryLine()
    {
        var factor = Number.Ratio(1_000_000_001, 1_000_000_000);
        foreach (var (line, setting) in SourceDerivations.All.SelectMany(pair => ScalarLines(pair.Value())))
        {
            var off = Term.Of(Operator.Multiply, line, factor);
            Assert.False(new ExpressionCheck(line, new Comparison(setting)).Accepts(off), $"{off} passed for {line}");
        }
    }

    private static IEnumerable<(Term Line, Setting Setting)> ScalarLines(Derivation derivation) =>
        derivation.Setting.HasMatrices ? [] : derivation.Lines.SelectMany(line => line.Line!.Sides).Where(side => side is Apply).Select(side => (side, derivation.Setting));

    private static List<string> Alarms((Term Line, Setting Setting) source, int first, int stride)
    {
        var check = new ExpressionCheck(source.Line, new Comparison(source.Setting));
        var alarms = new List<string>();
        for (var seed = first; seed < Lines; seed += stride)
        {
            var random = new Random(seed);
            var line = source.Line;
            for (var k = 0; k < 1 + seed % 3; k++) line = Identities.Apply(line, source.Setting, random);
            var findings = check.Judge(line, (1, 2)).Findings;
            if (findings.Count > 0) alarms.Add($"{source.Line}  ->  {line}: {string.Join(" ", findings)}");
        }
        return alarms;
    }
}
