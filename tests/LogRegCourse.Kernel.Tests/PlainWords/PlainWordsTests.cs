using LogRegCourse.Kernel.Display;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Tests.Support;

namespace LogRegCourse.Kernel.Tests.PlainWords;

/// <summary>Each row of the table on code that a newcomer writes: what is said above the compiler's own words.</summary>
public sealed class PlainWordsTests(PreparedSession prepared) : IClassFixture<PreparedSession>
{
    private readonly SessionUnderTest _session = prepared.Session;

    internal const string Before = """
        using static System.Math;
        using System.Linq.Expressions;
        double Sigmoid(double z) => 1 / (1 + Exp(-z));
        double Twice(double x) => 2 * x;
        void Check(string id, double answer) { }
        void Check(string id, Delegate answer) { }
        void From(Expression<Func<double, double, bool>> equation) { }
        void Formula(Expression<Func<double, double>> formula) { }
        double MeanOf(double[] v) => v.Average();
        double[] xs = [1, 2, 3];
        int[] whole = [1, 2];
        List<double> items = [];
        double p = 0.5, z = 1, shareOfDamage = 0.3;
        int n = 3;
        """;

    [Theory]
    // Python
    [InlineData("def f(x):\n    return x * x", "double f(double x) => ...;")]
    [InlineData("def f(x, y): return x + y", "double f(double x, double y) => ...;")]
    [InlineData("for i in range(10):\n    print(i)", "for (int i = 0; i < 10; i++) { ... }")]
    [InlineData("for i in range(2, 10):\n    print(i)", "for (int i = 2; i < 10; i++) { ... }")]
    [InlineData("for i in range(0, 10, 3):\n    print(i)", "for (int i = 0; i < 10; i += 3) { ... }")]
    [InlineData("for v in xs:\n    print(v)", "foreach (var v in xs) { ... }")]
    [InlineData("if p > 0:\n    p = 1", "if (p > 0) { ... }")]
    [InlineData("if p > 0 and z > 0:\n    p = 1", "if (p > 0 && z > 0) { ... }")]
    [InlineData("if p > 0 { p = 1; }", "if (p > 0) { ... }")]
    [InlineData("while p > 0:\n    p = p - 1", "while (p > 0) { ... }")]
    [InlineData("if (p > 0) { }\nelif (p > 1) { }", "else if (p > 1) { ... }")]
    [InlineData("else if (p > 1) { }", "has no if before it")]
    [InlineData("for (int i = 0; i < 3; i++) e[i] = xs[i];", "There is no e here.")]
    [InlineData("double Most(double a)\n{\n    return a;\n}\n}", "A } is too many")]
    [InlineData("double Stable(double a, double[] b):\n    if a > 0:\n        return 1", "double Stable(double a, double[] b) { ... return ...; }")]
    [InlineData("double F(double x) => x;\nMath.Sqrt(F)", "F is a function; where its value is wanted, call it with brackets: F(...)")]
    [InlineData("double Two(int a) => a;\ndouble Two(string a) => 2;\nCheck(\"0.2\", Two)", "several functions named Two")]
    [InlineData("record Point(double X);\nvar point = new Point(1);\npoint with { X = 2 }", "var changed = point with { X = 2 };")]
    [InlineData("var ok = True;", "write true")]
    [InlineData("var ok = False;", "write false")]
    [InlineData("None", "write null")]
    [InlineData("len(xs)", "xs.Length")]
    [InlineData("print(p)", "display(x)")]
    [InlineData("range(10)", "Enumerable.Range(0, 10)")]
    [InlineData("sum(xs)", "xs.Sum()")]
    [InlineData("np.exp(p)", "there is no numpy")]
    [InlineData("math.log(p)", "without math")]
    [InlineData("p ** 2", "Pow(p, 2)")]
    [InlineData("var q = p ** 2;", "Pow(p, 2)")]
    [InlineData("xs.sum()", "Did you mean .Sum?")]
    [InlineData("sum(a * c for a, c in zip(xs, items))", "xs.Zip(items, (a, c) => a * c).Sum()")]
    [InlineData("[a * c for a, c in zip(xs, items)]", "xs.Zip(items, (a, c) => a * c).ToArray()")]
    [InlineData("var t = max(v * v for v in xs);", "xs.Select(v => v * v).Max()")]
    [InlineData("xs.Zip(items).Sum() + p", "Zip(x, (a, b) => a * b)")]
    [InlineData("xs.Select(v => 2 * v) - xs", "xs.Select(v => 2 * v).Zip(xs, (a, b) => a - b).ToArray()")]
    [InlineData("double g(double q) => if (Abs(q) > 0) q else -q;", ": Abs(q) > 0 ? q : -q")]
    [InlineData("double g(double q) => q if q > 0 else -q;", ": q > 0 ? q : -q")]
    [InlineData("Check(\"1.f\" 3)", "A comma is missing before 3")]
    [InlineData("var zz = zq + 1;", "There is no zq here. If")]
    [InlineData("xs.mean()", "xs.Average()")]
    [InlineData("items.append(3)", "items.Add(x)")]
    [InlineData("items.Length", "items.Count")]
    [InlineData("p.round(2)", "Round(p, 2)")]
    [InlineData("f\"{p}\"", "begins with $")]
    [InlineData("var s = f\"value {p}\";", "begins with $")]
    [InlineData("import numpy as np", "using")]
    [InlineData("from math import log", "using")]
    [InlineData("# a comment\np", "begins with //")]
    [InlineData("var f = lambda x: x * x;", "x => x * x")]
    [InlineData("xs[1:3]", "xs[1..3]")]
    [InlineData("var y = xs[0:];", "xs[0..]")]
    [InlineData("var y = [v * 2 for v in xs];", "xs.Select(v => v * 2).ToArray()")]
    [InlineData("[v * 2 for v in xs]", "xs.Select(v => v * 2).ToArray()")]
    [InlineData("var y = p if z > 0 else 1;", "z > 0 ? p : 1")]
    [InlineData("if (p > 0 and z > 0) { }", "&&")]
    [InlineData("if (not p > 0) { }", "written !")]
    [InlineData("x5 = 5", "var x5 = 5;")]
    [InlineData("x5 = 5;", "var x5 = 5;")]
    [InlineData("x5 = [1, 2, 3]", "double[] x5 = [1, 2, 3];")]
    [InlineData("x5, y5 = 1, 2", "var (x5, y5) = (1, 2);")]
    [InlineData("let x5 = 5", "var x5 = 5;")]
    [InlineData("x5 := 5", "= alone")]
    [InlineData("class A: pass", "braces")]
    [InlineData("var s = 'abc';", "\"abc\"")]
    // Formulas as on paper
    [InlineData("p^2", "Pow(p, 2)")]
    [InlineData("Formula(x => x^2)", "Pow(x, 2)")]
    [InlineData("e^(-z)", "Exp(-z)")]
    [InlineData("E^(-z)", "Exp(-z)")]
    [InlineData("2Log(p)", "2 * Log")]
    [InlineData("Formula(x => 2Exp(x))", "2 * Exp")]
    [InlineData("2p", "2 * p")]
    [InlineData("2(p + 1)", "2 * (...)")]
    [InlineData("p(1 - p)", "p * (1 - p)")]
    [InlineData("log(p)", "Did you mean Log?")]
    [InlineData("var y = exp(-z);", "Did you mean Exp?")]
    [InlineData("pi", "Did you mean PI?")]
    [InlineData("Math.log(p)", "Did you mean Math.Log?")]
    [InlineData("0 < p < 1", "0 < p && p < 1")]
    [InlineData("double x5 = 3,14;", "3.14")]
    [InlineData("Exp(0,5)", "0.5")]
    [InlineData("From((p, z) => Log(p / (1 - p)) = z)", "==")]
    [InlineData("if (p = 5) { }", "p == 5")]
    [InlineData("√p", "Sqrt(x)")]
    // Names and types
    [InlineData("var y = Sigmod(0.5);", "Did you mean Sigmoid?")]
    [InlineData("shareofdamage", "Did you mean shareOfDamage?")]
    [InlineData("Slope(40)", "run that cell first")]
    [InlineData("Var x5 = 1;", "write var")]
    [InlineData("DOUBLE x5 = 1;", "write double")]
    [InlineData("double f(x) => x * x;", "write double x")]
    [InlineData("f5(x) = x * x", "double f5(double x) => x * x;")]
    [InlineData("xs.select(v => v)", "Did you mean .Select?")]
    [InlineData("xs.Select(v -> v * 2)", "v => v * 2")]
    [InlineData("xs.Select(v = v * 2)", "v => v * 2")]
    [InlineData("for (i = 0; i < 3; i++) { }", "for (int i = 0; ...)")]
    [InlineData("for (int i = 0, i < 3, i++) { }", "separated by ;")]
    [InlineData("foreach (v in xs) { }", "foreach (var v in ...)")]
    // Numbers, lists, functions
    [InlineData("double[] y = xs.Select(v => v * 2);", ".ToArray()")]
    [InlineData("MeanOf(xs.Select(v => v * 2))", ".ToArray()")]
    [InlineData("Exp(xs)", "xs.Select(x => Exp(x)).ToArray()")]
    [InlineData("xs * 2", "xs.Select(x => x * 2).ToArray()")]
    [InlineData("2 * xs", "xs.Select(x => 2 * x).ToArray()")]
    [InlineData("xs + xs", "xs.Zip(xs, (a, b) => a + b).ToArray()")]
    [InlineData("double[,] m = [[1, 2], [3, 4]];", "new double[,] { { 1, 2 }, { 3, 4 } }")]
    [InlineData("var x5 = [1, 2, 3];", "double[] xs = [1, 2, 3]")]
    [InlineData("int k = 2.5;", "write double")]
    [InlineData("float k = 0.5;", "Write double")]
    [InlineData("xs[0.5]", "whole number")]
    [InlineData("double d = \"3\";", "double.Parse")]
    [InlineData("string s = 3;", "$\"{3}\"")]
    [InlineData("if (p) { }", "p > 0")]
    [InlineData("!p", "no condition")]
    [InlineData("xs.Count + 1", "put () behind")]
    [InlineData("xs.Length()", "without the brackets")]
    [InlineData("xs.Append(3.0)[0]", ".ToArray() before")]
    [InlineData("var f = x => x * x;", "(double x) => x * x")]
    [InlineData("Check(\"1.1\", p => p / (1 - p))", "(double p) => p / (1 - p)")]
    [InlineData("Check(1.1, p)", "Check(\"1.1\"")]
    [InlineData("Twice(1, 2)", "wants 1 argument, double x, and gets 2 arguments")]
    [InlineData("double y = null;", "double.NaN")]
    [InlineData("double f(double x) { x * x; }", "return")]
    [InlineData("double f(double x) { var y = x * x; }", "return")]
    [InlineData("double f(double x) => { return x; }", "Behind => stands a formula")]
    [InlineData("double f(double x) return x * x;", "=> x * x;")]
    [InlineData("var x5;", "var x5 = 0.0;")]
    [InlineData("double x5 = 1; double x5 = 2;", "x5 is declared twice")]
    // Signs that are missing
    [InlineData("double a = 1\ndouble b = 2;", "A ; is missing")]
    [InlineData("double Odds(double q) { return q / (1 - q) }", "A ; is missing")]
    [InlineData("Exp(Log(p)", "closing bracket )")]
    [InlineData("double f(double x) { return x;", "closing brace }")]
    [InlineData("Pow(p 2)", "A comma is missing before 2")]
    [InlineData("double y = n / ;", "Before ; something is missing")]
    [InlineData("string s = \"abc;", "not closed")]
    public void Mistake_GetsASentence_AboveTheCompilersWords(string source, string words)
    {
        var error = _session.Run(source).Outcome.Error;
        Assert.NotNull(error);
        Assert.StartsWith("Line ", error.Trace[0], StringComparison.Ordinal);
        Assert.Contains(words, error.Trace[0], StringComparison.Ordinal);
        var fold = error.Trace.ToList().IndexOf(ErrorReport.CompilersWords);
        Assert.True(fold > 0, string.Join('\n', error.Trace));
        Assert.Contains("error CS", error.Trace[fold + 1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("σ(z)", "0.7310585786300049")]
    [InlineData("σ(0) − 1", "-0.5")]
    [InlineData("z² + (z + 1)² − Exp(z)²", "-2.3890560989306495")]
    [InlineData("(p² + 1)²", "1.5625")]
    [InlineData("2 × p ÷ 4 · 8", "2")]
    [InlineData("“text”", "text")]
    [InlineData("double[] y = whole; y[1] / 4", "0.5")]
    [InlineData("double[] y = new[] { 1, 2 }; y.Sum() / 4", "0.75")]
    [InlineData("MeanOf(whole)", "1.5")]
    [InlineData("double[][] rows = new[] { new[] { 1, 2 }, new[] { 3, 4 } }; rows[1][0] / 2", "1.5")]
    [InlineData("double h(double x) => σ(x)²;\nh(0)", "0.25")]
    [InlineData("Cos(π)", "-1")]
    public void WhatCanMeanOneThing_IsAccepted(string source, string plain) => Assert.Equal(plain, _session.Run(source).Plain);

    [Theory]
    [InlineData("σ(z)")]
    [InlineData("z² + 1")]
    [InlineData("MeanOf(whole)")]
    public void WhatIsAccepted_IsNotUnderlined(string source) => Assert.Empty(_session.Cells.Diagnose(source, CancellationToken.None).Items);

    [Theory]
    [InlineData("Predict(\"1.a\", 2)", "There is no Predict here. If the first cell of the lesson has not run")]
    [InlineData("Dataset d = null;", "There is no Dataset here. If the first cell of the lesson has not run")]
    public void BeforeTheFirstCell_ItIsNamed(string source, string words)
    {
        using var fresh = new SessionUnderTest();
        Assert.Contains(words, fresh.Run(source).Outcome.Error!.Trace[0], StringComparison.Ordinal);
    }

    [Fact]
    public void AnOwnSigma_IsTheStudents()
    {
        // A session of its own: the shared one would keep this sigma for the tests that come after it.
        using var own = new PreparedSession();
        Assert.Equal("4", own.Session.Run("double σ(double x) => 4;\nσ(1)").Plain);
    }

    [Theory]
    [InlineData("var q = 1;\nσ(1) + missing", "Line 2", "(2,8)")]
    [InlineData("var q = 1; // ²\n\nMeanOf(whole) + missing", "Line 3", "(3,17)")]
    public void LinesAndColumns_AreTheStudents(string source, string line, string place)
    {
        var error = _session.Run(source).Outcome.Error!;
        Assert.Contains(line, error.Trace[0], StringComparison.Ordinal);
        Assert.Contains(error.Trace, words => words.StartsWith(place, StringComparison.Ordinal));
    }

    [Fact]
    public void ExceptionAfterAcceptedSigns_NamesTheStudentsLine()
    {
        var error = _session.Run("var square = z²;\nvar a = xs[7];").Outcome.Error!;
        Assert.Equal(2, error.Line);
        Assert.Contains("var a = xs[7];", string.Join('\n', error.Trace), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("def f(x):\n    return x * x\nf(2)\nfor i in range(3):\n    print(i)", 1)]
    [InlineData("missing + missing * missing", 1)]
    [InlineData("missing + 1;\nother + 1;", 2)]
    public void OnlyTheFirst_OfErrorsThatFollow_IsShown(string source, int shown)
    {
        var trace = _session.Run(source).Outcome.Error!.Trace;
        Assert.Equal(shown, trace.Count(line => line.Contains("error CS", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("double h5 = 1 / 2;", "1 / 2 divides whole numbers, and C# drops the rest: it is 0. Write 1 / 2.0")]
    [InlineData("1 / 2 * p", "Write 1 / 2.0")]
    [InlineData("1 / n * p", "Write 1.0 / n")]
    [InlineData("n / whole.Length * p", "Write n / (double)whole.Length")]
    [InlineData("Formula(x => 1 / 2 * x)", "Write 1 / 2.0")]
    [InlineData("Pow(2, 1 / 3)", "Write 1 / 3.0")]
    [InlineData("Sqrt(1 / 12 + 1 / 6.0)", "Write 1 / 12.0")]
    [InlineData("double h6(double x) => x * (n / 2);", "Write n / 2.0")]
    [InlineData("2 ^ 3", "Write Pow(2, 3)")]
    public void WholeNumbers_ThatLoseTheirRest_AreNoted(string source, string note) =>
        Assert.Contains(_session.Run(source).Output.Log, line => line.Contains(note, StringComparison.Ordinal) && line.Contains("Line 1", StringComparison.Ordinal));

    [Theory]
    [InlineData("int half = n / 2;")]
    [InlineData("xs[n / 2]")]
    [InlineData("7 / 23")]
    [InlineData("6 / 3 * p")]
    [InlineData("1.0 / n")]
    [InlineData("(n + 1) / 2")]
    [InlineData("n ^ n")]
    public void WholeNumbers_ThatStayWhole_AreNotNoted(string source) =>
        Assert.DoesNotContain(_session.Run(source).Output.Log, line => line.Contains("whole numbers", StringComparison.Ordinal) || line.Contains("no power", StringComparison.Ordinal));
}

/// <summary>A session in which a lesson has begun.</summary>
public sealed class PreparedSession : IDisposable
{
    public PreparedSession() => Assert.Equal(CellOutcomeKind.Succeeded, Session.Run(PlainWordsTests.Before).Outcome.Kind);

    public SessionUnderTest Session { get; } = new();

    public void Dispose() => Session.Dispose();
}
