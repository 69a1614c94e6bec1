using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Tests.Support;

namespace LogRegCourse.Kernel.Tests.Session;

/// <summary>A method declared again takes the place of the older one, without a restart.</summary>
public sealed class RedeclaredMethodTests : IDisposable
{
    private readonly SessionUnderTest _session = new();

    public void Dispose() => _session.Dispose();

    // What a cell holds after the other, ids before the colon; the last is an expression with its value.
    [Theory]
    [InlineData("3", "a: int F(double x) => 1;", "a: double F(double x) => x;", "b: Func<double, double> f = F; f(3)")]
    [InlineData("3", "a: int F(double x) => 1;", "b: double F(double x) => x;", "c: double Call(Delegate f) => (double)f.DynamicInvoke(3.0); Call(F)")]
    [InlineData("4.5", "a: double F(int x) => x;", "a: double F(double x) => x + 2.5;", "b: F(2)")]
    [InlineData("4.5", "a: double F(int x) => x;", "b: double F(double x) => x + 2.5;", "c: F(2)")]
    [InlineData("5", "a: double F(double x, double y) => x;", "a: double F(double x) => x + 4;", "b: double Call(Delegate f) => (double)f.DynamicInvoke(1.0); Call(F)")]
    [InlineData("(1, 5)", "a: int F(int x) => x;", "b: int F(int x, int y) => x + y;", "c: (F(1), F(2, 3))")]
    [InlineData("(int, double)", "a: string F(int x) => \"int\"; string F(double x) => \"double\";", "b: $\"({F(1)}, {F(1.0)})\"")]
    [InlineData("(int again, double)", "a: string F(int x) => \"int\"; string F(double x) => \"double\";", "a: string F(int x) => \"int again\"; string F(double x) => \"double\";", "b: $\"({F(1)}, {F(1.0)})\"")]
    [InlineData("120", "a: int F(string n) => 0;", "a: int F(int n) => n < 2 ? 1 : n * F(n - 1);", "b: F(5)")]
    [InlineData("6", "a: object F(double x, object y) => x;", "a: int F(int n) => n < 2 ? 1 : n * G(n - 1); int G(int n) => F(n);", "b: F(3)")]
    [InlineData("[ 2, 3 ]", "a: T[] F<T>(T x) => null;", "b: List<T> F<T>(T x, T y) => new() { x, y };", "c: int[] F(int x) => new[] { x };", "d: F(2, 3)")]
    [InlineData("[ 7 ]", "a: T[] F<T>(T x) => null;", "b: List<T> F<T>(List<T> x) => x;", "c: F(new List<int> { 7 })")]
    [InlineData("10", "a: double F(int x) => x;", "b: var f = (int x) => F(x); var y = F(4);", "a: string F(double x) => x.ToString();", "c: (int)(y + f(6))")]
    [InlineData("f", "a: double F(int x) => x;", "b: Func<double, string> F = x => \"f\";", "c: F(2)")]
    [InlineData("5", "a: var F = 3;", "b: int F(int x) => x;", "c: F(5)")]
    [InlineData("6", "a: static int Twice(this int x) => 0;", "a: static int Twice(this int x) => 2 * x;", "b: 3.Twice()")]
    [InlineData("8", "a: static int Twice(this int x) => 0;", "b: static double Twice(this int x) => 2 * x;", "c: 4.Twice()")]
    [InlineData("2", "a: int F(ref int x) => x;", "b: int F(int x) => x + 1;", "c: F(1)")]
    [InlineData("3", "a: async Task<int> F(int x) { await Task.Yield(); return x; }", "a: async Task<int> F(int x, int y = 1) { await Task.Yield(); return x + y; }", "b: await F(2)")]
    [InlineData("100", "a: unsafe void F(int[] x) { }\nvoid G(int[] x) { unsafe { } }", "b: unsafe int* H(int size)\n{\n    int* p = stackalloc int[size];\n    for (int i = 0; i < size; i += 1) p[i] = i;\n    return p;\n}\nunsafe { H(2); }", "c: int F(int n) => G(n);\nint G(int n) => n * n;", "d: F(10)")]
    [InlineData("(9, 7, 7)", "a: int F(int[] x) => 0;", "b: int F() => 7; var y = F();", "c: int F(int n) => n * n;", "d: (F(3), F(), y)")]
    [InlineData("(4, F, 2)", "a: int F(int[] x) => 0;", "b: int F() => 7; var name = nameof(F); Func<int[], int> old = F;", "c: int F(int n) => n * n; F(2)", "d: (F(2), name, old(new int[0]) + 2)")]
    [InlineData("F", "a: int F(int x) => x;", "b: var name = nameof(F);", "a: int F(double x) => 1;", "c: name")]
    [InlineData("1", "a: int F(int x) => x;", "b: var p = new { A = 1 };", "a: int F(double x) => 1;", "c: p.A")]
    [InlineData("(1, 3)", "a: int F(int x) => x;", "b: var rows = new[] { new { A = 1 } }; var one = rows.Select(row => new { row.A, B = F(2) }).ToArray();", "a: int F(double x) => 1;", "c: (rows[0].A, one[0].A + one[0].B)")]
    public void MethodDeclaredAgain_TakesThePlaceOfTheOlder(string value, params string[] cells)
    {
        foreach (var cell in cells.SkipLast(1)) Assert.Equal(CellOutcomeKind.Succeeded, Run(cell).Outcome.Kind);
        Assert.Equal(value, Run(cells[^1]).Plain);
    }

    [Fact]
    public void OverloadsOfSeveralCells_AreThereForTheCellsThatNeedThem()
    {
        Run("a: string Show(int x) => \"int\";");
        Run("b: string Show(string x) => Show(x.Length) + \" and text\";");
        Assert.Equal("int", Run("c: Show(3)").Plain);
        Assert.Equal("int and text", Run("d: Show(\"x\")").Plain);
        Run("e: string Show(bool x) => \"bool\";");
        Assert.Equal("int and text, bool", Run("f: Show(\"x\") + \", \" + Show(true)").Plain);
    }

    [Fact]
    public void MethodThatDoesNotCompile_LeavesTheOlder()
    {
        Run("a: double F(double x) => x;");
        Assert.Equal(CellOutcomeKind.Failed, Run("a: double F(int x) => y;").Outcome.Kind);
        Assert.Equal("2.5", Run("b: F(2.5)").Plain);
    }

    [Fact]
    public void WrongCallOfTheNewer_IsToldAboutTheNewer()
    {
        Run("a: double F(double x, double y) => x;");
        Run("a: double F(double x) => x;");
        Assert.Contains("CS1501", Run("b: F(1, 2)").Outcome.Error!.Message, StringComparison.Ordinal);
    }

    private Recorded Run(string cell) => _session.Run(cell[(cell.IndexOf(':') + 1)..].Trim(), cell[..cell.IndexOf(':')]);
}
