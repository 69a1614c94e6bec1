using System.Text.RegularExpressions;
using System.Xml.Linq;
using LogRegCourse.Checks.Terms;
using LogRegCourse.Checks.Tests.Derivations;
using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Terms;

/// <summary>The two languages that formulas are typeset in, by the same decisions.</summary>
public partial class FormulaWriterTests
{
    private const string Times = "<mo rspace=\".17em\">\u2062</mo>";
    private const string Of = "<mo>\u2061</mo>", OfBare = "<mo rspace=\".17em\">\u2061</mo>";
    private const string Open = "<mo stretchy=\"false\">(</mo>", Close = "<mo stretchy=\"false\">)</mo>";

    [Fact]
    public void FractionsAndPowers() => AssertWritten(
        @"\frac{1}{1 + e^{{−}z}}",
        "<mfrac><mn>1</mn><mrow><mn>1</mn><mo>+</mo><msup><mi>e</mi><mrow><mo>−</mo><mi>z</mi></mrow></msup></mrow></mfrac>",
        Derivation.Of("").From(z => 1 / (1 + Exp(-z))));

    [Fact]
    public void Equations() => AssertWritten(
        @"σ \left(z\right) = p",
        $"<mrow><mrow><mi>σ</mi>{Of}<mrow>{Open}<mi>z</mi>{Close}</mrow></mrow><mo>=</mo><mi>p</mi></mrow>",
        Derivation.Of("").From((p, z) => Sigmoid(z) == p));

    [Fact]
    public void Sums_HaveTheirLimitsAboveAndBelow() => AssertWritten(
        @"∑_{i = 1}^{n} y_{i} \, x_{i j}",
        $"<mrow><munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>"
            + $"<mrow><msub><mi>y</mi><mi>i</mi></msub>{Times}<msub><mi>x</mi><mrow><mi>i</mi><mi>j</mi></mrow></msub></mrow></mrow>",
        Derivation.Of("").Sizes("X: n x d", "y: n", "j: 1..d").From((X, y, j) => Sum(i => y[i] * X[i, j])));

    [Fact]
    public void IndexAndExponent_StandAboveEachOther() => AssertWritten(
        @"x_{1}^{\top} \, w",
        $"<mrow><msubsup><mi>x</mi><mn>1</mn><mi>⊤</mi></msubsup>{Times}<mi>w</mi></mrow>",
        Derivation.Of("").Sizes("X: n x d", "w: d").From((X, w) => X[1].T * w));

    [Fact]
    public void Names_AreGreekOrWearHats() => AssertWritten(
        @"\left(\hat{y} − β_{0}\right)^{2}",
        $"<msup><mrow>{Open}<mrow><mover accent=\"true\"><mi>y</mi><mo stretchy=\"false\">^</mo></mover><mo>−</mo><msub><mi>β</mi><mn>0</mn></msub></mrow>{Close}</mrow><mn>2</mn></msup>",
        Derivation.Of("").From((yhat, beta0) => Pow(yhat - beta0, 2)));

    [Fact]
    public void Logarithms_AndRoots() => AssertWritten(
        @"\left(\operatorname{log}_{2} p\right)^{2} − \left|\sqrt{p}\right|",
        $"<mrow><msup><mrow>{Open}<mrow><msub><mi>log</mi><mn>2</mn></msub>{OfBare}<mi>p</mi></mrow>{Close}</mrow><mn>2</mn></msup>"
            + "<mo>−</mo><mrow><mo stretchy=\"false\">|</mo><msqrt><mi>p</mi></msqrt><mo stretchy=\"false\">|</mo></mrow></mrow>",
        Derivation.Of("").From(p => Pow(Log2(p), 2) - Abs(Sqrt(p))));

    [Fact]
    public void Cases_StandBehindABrace() => AssertWritten(
        @"\begin{cases} p & \text{if } y = 1 \\ 1 − p & \text{else} \end{cases}",
        "<mrow><mo>{</mo><mtable columnalign=\"left\"><mtr><mtd style=\"text-align:left\"><mi>p</mi></mtd>"
            + "<mtd style=\"text-align:left\"><mrow><mtext>if\u00a0</mtext><mrow><mi>y</mi><mo>=</mo><mn>1</mn></mrow></mrow></mtd></mtr>"
            + "<mtr><mtd style=\"text-align:left\"><mrow><mn>1</mn><mo>−</mo><mi>p</mi></mrow></mtd><mtd style=\"text-align:left\"><mtext>else</mtext></mtd></mtr></mtable></mrow>",
        Derivation.Of("").From((y, p) => y == 1 ? p : 1 - p));

