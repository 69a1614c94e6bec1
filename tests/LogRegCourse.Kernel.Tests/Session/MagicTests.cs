using LogRegCourse.Kernel.Magics;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Tests.Support;

namespace LogRegCourse.Kernel.Tests.Session;

/// <summary>Magic lines: each works or is refused in one sentence; none is compiled, none passed over.</summary>
public class MagicTests(SessionUnderTest session) : IClassFixture<SessionUnderTest>
{
    private static string Only(Recorded cell, string mime) => Assert.Single(cell.Output.Shown)[mime].GetString()!;

    [Theory]
    [InlineData("#!markdown\n# A title\n\nwith $x$", "text/markdown", "# A title\n\nwith $x$")]
    [InlineData("#!html\n<b>don't /* end</b>", "text/html", "<b>don't /* end</b>")]
    [InlineData("#!javascript\nalert('a');", "text/html", "<script type=\"text/javascript\">alert('a');</script>")]
    [InlineData("#!js\n1", "text/html", "<script type=\"text/javascript\">1</script>")]
    [InlineData("#!mermaid\ngraph LR", "text/vnd.mermaid", "graph LR")]
    public void OtherLanguages_ThatNeedNoKernel_AreShown(string source, string mime, string shown) => Assert.Equal(shown, Only(session.Run(source), mime));

    [Fact]
    public void Languages_TakeTurns()
    {
        var cell = session.Run("var turns = 2;\n#!markdown\n*between*\n#!csharp\nturns + 1");
        Assert.Equal("*between*", cell.Output.Shown[0]["text/markdown"].GetString());
        Assert.Equal("3", cell.Plain);
    }

    [Fact]
    public void ErrorBehindOtherLines_NamesItsOwnLine()
    {
        var error = session.Run("#!markdown\ntext\n#!csharp\n\nnope").Outcome.Error!;
        Assert.Equal(5, error.Line);
    }

    [Fact]
    public void Time_TellsHowLongTheCellTook()
    {
        var cell = session.Run("#!time\n1 + 1");
        Assert.Equal("2", cell.Plain);
        Assert.Matches(@"^Wall time: [\d.]+ms$", cell.Output.Shown[^1]["text/plain"].GetString());
    }

    [Fact]
    public void Who_ListsTheVariables()
    {
        session.Run("var whoA = 1; string whoB = \"<b>\";");
        Assert.Contains("whoA, whoB", Only(session.Run("#!who"), "text/plain"));
        Assert.Contains("<td>whoB</td><td>String</td>", Only(session.Run("#!whos"), "text/html"));
    }

    [Fact]
    public void Set_DeclaresText_AndTakesValuesAndInput()
    {
        session.Run("#!set --name setA --value \"say \\\"hi\"\n#!set --name setB --value 12");
        Assert.Equal("12", session.Run("setB").Plain);
        session.Run("#!value --name kept\nline 1\nline 2");
        Assert.Equal("line 1\nline 2", session.Run("#!set --name setC --value @value:kept\nsetC").Plain);
        Assert.Equal("line 1\nline 2", session.Run("#!share --from value kept --as setD\nsetD").Plain);
        Assert.Equal("12", session.Run("#!share --from csharp setB --as setE\nsetE").Plain);
        Assert.Equal("typed", session.Run("#!set --name setF --value @input:\"Your name\"\nsetF", answers: ["typed"]).Plain);
    }

    [Theory]
    [InlineData("#!TIME\n1", "#!TIME is no magic command: did you mean #!time?")]
    [InlineData("#!connect jupyter --kernel-name py", "#!connect connects to kernels of other languages, and this kernel runs C# only.")]
    [InlineData("#!fsharp\nlet x = 1", "These lines are F#, and this kernel runs C# only.")]
    [InlineData("#!pwsh\nGet-Date", "These lines are PowerShell, and this kernel runs C# only.")]
    [InlineData("#!set --value 3", "#!set needs a name: #!set --name NAME --value VALUE.")]
    [InlineData("#!share --from fsharp x", "There is no value x of F#: this kernel runs C# only.")]
    [InlineData("#!import none.ipynb", "#!import cannot read none.ipynb")]
    [InlineData("#!import x.fsx", "#!import reads .ipynb, .dib, .cs, .csx, .html, .md and .js files, and x.fsx is none of them.")]
    [InlineData("#!no-such", "#!no-such is no magic command of this kernel, which knows #!about")]
    public void WhatIsNotKnown_IsRefusedInOneSentence(string source, string sentence)
    {
        var cell = session.Run(source);
        Assert.Equal(CellOutcomeKind.Failed, cell.Outcome.Kind);
        Assert.StartsWith(sentence, cell.Outcome.Error!.Message);
    }

    [Theory]
    [InlineData("var magicText = \"\"\"\n#!time\n\"\"\";\nmagicText")]
    [InlineData("/*\n#!no-such\n*/\n\"#!time\"")]
    public void LineInsideAStringOrComment_IsNoMagic(string source)
    {
        var cell = session.Run(source);
        Assert.Null(cell.Outcome.Error?.Message);
        Assert.Equal("#!time", cell.Plain);
    }

    [Fact]
    public void KernelOfACellsMetadata_IsTheOneOfItsFirstLines()
    {
        Assert.Equal("<b>x</b>", Assert.IsType<OtherStep>(Assert.Single(CellSteps.Of("<b>x</b>", "html"))).Text);
        Assert.IsType<CSharpStep>(Assert.Single(CellSteps.Of("1", "csharp")));
        Assert.Equal("sql-mine", Assert.IsType<OtherStep>(Assert.Single(CellSteps.Of("select 1", "sql-mine"))).Kernel);
    }

    [Fact]
    public void Import_RunsTheCellsOfFiles()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var notebook = Path.Combine(folder.FullName, "a.ipynb");
            File.WriteAllText(notebook, """{"cells": [{"cell_type": "markdown", "metadata": {}, "source": ["# T"]}, {"cell_type": "code", "metadata": {}, "source": ["var imported = 20;\n", "Console.Write(\"ran\");"]}], "nbformat": 4}""");
            File.WriteAllText(Path.Combine(folder.FullName, "b.cs"), "static int Twice(int x) => 2 * x;");
            var script = Path.Combine(folder.FullName, "c.dib");
            File.WriteAllText(script, "#!meta\n\n{\"kernelInfo\":{}}\n\n#!csharp\n\nvar fromDib = 1;\n");
            var round = Path.Combine(folder.FullName, "round.csx");
            File.WriteAllText(round, $"#!import \"{round}\"");

            var cell = session.Run($"#!import \"{notebook}\"\n#!import {Path.Combine(folder.FullName, "b.cs")}\n#!import {script}\nTwice(imported) + fromDib");

            Assert.Equal("41", cell.Plain);
            Assert.Contains("Stdout: ran", cell.Output.Log);
            Assert.Equal("#!import goes round in a circle: a file imports itself.", session.Run($"#!import {round}").Outcome.Error!.Message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
