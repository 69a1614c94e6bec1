using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Tests.Support;

namespace LogRegCourse.Kernel.Tests.Scripting;

public class CellDependenciesTests : IClassFixture<CellDependenciesTests.Notebook>
{
    private readonly SessionUnderTest _session;

    public CellDependenciesTests(Notebook notebook) => _session = notebook.Session;

    /// <summary>A few cells that the tests' cells use.</summary>
    public sealed class Notebook : IDisposable
    {
        public Notebook()
        {
            Session.Run("var a = 1.0; var b = 2.0;", "numbers");
            Session.Run("var list = new List<double> { 1 };", "list");
            Session.Run("double f(double x) => a * x;", "function");
            Session.Run("class Model { public double W { get; set; } public void Fit() { } }\nvar model = new Model();", "model");
            Session.Run("var a = 10.0;", "again");
        }

        public SessionUnderTest Session { get; } = new();

        public void Dispose() => Session.Dispose();
    }

    [Theory]
    [InlineData("a + 1", "a@again", "", "")]
    [InlineData("var c = b;", "b@numbers", "", "")]
    [InlineData("f(2)", "f@function", "", "")]
    [InlineData("Delegate d = f;", "f@function", "", "")]
    [InlineData("void Take(Delegate d) { }\nvoid Take2(object o) { }\nTake(f);", "f@function", "", "")]
    [InlineData("Func<double> g = () => b;", "b@numbers", "", "")]
    [InlineData("$\"{b}\"", "b@numbers", "", "")]
    [InlineData("list.Select(x => x * b).Sum()", "list@list b@numbers", "", "")]
    [InlineData("from x in list where x > a select x", "list@list a@again", "", "")]
    [InlineData("b = 3;", "", "b@numbers", "")]
    [InlineData("b += 3; a++;", "a@again b@numbers", "a@again b@numbers", "")]
    [InlineData("(a, b) = (1, 2);", "", "a@again b@numbers", "")]
    [InlineData("double.TryParse(\"1\", out b);", "", "b@numbers", "")]
    [InlineData("list.Add(1);", "list@list", "", "list@list")]
    [InlineData("list[0] = 1;", "list@list", "", "list@list")]
    [InlineData("var first = list[0];", "list@list", "", "")]
    [InlineData("model.W = 1;", "model@model", "", "model@model")]
    [InlineData("model.Fit();", "model@model", "", "model@model")]
    [InlineData("var w = model.W;", "model@model", "", "")]
    [InlineData("new Model()", "Model@model", "", "")]
    [InlineData("nameof(a)", "", "", "")]
    [InlineData("{ var a = 1; a++; }", "", "", "")]
    [InlineData("double h(double a) => a;", "", "", "")]
    public void Cell_Uses_WhatTheCompilerBinds(string source, string reads, string writes, string touches)
    {
        var use = _session.Cells.Diagnose(source, CancellationToken.None).Dependencies!;
        Assert.Equal((Sorted(reads), writes, touches), (Names(use.Reads), Names(use.Writes), Names(use.Touches)));
    }

    [Fact]
    public void Function_CompiledBeforeARedeclaration_ReadsTheOlderName()
    {
        var session = new SessionUnderTest();
        session.Run("var a = 1.0;", "first");
        var function = session.Run("double f(double x) => a * x;", "function");
        session.Run("var a = 10.0;", "second");
        Assert.Equal("a@first", Names(function.Outcome.Dependencies!.Reads));
        Assert.Equal("2", session.Run("f(2)").Plain);
        session.Dispose();
    }

    [Fact]
    public void Defines_AreTheTopLevelNames()
    {
        var use = _session.Cells.Diagnose("var u = 1; int.TryParse(\"1\", out var v); (int s, int t) = (1, 2); void F() { var inner = 1; } record R(int X); { var block = 1; }", CancellationToken.None).Dependencies!;
        Assert.Equal(["F", "R", "s", "t", "u", "v"], use.Defines.Order(StringComparer.Ordinal));
    }

    private static string Names(IEnumerable<OutsideName> names) => string.Join(' ', names.Select(name => $"{name.Name}@{name.CellId}").Order(StringComparer.Ordinal));

    private static string Sorted(string names) => string.Join(' ', names.Split(' ').Order(StringComparer.Ordinal));
}
