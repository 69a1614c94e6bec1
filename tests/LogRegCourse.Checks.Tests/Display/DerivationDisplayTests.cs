using System.Text.Json;
using System.Xml.Linq;
using LogRegCourse.Checks.Display;
using static System.Math;
using static LogRegCourse.Checks.Course;
using static LogRegCourse.Logistic;

namespace LogRegCourse.Checks.Tests.Display;

public class DerivationDisplayTests
{
    private static Derivation Right() => Derivation.Of("the slope of the sigmoid")
        .From(z => 1 / (1 + Exp(-z)))
        .Differentiate("quotient rule", z => Exp(-z) / Pow(1 + Exp(-z), 2))
        .Therefore("in terms of the sigmoid", z => Sigmoid(z) * (1 - Sigmoid(z)));

    private static Derivation Wrong() => Derivation.Of("a slope").From(z => Sigmoid(z)).Differentiate("chain rule", z => Sigmoid(z) * (1 + Sigmoid(z)));

    [Fact]
    public void RightDerivation_AsText() => AssertText(
        """
        the slope of the sigmoid: all 3 lines are right
           1                1 / (1 + exp(-z))                given
           2  d/dz [line 1] = exp(-z) / (1 + exp(-z))^2      ✓ right       quotient rule
           3                = sigmoid(z) * (1 - sigmoid(z))  ✓ right       in terms of the sigmoid
        """, Right());

    [Fact]
    public void WrongDerivation_AsText() => AssertText(
        """
        a slope: line 2 is wrong
           1                    sigmoid(z)                       given
           2  d/dz [sigmoid(z)] = sigmoid(z) * (1 + sigmoid(z))  ✗ wrong       chain rule
              At z = 0: from line 1 follows 0.25, but line 2 is 0.75.
              The slope of the sigmoid is σ(1 - σ), with a minus: sigmoid(z).
        """, Wrong());

    [Fact]
    public void Signs_AreWrittenOnceAndBracketsWhereNeeded() => AssertText(
        """
        signs: all 2 lines are right
           1  -1 / n * sum_i(y[i] - (-X[i].T * w)) * 2  given
           2  = -sum_i(y[i] + X[i].T * w) / n * 2       ✓ right
        """, Derivation.Of("signs").Sizes("X: n x d", "w: d", "y: n").From((X, w, y, n) => -1 / n * Sum(i => y[i] - -(X[i].T * w)) * 2)
            .Then("", (X, w, y, n) => -(Sum(i => y[i] + X[i].T * w) / n) * 2));

    [Fact]
    public void Formulas_AreMathMlWithTheirLatexAndPlainWriting()
    {
        var html = XElement.Parse(DerivationHtml.Write(Right()));
        var formulas = html.Descendants("math").ToList();
        Assert.Equal(4, formulas.Count);
        Assert.All(formulas, formula => Assert.NotEmpty(formula.Elements()));
        Assert.Equal(@"\frac{d}{d z} \left[\text{line 1}\right]", formulas[1].Attribute("data-latex")!.Value);
        Assert.Equal(@"{=}\;\frac{e^{{−}z}}{\left(1 + e^{{−}z}\right)^{2}}", formulas[2].Attribute("data-latex")!.Value);
        Assert.Equal("exp(-z) / (1 + exp(-z))^2", formulas[2].Parent!.Attribute("title")!.Value);
        Assert.DoesNotContain('$', html.Value);
        Assert.DoesNotContain('\\', html.Value);
        Assert.Contains("✓ right", html.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void LineThatCannotBeRead_HasNoFormula()
    {
        var html = DerivationHtml.Write(Derivation.Of("cut").From(z => z).Then("", z => (int)z));
        Assert.Contains("(not readable)", html, StringComparison.Ordinal);
        Assert.Single(XElement.Parse(html).Descendants("math"));
    }

    [Fact]
    public void WrongLine_SaysSoInWordsAndIsExplained()
    {
        var html = DerivationHtml.Write(Wrong());
        Assert.Contains("✗ wrong", html, StringComparison.Ordinal);
        Assert.Contains("The slope of the sigmoid is σ(1 - σ), with a minus: sigmoid(z).", html, StringComparison.Ordinal);
    }

    [Fact]
    public void TitleAndReason_AreEscaped()
    {
        var html = DerivationHtml.Write(Derivation.Of("<b> & co").From(z => z).Then("a < b", z => z + 0));
        Assert.Contains("&lt;b&gt; &amp; co", html, StringComparison.Ordinal);
        Assert.Contains("a &lt; b", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Verdict_IsMachineReadable()
    {
        foreach (var (derivation, verdict) in new[] { (Right(), "passed"), (Wrong(), "failed"), (Derivation.Of("gap").From(z => z).Then("", z => Gap), "not-done") })
        {
            var formatter = new DerivationFormats().CreateTypeFormatters().Cast<MimeFormatter<Derivation>>().Single(one => one.MimeType == Verdicts.MimeType);
            var writer = new StringWriter();
            Assert.True(formatter.Format(derivation, writer));
            using var json = JsonDocument.Parse(writer.ToString());
            Assert.Equal(("derivation", verdict), (json.RootElement.GetProperty("kind").GetString(), json.RootElement.GetProperty("verdict").GetString()));
        }
    }

    [Fact]
    public void VerdictOfAnExercise_ShowsTheTableOfLinesWithTheWrongOneMarked()
    {
        var verdict = Course.Check("2.3", Derivation.Of("mine").From(z => Log(Sigmoid(z))).Differentiate("chain rule", z => 1 / Sigmoid(z)).Then("", z => Sigmoid(-z)));
        var html = XElement.Parse(Shown(verdict, "text/html"));
        var rows = html.Descendants("tr").Where(row => row.Attribute("class") is not null).ToList();
        Assert.Equal(["derivation-given", "derivation-wrong", "derivation-wrong"], rows.Select(row => row.Attribute("class")!.Value));
        Assert.Equal(["1", "2", "3"], rows.Select(row => row.Elements().First().Value));
        Assert.Single(Texts(html), text => text.Contains("from line 1 follows", StringComparison.Ordinal));
        Assert.Contains("2  d/dz [line 1] = 1 / sigmoid(z)", Shown(verdict, "text/plain"), StringComparison.Ordinal);
        Assert.Contains("✗ wrong", Shown(verdict, "text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public void VerdictOfAnUntouchedExercise_SaysNotDoneYetOnce()
    {
        var verdict = Course.Check("2.3", Derivation.Of("mine").From(z => Log(Sigmoid(z))).Differentiate("", z => Gap / Sigmoid(z)).Then("", z => Gap));
        foreach (var text in new[] { Shown(verdict, "text/plain"), Shown(Course.Check("2.4", double.NaN), "text/plain") })
            Assert.Single(System.Text.RegularExpressions.Regex.Matches(text, "(?i)not done yet"));
    }

    private static IEnumerable<string> Texts(XElement html) => html.Descendants().Where(element => !element.HasElements).Select(element => element.Value);

    private static string Shown(Verdict verdict, string mimeType)
    {
        var formatter = new VerdictFormats().CreateTypeFormatters().Cast<MimeFormatter<Verdict>>().Single(one => one.MimeType == mimeType);
        var writer = new StringWriter();
        Assert.True(formatter.Format(verdict, writer));
        return writer.ToString();
    }

    private static void AssertText(string expected, Derivation derivation) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), derivation.ToString());
}
