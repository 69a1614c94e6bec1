using LogRegCourse.Kernel.Scripting;
using LogRegCourse.Kernel.Tests.Support;
using Microsoft.CodeAnalysis;

namespace LogRegCourse.Kernel.Tests.Scripting;

public class StopPollingTests(SessionUnderTest session) : IClassFixture<SessionUnderTest>
{
    private const string Enter = "global::LogRegCourse.Kernel.Scripting.StopFlag.Enter();";

    private const string EnterAsync = "global::LogRegCourse.Kernel.Scripting.StopFlag.EnterAsync();";

    private static readonly SubmissionChain Chain = NewChain();

    [Theory]
    [InlineData("long F(int n) => n;", "long F(int n) {? return n;}")]
    [InlineData("void F() => G();", "void F() {? G();}")]
    [InlineData("int F() => throw new Exception();", "int F() {? throw new Exception();}")]
    [InlineData("ref int F() => ref a[0];", "ref int F() {? return ref a[0];}")]
    [InlineData("async Task F() => await G();", "async Task F() {a? await G();}")]
    [InlineData("async System.Threading.Tasks.ValueTask F() => await G();", "async System.Threading.Tasks.ValueTask F() {a? await G();}")]
    [InlineData("async Task<int> F() => await G();", "async Task<int> F() {a? return await G();}")]
    [InlineData("Task F() => G();", "Task F() {? return G();}")]
    [InlineData("{ int F() => 1; }", "{ int F() {? return 1;} }")]
    [InlineData("class C { C() => a = 1; ~C() { while (true) ; } static C() { } }", "class C { C() {? a = 1;} ~C() { while (true) ; } static C() { } }")]
    [InlineData("class C { C() { } int P => 1; int this[int i] => i; }", "class C { C() {? } int P {get{? return 1;}} int this[int i] {get{? return i;}} }")]
    [InlineData("class C { int P { get => 1; set => a = value; } int Q { get { return 1; } } int R { get; } = 1; }", "class C { int P { get {? return 1;} set {? a = value;} } int Q { get {? return 1; } } int R { get; } = 1; }")]
    [InlineData("class C { public static C operator +(C a, C b) => a; public static implicit operator int(C c) => 1; }", "class C { public static C operator +(C a, C b) {? return a;} public static implicit operator int(C c) {? return 1;} }")]
    [InlineData("Action f = delegate { };", "Action f = delegate {? };")]
    [InlineData("Func<int, int> f = n => n;", "Func<int, int> f = n => n;")]
    [InlineData("Func<int, int> f = null; f = n => n + f(n);", "Func<int, int> f = null; f = n =>{? return n + f(n);};")]
    [InlineData("System.Action<int>? f = null; f = (n) => f.Invoke(n);", "System.Action<int>? f = null; f = (n) =>{? f.Invoke(n);};")]
    [InlineData("Expression<Func<int, int>> f = n => G(n); var g = (int n) => G(n); h = n => G(n); Func<int, Task> i = async n => await G(n);", "Expression<Func<int, int>> f = n => G(n); var g = (int n) => G(n); h = n => G(n); Func<int, Task> i = async n => await G(n);")]
    public void EveryFunctionBody_AsksTheFlag(string written, string compiled) =>
        Assert.Equal(compiled, CellText.Parse(written, "").Compiled.ToString().Replace(Enter, "?", StringComparison.Ordinal).Replace(EnterAsync, "a?", StringComparison.Ordinal));

    [Fact]
    public void ObjectThatMakesObjects_AsksTheFlag() => Assert.Equal(
        "class C { C a = @Entered()?new C():throw null!; C B { get; } = @Entered()?new():throw null!; static C D = new C(); } var c = new C();",
        CellText.Parse("class C { C a = new C(); C B { get; } = new(); static C D = new C(); } var c = new C();", "").Compiled.ToString()
            .Replace("global::LogRegCourse.Kernel.Scripting.StopFlag.", "@", StringComparison.Ordinal));

    [Theory]
    [InlineData("int F(int n) => 1 + F(n + 1);\nF(0)")]
    [InlineData("int F(int n) { return 1 + F(n + 1); }\nF(0)")]
    [InlineData("Func<int, int> f = null; f = n => 1 + f(n + 1);\nf(0)")]
    [InlineData("Func<int, int> even = null, odd = n => 1 + even(n + 1); even = n => 1 + odd(n + 1);\nodd(0)")]
    [InlineData("double Outer(double z) { double Inner(double t) => Outer(t) + 1; return Inner(z); }\nOuter(0)")]
    [InlineData("class Node { public Node Next { get; } = new(); }\nnew Node()")]
    [InlineData("class Loop { public int Size => Size; }\nnew Loop().Size")]
    [InlineData("class Sum { public static Sum operator +(Sum a, Sum b) => a + b; }\nnew Sum() + new Sum()")]
    [InlineData("IEnumerable<int> Walk() { foreach (var n in Walk()) yield return n; }\nWalk().Sum()")]
    [InlineData("async Task<int> Later(int n) => await Later(n + 1);\nawait Later(0)")]
    [InlineData("Func<int, int> tree = null; tree = n => Enumerable.Range(0, 2).Sum(i => tree(n + i));\ntree(0)")]
    public void Recursion_WithoutEnd_IsAnErrorWithASentence(string source)
    {
        var error = session.Run(source).Outcome.Error;
        Assert.Equal("InsufficientExecutionStackException", error!.Name);
        Assert.StartsWith("The cell used up the stack, as a recursion without an end does", error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Line);
        Assert.Equal("42", session.Run("var kept = 41;\nkept + 1").Plain);
    }

