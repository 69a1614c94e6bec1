using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Claims;

/// <summary>What the sheet says about its numbers.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class Lesson14ClaimTests(ExecutedCourse course)
{
    private const string Sheet = "14-the-sheet";
    private const double SixDigits = 1e-5;

    [Fact]
    public void Notation_HasEachFormulaInEveryLanguage()
    {
        var table = Lesson.Named(Sheet).Cells.Single(cell => cell.Id == "notation").Source;
        Assert.All(
            ["`Sigmoid(z)`", "`sigmoid(z)`", "`(sigmoid z)`", "`(/ 1 (+ 1 (exp (- z))))`", "`-log(p)`", "`(- (log p))`", "`cross_entropy(y, p)`",
                "`(cross-entropy y p)`", "`sigmoid(w*x+b)`", "`(sigmoid (+ (* w x) b))`", "`(p-y)*x`", "`(* (- p y) x)`"],
            code => Assert.Contains(code, table, StringComparison.Ordinal));
    }

    [Fact]
    public void WorkedLine_IsWhatTheNotationSays()
    {
        var table = Shown("notation-values");
        var p = Logistic.Sigmoid(2);
        Assert.Equal(p, table["p"][0], SixDigits);
        Assert.Equal(table["p"], table["naive"]);
        Assert.Equal(-Math.Log(p), table["surprise"][0], SixDigits);
        Assert.Equal(table["surprise"], table["loss"]);
        Assert.Equal((p - 1) * 1.5, table["slope"][0], SixDigits);
    }

    [Fact]
    public void Coefficient_IsAChangeOfLogOdds()
    {
        var table = Shown("q-coefficients-number");
        Assert.Equal(Math.Exp(table["log odds"][0]), table["odds ratio"][0], SixDigits);
        Assert.Equal(Math.Abs(table["log odds"][0]) / 4, table["at most"][0], SixDigits);
    }

    [Fact]
    public void SilentFilter_IsRightNinetyNineTimesAndFindsNothing() => Assert.Equal([0.99, 0], Shown("q-spam-number").Numbers);

    [Fact]
    public void Batch_IsAFewThousandBytes_TheWholeSetManyMillion() => Assert.Equal([160_000_000, 2560], Shown("q-batches-bytes").Numbers);

    [Fact]
    public void FourTimesTheBatch_HasHalfTheNoise()
    {
        var spread = Shown("q-noise-number")["spread"];
        Assert.Equal(2, spread[0] / spread[1], 0.1);
        Assert.Equal(2, spread[1] / spread[2], 0.1);
    }

    [Fact]
    public void Exp_InsideItsRange_IsWhatPythonPrints() => Assert.Equal([5e-324, 2.718281828459045, 8.218407461554972e+307], Shown("notation-exp").Numbers);

    private Shown Shown(string cell) => course.Shown(Sheet, cell);
}
