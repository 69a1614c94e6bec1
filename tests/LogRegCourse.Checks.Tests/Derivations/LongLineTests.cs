using LogRegCourse.Checks.Derivations;
using LogRegCourse.Checks.Terms;
using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Derivations;

/// <summary>Lines that are much longer or deeper than any that is read are judged, or refused with a sentence, without the time that a square or a power of their length would take.</summary>
public class LongLineTests
{
    private static DerivationStart Of => Derivation.Of("long");

    [Theory]
    [InlineData(50)]
    [InlineData(200)]
    public void NestedLogarithmsOfExponentials_AreJudged(int depth) => Assert.Equal(Mark.Right, Second(Nested(depth, term => Term.Of(Operator.Log, Term.Of(Operator.Exp, term)))).Mark);

    [Theory]
    [InlineData(400)]
    [InlineData(1000)]
    public void NestedMinuses_AreJudged(int depth) => Assert.Equal(Mark.Right, Second(Nested(depth, term => Term.Of(Operator.Negate, term))).Mark);

    [Fact]
    public void WrongLongLine_IsRefusedWithNumbers()
    {
        var line = Second(Nested(301, term => Term.Of(Operator.Negate, term)));
        Assert.Equal(Mark.Wrong, line.Mark);
        Assert.Contains("from line 1 follows", line.Findings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void SumOfAHundredTerms_IsJudged() => Assert.Equal(Mark.Right, Second(Terms(50)).Mark);

    [Fact]
    public void SumOfAThousandTerms_IsJudged()
    {
        Assert.Equal(Mark.Right, Second(Terms(500)).Mark);
        Assert.Equal(Mark.Wrong, Second(Term.Of(Operator.Add, Terms(500), Term.Whole(1))).Mark);
    }

    [Fact]
    public void LineOfManyThousandTerms_IsToldThatItTakesTooLong()
    {
        var z = new Symbol("z");
        var line = Second(Term.Of(Operator.Add, z, Balanced(16_384, Term.Of(Operator.Subtract, z, z))));
        Assert.Equal(Mark.Unchecked, line.Mark);
        Assert.Contains("smaller steps", line.Findings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void LineBeyondTheLimit_IsToldSo()
    {
        // Deeper than anybody writes: built from within, as a lambda of it would not fit on a page.
        var z = System.Linq.Expressions.Expression.Parameter(typeof(double), "z");
        System.Linq.Expressions.Expression deep = z;
        for (var k = 0; k < 600; k++) deep = System.Linq.Expressions.Expression.Negate(deep);
        var derivation = Of.From(z => z).Then("", System.Linq.Expressions.Expression.Lambda<Func<double, double>>(deep, z));
        Assert.Equal(2, derivation.FirstWrongLine);
        Assert.Contains("too long to be checked", derivation.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void NumberWithManyDigits_IsShownShort() =>
        Assert.DoesNotContain(new string('0', 30), Of.Where("p in (0,1)").From(p => Log(p)).Then("", p => Log(p + 1e-300)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void DerivationWithoutATitle_SaysSo() => Assert.Contains("title", Assert.Throws<DerivationException>(() => Derivation.Of(null!)).Message, StringComparison.Ordinal);

    [Fact]
    public void DerivationOfOneLine_SaysWhatItIs() => Assert.Contains("only the first line is written", Of.From(z => Sigmoid(z)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void EquationWithoutASolution_CannotBeChecked()
    {
        var derivation = Of.From(z => Exp(z) == 0).Then("", z => Exp(2 * z) == 0);
        Assert.Equal(Mark.Unchecked, derivation.Lines[1].Mark);
        Assert.False(derivation.IsRight);
        Assert.Null(derivation.FirstWrongLine);
        Assert.Contains("could not be checked, because", derivation.ToString(), StringComparison.Ordinal);
    }

    private static Term Terms(int pairs) => Enumerable.Range(0, pairs).Aggregate((Term)new Symbol("z"),
        (sum, k) => Term.Of(Operator.Subtract, Term.Of(Operator.Add, sum, Term.Whole(k)), Term.Whole(k)));

    private static Term Balanced(int leaves, Term leaf) => leaves == 1 ? leaf : Term.Of(Operator.Add, Balanced(leaves / 2, leaf), Balanced(leaves - leaves / 2, leaf));

    private static CheckedLine Second(Term line) =>
        DerivationChecker.Check([new(StepKind.From, "", new Line(new Symbol("z"))), new(StepKind.Rewrite, "", new Line(line))], Of.From(z => z).Setting).Last();

    private static Term Nested(int depth, Func<Term, Term> wrap) => Enumerable.Range(0, depth).Aggregate((Term)new Symbol("z"), (term, _) => wrap(term));
}