    [Fact]
    public void Derivatives_ArePartialWhereThereAreOtherSymbols()
    {
        Term y = new Symbol("y"), z = new Symbol("z");
        AssertWritten(@"\frac{d}{d z} \left[\text{line 1}\right]",
            "<mrow><mfrac><mi>d</mi><mrow><mi>d</mi><mi>z</mi></mrow></mfrac><mrow><mo stretchy=\"false\">[</mo><mtext>line 1</mtext><mo stretchy=\"false\">]</mo></mrow></mrow>",
            Term.Of(Operator.Derivative, new LineReference(1, z), z));
        AssertWritten(@"\frac{∂}{∂ z} \left[y \, z\right]",
            $"<mrow><mfrac><mi>∂</mi><mrow><mi>∂</mi><mi>z</mi></mrow></mfrac><mrow><mo stretchy=\"false\">[</mo><mrow><mi>y</mi>{Times}<mi>z</mi></mrow><mo stretchy=\"false\">]</mo></mrow></mrow>",
            Term.Of(Operator.Derivative, Term.Of(Operator.Multiply, y, z), z));
    }

    [Fact]
    public void TwoSigns_NeverStandInARow() => AssertWritten(
        @"{−}z − \left({−}2 \, z \, p\right) + \left({−}\frac{1}{2}\right)",
        $"<mrow><mrow><mrow><mo>−</mo><mi>z</mi></mrow><mo>−</mo><mrow>{Open}<mrow><mrow><mrow><mo>−</mo><mn>2</mn></mrow>{Times}<mi>z</mi></mrow>{Times}<mi>p</mi></mrow>{Close}</mrow></mrow>"
            + "<mo>+</mo><mrow><mo>(</mo><mrow><mo>−</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></mrow><mo>)</mo></mrow></mrow>",
        Derivation.Of("").From((z, p) => -z - -2 * z * p + -0.5));

    [Fact]
    public void Gap_IsABox() => AssertWritten(@"\boxed{\;?\;}", "<mtext style=\"border:1px solid;padding:.1em .5em\">?</mtext>", new Gap());

    [Fact]
    public void ContinuedLine_BeginsWithAnEqualSign()
    {
        var line = new Line(Term.Of(Operator.Negate, new Symbol("z")));
        Assert.Equal("{=}\\;{−}z", new LatexWriter().Write(line, isContinued: true));
        Assert.Equal("<mo>=</mo><mrow><mo>−</mo><mi>z</mi></mrow>", new MathMlWriter().Write(line, isContinued: true));
    }

    [Fact]
    public void AnyFormula_IsWellFormedAndHasTheSymbolsOfThePlainLineInItsOrder()
    {
        string[] names = ["y", "p", "X", "w0", "beta", "loss"];
        var seen = new HashSet<Operator>();
        for (var seed = 0; seed < 3000; seed++)
        {
            var term = new RandomTerms(names, new Random(seed)).Next(4);
            seen.UnionWith(term.Everything().OfType<Apply>().Select(apply => apply.Op));
            var mathMl = XElement.Parse($"<math>{new MathMlWriter().Write(term)}</math>");
            Assert.True(Symbols(term.ToString()).SequenceEqual(Symbols(mathMl)), $"Seed {seed}: {term} is {mathMl}");
            Assert.NotEmpty(new LatexWriter().Write(term));
        }
        Assert.Equal(Enum.GetValues<Operator>().Except([Operator.Derivative]).Order(), seen.Order());
    }

    /// <summary>Names and numbers of a plain line; of a sum only the index, of functions with a sign of their own nothing or their letter.</summary>
    private static IEnumerable<string> Symbols(string plain) => Word().Matches(plain).Select(word => word.Value switch
    {
        "T" or "sqrt" or "abs" or "sum" or "product" or "if" or "else" => "",
        "exp" => "e",
        "sigmoid" => "σ",
        "pi" => "π",
        "beta" => "β",
        "X" => "x",
        var other => other,
    }).Where(word => word.Length > 0);

    private static IEnumerable<string> Symbols(XElement mathMl) =>
        from part in mathMl.Descendants()
        where !part.HasElements && !IsLimit(part)
        from word in Word().Matches(part.Value)
        where word.Value is not ("if" or "else")
        select word.Value == "X" ? "x" : word.Value;

    private static bool IsLimit(XElement part) => part.Name == "mn" && part.Parent?.Parent?.Name.LocalName is "munder" or "munderover";

    private static void AssertWritten(string latex, string mathMl, Derivation derivation)
    {
        var line = derivation.Lines[0].Line!;
        Assert.Equal(latex, new LatexWriter().Write(line));
        Assert.Equal(mathMl, new MathMlWriter().Write(line));
    }

    private static void AssertWritten(string latex, string mathMl, Term term)
    {
        Assert.Equal(latex, new LatexWriter().Write(term));
        Assert.Equal(mathMl, new MathMlWriter().Write(term));
    }

    [GeneratedRegex(@"[0-9]+|\p{L}+")]
    private static partial Regex Word();
}