    [Theory]
    [InlineData("long Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);\nFib(10)", "55")]
    [InlineData("var log = \"\"; void Add(int n) => log += n; Add(1); Add(2);\nlog", "12")]
    [InlineData("async Task<int> Two() => await Task.FromResult(2); async Task Nothing() => await Task.Yield();\nawait Nothing(); await Two()", "2")]
    [InlineData("var cells = new int[2]; ref int First() => ref cells[0]; First() = 7;\ncells[0]", "7")]
    [InlineData("struct V { public int X { get; init; } public V(int x) => X = x; public int Twice => 2 * X; public int this[int i] => i * X; public static V operator +(V a, V b) => new(a.X + b.X); public static implicit operator V(int x) => new(x); }\nV v = 3; (v + v).Twice + v[2]", "18")]
    [InlineData("byte One() => 1; Func<int, byte> f = n => n < 0 ? One() : (byte)2; Func<int, long> fac = null; fac = n => n < 2 ? 1 : n * fac(n - 1); var log = \"\"; Action<int> add = n => Note(n); void Note(int n) => log += n; add(3);\nlog + f(1) + fac(5)", "32120")]
    [InlineData("class Box { int _n; public int N { get => _n; set => _n = value + 1; } public event Action E { add => value(); remove => _n--; } }\nvar box = new Box { N = 4 }; box.E += delegate { box.N = 10; }; box.N", "11")]
    public void Functions_DoWhatTheyDid(string source, string value) => Assert.Equal(value, session.Run(source).Plain);

    [Theory]
    [InlineData("int F(int n) =>\n    missing + n;")]
    [InlineData("int F() => \"text\"; int G() => 1 + true;")]
    [InlineData("Func<int, int> f = n => missing(n); Action a = () => 1 + G(); Func<int, string> g = n => G(); int G() => 1;")]
    [InlineData("void F() => 1; void G(int a, int b) => a * b; void H(int a) => a;")]
    [InlineData("int F() => Console.WriteLine(); void G() => throw 1;")]
    [InlineData("async Task<int> F() => 1; async void G() => await missing; async Task H() => Task.Delay(1);")]
    [InlineData("class C { int P => missing; int Q { get => \"\"; set => missing = value; } C() => missing(); static C operator +(C a) => a; }")]
    [InlineData("interface I { int P => 1; int M(); } abstract class A { public abstract int M() => 1; }")]
    [InlineData("IEnumerable<int> F() => new[] { 1 }; int x = F(); ref readonly int G(in int n) => ref n;")]
    [InlineData("record R(int X) { public int Y => X; public override string ToString() => null!; public int Z() => ; }")]
    [InlineData("#nullable enable\nstring F(string? s) => s; int G(string? s) => s.Length;\n#line 70\nint H() => missing;")]
    public void Compiler_FindsTheSameInTheSamePlaces(string source)
    {
        var text = CellText.Parse(source, "");
        Assert.Equal(
            Chain.Preview(text.Written).GetDiagnostics(TestContext.Current.CancellationToken).Select(found => Place(found, found.Location.SourceSpan)),
            Chain.Preview(text.Compiled).GetDiagnostics(TestContext.Current.CancellationToken).Select(found => Place(found, text.Original(found.Location.SourceSpan))));
    }

    [Fact]
    public void StackTrace_NamesTheLineOfTheExpression()
    {
        session.Run("\nint Inverse(int n)\n    =>\n    1 / n;");
        Assert.EndsWith(", line 4: 1 / n;", session.Run("var zero = 0;\nInverse(zero)").Outcome.Error!.Trace[1]);
    }

    private static string Place(Diagnostic found, object span) => $"{found.Id} {span} {found.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";

    private static SubmissionChain NewChain()
    {
        var context = new NotebookLoadContext();
        var chain = new SubmissionChain(context, new ReferenceLoader(context, SessionUnderTest.HostWithoutPackages));
        chain.Add("first", CellText.Parse("null", ""));
        return chain;
    }
}
