using System.Text;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Scripting;
using LogRegCourse.Kernel.Session;
using LogRegCourse.Kernel.Tests.Support;
using LogRegCourse.Testing;

namespace LogRegCourse.Kernel.Tests.Scripting;

public class NestingTests(SessionUnderTest session) : IClassFixture<SessionUnderTest>
{
    private const int Many = 20_000;

    private static readonly Dictionary<string, Func<int, string>> Forms = new()
    {
        ["open brackets"] = n => Times("(", n),
        ["brackets"] = n => Times("(", n) + "1" + Times(")", n),
        ["attributes"] = n => Times("[", n),
        ["collections"] = n => "object x = " + Times("[", n) + Times("]", n) + ";",
        ["blocks"] = n => Times("{", n) + Times("}", n),
        ["sums"] = n => "1" + Times("+1", n),
        ["conditions"] = n => Times("true ? 1 : ", n) + "1",
        ["fallbacks"] = n => "object a = 1; " + Times("a ?? ", n) + "a",
        ["functions"] = n => "var f = " + Times("x => ", n) + "1;",
        ["functions in arguments"] = n => Times("Task.Run(() => ", n) + "1" + Times(")", n),
        ["types' arguments"] = n => Times("List<", n) + "int" + Times(">", n) + " x = null;",
        ["else if"] = n => "if (true) { }" + Times(" else if (true) { }", n),
        ["if"] = n => Times("if (true) ", n) + ";",
        ["loops"] = n => Times("for (;;) ", n) + ";",
        ["interpolated texts"] = n => Times("$\"{", n) + "1" + Times("}\"", n),
        ["interpolated raw texts"] = n => Times("$\"\"\"{", n),
        ["signs"] = n => Times("!", n) + "true",
        ["casts"] = n => Times("(int)", n) + "1",
        ["members"] = n => "x" + Times(".x", n),
        ["calls"] = n => "x" + Times(".f()", n),
        ["assignments"] = n => "int a; " + Times("a = ", n) + "1;",
        ["objects"] = n => Times("new A(", n) + Times(")", n),
        ["tuples' types"] = n => Times("(int, ", n) + "int" + Times(")", n) + " x;",
        ["patterns"] = n => "1 is " + Times("not ", n) + "null",
        ["switches"] = n => Times("1 switch { _ => ", n) + "1" + Times(" }", n),
        ["classes"] = n => Times("class A {", n) + Times("}", n),
        ["names"] = n => "using x = A" + Times(".A", n) + ";",
        ["tries"] = n => Times("try {", n) + Times("} finally { }", n),
        ["queries"] = n => Times("from a in ", n) + "x" + Times(" select a", n),
        ["labels"] = n => Times("a: ", n) + ";",
        ["conditions of directives"] = n => "#if " + Times("(", n) + "A" + Times(")", n) + "\n#endif",
    };

    public static TheoryData<string> Names => [.. Forms.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_ThatIsTooDeep_IsRefusedInOneSentenceByAllThatReadIt(string form)
    {
        var source = Forms[form](Many);
        var ran = session.Run(source).Outcome;
        Assert.Equal(CellOutcomeKind.Failed, ran.Kind);
        Assert.Equal("Line 1 is nested too deeply, or is too long a chain, for the compiler: take it apart, with variables for its parts.", ran.Error!.Message);
        Assert.Equal(ran.Error.Message, Assert.Single(session.Cells.Diagnose(source, CancellationToken.None).Items).Message);
        Assert.Empty(session.Cells.Complete(source, 3, CancellationToken.None).Items);
        Assert.Null(session.Cells.Hover(source, 3, CancellationToken.None));
        Assert.Equal(TextState.Invalid, session.Cells.StateOf(source));
        Assert.Equal(ran.Error.Message, session.Run(source + "\n#!time\n1").Outcome.Error!.Message);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_ThatIsDeepAsPeopleWrite_Passes(string form) => Nesting.Check(Forms[form](7) + new string(' ', 100));

    [Fact]
    public void LongText_ThatIsNotDeep_Passes()
    {
        Nesting.Check("double[] x = { " + string.Join(", ", Enumerable.Repeat("(-1.5, new[] { 2, 3 })", Many)) + " };");
        Nesting.Check(string.Concat(Enumerable.Repeat("int f(int x) { if (x < 1) { return 2; } else { return g<int>(x); } }\nfor (var i = 0; i < 10; i++) Console.WriteLine($\"{i,5:F2} {{ } (\");\n", Many)));
        Nesting.Check("var s = \"\"\"\n" + Times("((( [[[ {{{ <<< \" \"\" ' + \n", Many) + "\n\"\"\";");
        Nesting.Check("var s = @\"" + Times("((( \"\" {{{ \\ \n", Many) + "\"; // " + Times("(", Many) + "\n/* " + Times("[", Many) + " */ var t = '(';");
        Nesting.Check("var s = $\"" + Times("({{ \\\" (1) {1} ", Many) + "\";");
        Nesting.Check("#!html\n" + Times("<b>(", 10));
    }

    [Fact]
    public void TextOfAnotherLanguage_IsNotTheCompilers() =>
        Assert.Equal(CellOutcomeKind.Succeeded, session.Run("#!html\n" + Times("<p>never closed ((( ", Many / 10)).Outcome.Kind);

    [Fact]
    public void EveryCellOfTheLessons_Passes()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("notebooks"), "*.ipynb"))
            foreach (var cell in System.Text.Json.JsonElement.Parse(File.ReadAllBytes(file)).GetProperty("cells").EnumerateArray())
                Nesting.Check(string.Concat(cell.GetProperty("source").EnumerateArray().Select(line => line.GetString())));
    }

    // Pieces of C# in any order: whatever the compiler makes of them, the session answers.
    [Fact]
    public void PiecesInAnyOrder_AreAnswered()
    {
        string[] pieces = ["(", ")", "[", "]", "{", "}", "<", ">", "=>", "x", "1", " ", "\n", ";", ",", "\"", "$\"", "$$\"\"\"", "{{", "'", "@", "#", "#!", "#r \"", "#if ", "//", "/*", "*/", "\\", "?", ":", "..", "new ", "if ", "else ", "class A", "await ", "from a in ", "int ", "=", "+", "\ud800", "\0", "é"];
        var random = new Random(7);
        for (var round = 0; round < FuzzRounds.Of(40); round++)
        {
            var source = new StringBuilder();
            for (var n = random.Next(40); n > 0; n--) source.Append(Times(pieces[random.Next(pieces.Length)], random.Next(8) == 0 ? random.Next(60) : 1));
            var text = source.ToString();
            var position = random.Next(-1, text.Length + 2);
            session.Cells.StateOf(text);
            session.Cells.Diagnose(text, CancellationToken.None);
            session.Cells.Complete(text, position, CancellationToken.None);
            session.Cells.Hover(text, position, CancellationToken.None);
        }
    }

    private static string Times(string piece, int count) => new StringBuilder().Insert(0, piece, count).ToString();
}
