using LogRegCourse.Checks.Derivations;
using LogRegCourse.Checks.Derivations.Sampling;
using LogRegCourse.Checks.Display;
using LogRegCourse.Checks.Terms;
using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Derivations;

/// <summary>Whatever a student writes is a verdict with a sentence, never an exception.</summary>
[Collection(nameof(Alone))]
public class RobustnessTests
{
    private static readonly Setting OfNumbers = Derivation.Of("numbers").Where("y in {0,1}", "p in (0,1)").From((y, p, z) => y * p + z).Setting;

    private static readonly Setting OfMatrices = Derivation.Of("matrices").Sizes("X: n x d", "w: d", "y: n", "j: 1..d")
        .From((X, w, y, j, n) => X.T * (Sigmoid(X * w) - y)).Setting;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void LinesWithoutSense_AreJudged(bool matrices)
    {
        var setting = matrices ? OfMatrices : OfNumbers;
        var kinds = new[] { StepKind.Rewrite, StepKind.Logarithm, StepKind.Negate, StepKind.Derivative };
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var terms = new RandomTerms(setting.Names, random);
            List<DerivationStep> steps = [new(StepKind.From, "", new Line(terms.Next(3)))];
            for (var k = 0; k < 3; k++)
                steps.Add(new(kinds[random.Next(4)], "", new Line(terms.Next(3)), By: new Symbol(setting.Names[random.Next(setting.Names.Count)])));
            AssertJudged(steps, setting, seed);
        }
    }

    [Fact]
    public void EquationsWithoutSense_AreJudged()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var terms = new RandomTerms(OfNumbers.Names, new Random(seed));
            AssertJudged([.. Enumerable.Range(0, 3).Select(k => new DerivationStep(k == 0 ? StepKind.From : StepKind.Rewrite, "", new Line(terms.Next(2), terms.Next(2))))], OfNumbers, seed);
        }
    }

    [Fact]
    public void IndexOutsideItsSize_IsRefusedWithTheIndex()
    {
        var start = Derivation.Of("rows").Sizes("X: n x d", "w: d", "j: 1..d").From((X, w, j) => Sum(i => X[i]));
        AssertWrong(start.Then("", (X, w, j) => Sum(i => X[i + 1])), "X[i + 1]");
    }

    [Fact]
    public void NegativeIndex_IsRefused() => AssertWrong(
        Derivation.Of("rows").Sizes("X: n x d", "w: d").From((X, w) => Sum(i => X[i])).Then("", (X, w) => Sum(i => X[i] - X[-i] + X[i])), "X[-i]");

    [Fact]
    public void IndexOfAnotherSize_IsRefusedWithBothRanges() => AssertWrong(
        Derivation.Of("rows").Sizes("X: n x d", "w: d", "y: n", "j: 1..d").From((X, w, y, j) => X.T * y).Then("", (X, w, y, j) => X[j] * y[1]), "1..d", "1..n");

    [Fact]
    public void SumWhoseIndexIndexesNothing_RunsOverTheOnlySizeOrIsRefused()
    {
        Assert.True(Derivation.Of("sum").Sizes("y: n").From((y, n) => n * y).Then("", (y, n) => Sum(i => 1) * y).IsRight);
        Assert.True(Derivation.Of("sum").Sizes("X: n x d").From((X, n, d) => n * d * X).Then("", (X, n, d) => Sum(i => 1) * Sum(j => 1) * X).IsRight);
        AssertWrong(Derivation.Of("sum").Sizes("X: n x d").From((X, n) => n * X).Then("", (X, n) => Sum(m => 1) * X), "indexes nothing");
    }

    [Fact]
    public void IndexOutsideItsSum_IsRefused()
    {
        var step = new DerivationStep(StepKind.Rewrite, "", new Line(Term.Of(Operator.Row, new Symbol("y"), new Symbol("i"))));
        var lines = DerivationChecker.Check([new(StepKind.From, "", new Line(new Symbol("n"))), step], OfMatrices).ToList();
        Assert.Contains("only inside the sum", lines[1].Findings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownFunction_IsNamed()
    {
        var derivation = Derivation.Of("floor").From(z => z).Then("", z => Floor(z));
        Assert.Null(derivation.FirstWrongLine);
        Assert.Contains("cannot look inside the function Floor", derivation.ToString(), StringComparison.Ordinal);
        Assert.Contains("cannot look inside the function Floor", DerivationHtml.Write(derivation), StringComparison.Ordinal);
    }

    [Fact]
    public void ConversionThatCutsDecimals_IsRefused() => AssertWrong(Derivation.Of("cut").From(z => z).Then("", z => (int)z), "cuts off decimals");

    [Fact]
    public void DirectionThatIsUnknown_IsNamed()
    {
        var start = Derivation.Of("direction").Sizes("X: n x d", "w: d").From((X, w) => Sum(i => X[i].T * w));
        AssertWrong(start.Differentiate("", (X, w) => 1, by: "w[j]"), "how far j runs");
        AssertWrong(Derivation.Of("direction").From(z => z).Differentiate("", z => 1, by: "x"), "by x");
    }

    [Theory]
    [InlineData("p in (1,0)", "smaller number comes first")]
    [InlineData("p in (0,x)", "not understood")]
    [InlineData("p in {1/0}", "not understood")]
    [InlineData("p is positive", "not understood")]
    [InlineData("q in (0,1)", "have only p")]
    public void DomainThatMeansNothing_IsRefused(string domain, string sentence)
    {
        var problem = Assert.Throws<DerivationException>(() => Derivation.Of("domain").Where(domain).From(p => p));
        Assert.Contains(sentence, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SizeThatIsAMatrixToo_IsRefused() =>
        Assert.Throws<DerivationException>(() => Derivation.Of("size").Sizes("X: n x d", "d: n").From((X, d) => X * d));

    private static void AssertWrong(Derivation derivation, params string[] words)
    {
        Assert.Equal(2, derivation.FirstWrongLine);
        foreach (var word in words) Assert.Contains(word, derivation.ToString(), StringComparison.Ordinal);
        Assert.Contains("wrong", DerivationHtml.Write(derivation), StringComparison.Ordinal);
    }

    private static void AssertJudged(List<DerivationStep> steps, Setting setting, int seed)
    {
        try
        {
            foreach (var line in DerivationChecker.Check(steps, setting))
            {
                Assert.NotEmpty(new LatexWriter().Write(line.Line!) + PlainWriter.Write(line.Line!));
                Assert.True(line.Mark != Mark.Wrong || line.Findings.Count > 0, $"No sentence for {line.Line}");
            }
        }
        catch (Exception problem)
        {
            Assert.Fail($"Seed {seed}: {string.Join("  ->  ", steps.Select(step => $"{step.Kind} {step.Line}"))}: {problem}");
        }
    }
}
