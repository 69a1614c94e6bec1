using System.Text;
using System.Text.Json;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.Studio.Tests.Notebooks;

/// <summary>Files that other programs wrote: older formats, no ids, fields of their own, what Python calls JSON.</summary>
public class ForeignNotebookTests
{
    private static Notebook Read(string text, string name = "theirs.ipynb") => NotebookReader.Read(Encoding.UTF8.GetBytes(text), name);

    private static string Refusal(string text, string name = "theirs.ipynb") => Assert.Throws<NotebookException>(() => Read(text, name)).Message;

    private static string Around(int minor, params string[] cells) =>
        $$"""{"cells": [{{string.Join(", ", cells)}}], "metadata": {}, "nbformat": 4, "nbformat_minor": {{minor}}}""";

    public static TheoryData<int> Minors => [0, 1, 2, 3, 4, 5, 6];

    [Theory, MemberData(nameof(Minors))]
    public void EachMinorVersion_IsRead_AndWrittenAs45(int minor)
    {
        var notebook = Read(Around(minor, """{"cell_type": "code", "execution_count": 2, "metadata": {}, "outputs": [], "source": "1 + 1"}""", """{"cell_type": "markdown", "metadata": {}, "source": ["a\n", "b"]}"""));

        Assert.Equal(["cell-1", "cell-2"], notebook.Cells.Select(cell => cell.Id));
        Assert.Equal(["1 + 1", "a\nb"], notebook.Cells.Select(cell => cell.Source));
        using var written = JsonDocument.Parse(NotebookWriter.Write(notebook));
        Assert.Equal(5, written.RootElement.GetProperty("nbformat_minor").GetInt32());
        Assert.Equal(notebook.Cells.Select(cell => cell.Id), Read(NotebookWriter.Write(notebook)).Cells.Select(cell => cell.Id));
    }

    public static TheoryData<string[], string[]> Ids => new()
    {
        { ["a", "a", "b"], ["a", "cell-2", "b"] },
        { ["", "b c", new string('x', 65)], ["cell-1", "cell-2", "cell-3"] },
        { ["cell-2", "cell-2", "cell-2-2"], ["cell-2", "cell-2-3", "cell-2-2"] },
        { ["#VSC-1a2b", "ok_1-Z"], ["cell-1", "ok_1-Z"] },
    };

    [Theory, MemberData(nameof(Ids))]
    public void Ids_ThatAreMissingWrongOrTwice_AreMade(string[] inTheFile, string[] read)
    {
        var notebook = Read(Around(5, [.. inTheFile.Select(id => Samples.Code(id, "[]"))]));

        Assert.Equal(read, notebook.Cells.Select(cell => cell.Id));
    }

    [Fact]
    public void FieldsThatTheFormatDoesNotKnow_AreKeptInTheFile()
    {
        var notebook = Read("""
            {"mine": {"a": 1}, "cells": [
              {"cell_type": "code", "id": "c", "metadata": {}, "source": "", "execution_count": null, "collapsed": true, "outputs": [{"output_type": "stream", "name": "stdout", "text": "x", "time": 3}]},
              {"cell_type": "markdown", "id": "m", "metadata": {}, "source": "", "outputs": []}
            ], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
            """);

        using var written = JsonDocument.Parse(NotebookWriter.Write(notebook));
        var root = written.RootElement;
        Assert.Equal(1, root.GetProperty("mine").GetProperty("a").GetInt32());
        var code = root.GetProperty("cells")[0];
        Assert.True(code.GetProperty("collapsed").GetBoolean());
        Assert.Equal(3, code.GetProperty("outputs")[0].GetProperty("time").GetInt32());
        Assert.Equal(JsonValueKind.Array, root.GetProperty("cells")[1].GetProperty("outputs").ValueKind);
    }

    [Fact]
    public void MetadataOutputsAndSource_MayBeMissing()
    {
        var notebook = Read("""{"cells": [{"cell_type": "code"}, {"cell_type": "code", "metadata": null, "outputs": null, "source": null, "execution_count": null}], "nbformat": 4}""");

        Assert.All(notebook.Cells, cell => Assert.Equal("", cell.Source));
        Assert.All(notebook.Cells.Cast<CodeCell>(), cell => Assert.Empty(cell.Outputs));
    }

    [Fact]
    public void NotANumberInOutputs_BecomesNull_AndTextStays()
    {
        var notebook = Read(Around(2, """
            {"cell_type": "code", "metadata": {"x": -Infinity}, "execution_count": 1, "source": "double.NaN // \"Infinity", "outputs": [{"output_type": "display_data", "metadata": {}, "data": {"application/vnd.plotly.v1+json": {"y": [NaN, 1, Infinity, -Infinity, 2.5]}}}]}
            """));

        var code = Assert.IsType<CodeCell>(Assert.Single(notebook.Cells));
        Assert.Equal("double.NaN // \"Infinity", code.Source);
        Assert.Equal("""{"y": [null, 1, null, null, 2.5]}""", code.Outputs[0].Bundle!.Json(MimeBundle.Plotly)!.Value.GetRawText());
        Assert.Equal(JsonValueKind.Null, code.Metadata.GetProperty("x").ValueKind);
    }

    [Theory]
    [InlineData(@"a\ud800b", "a\uFFFDb")]
    [InlineData(@"\udc00", "\uFFFD")]
    [InlineData(@"\uD83D\uDE00", "\U0001F600")]
    [InlineData(@"\\ud800", @"\ud800")]
    [InlineData(@"\ud800\ud800\udc00", "\uFFFD\U00010000")]
    public void HalfASurrogatePair_BecomesTheReplacementCharacter(string json, string source) =>
        Assert.Equal(source, Assert.Single(Read(Around(5, Samples.Code("a", $"\"{json}\""))).Cells).Source);

    [Fact]
    public void BytesThatAreNoUtf8_AreRefusedWithTheirLine()
    {
        byte[] file = [.. "{\n \"cells\": [],\n \"a\": \""u8, 0xE4, .. "\"}"u8];

        var refusal = Assert.Throws<NotebookException>(() => NotebookReader.Read(file, "theirs.ipynb"));

        Assert.Equal("theirs.ipynb is not UTF-8 (line 3): save it again as UTF-8.", refusal.Message);
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(5000, false)]
    public void DeepMetadata_IsRead_OrRefusedForItsDepth(int levels, bool isRead)
    {
        var deep = $$"""{"cells": [], "metadata": {"m": {{new string('[', levels)}}{{new string(']', levels)}}}, "nbformat": 4, "nbformat_minor": 5}""";

        if (isRead) Assert.Equal(deep.Replace(" ", ""), NotebookWriter.Write(Read(deep)).Replace(" ", "").Replace("\n", ""));
        else Assert.Equal("theirs.ipynb is nested deeper than 512 levels: clear its outputs, or the metadata that is so deep.", Refusal(deep));
    }

    [Fact]
    public void ScriptOfPolyglotNotebooks_IsCalledOne() =>
        Assert.Equal("theirs.dib is a script of Polyglot Notebooks, not a notebook: open it in VS Code and save it as .ipynb.", Refusal("#!csharp\n1 + 1", "theirs.dib"));

    [Fact]
    public void Format3_IsReadInTheWordsOf4()
    {
        var notebook = Read("""
            {"metadata": {"name": "old"}, "nbformat": 3, "nbformat_minor": 0, "worksheets": [{"metadata": {}, "cells": [
              {"cell_type": "heading", "level": 2, "metadata": {}, "source": ["A ", "title"]},
              {"cell_type": "code", "collapsed": false, "input": ["x = 1\n", "x"], "language": "python", "metadata": {}, "prompt_number": 4, "outputs": [
                {"output_type": "stream", "stream": "stderr", "text": ["w"]},
                {"output_type": "pyout", "prompt_number": 4, "metadata": {}, "text": ["1"], "html": ["<b>1</b>"]},
                {"output_type": "display_data", "png": "aGk="},
                {"output_type": "pyerr", "ename": "E", "evalue": "v", "traceback": ["t"]}
              ]}
            ]}]}
            """);

        Assert.Equal("## A title", Assert.IsType<MarkdownCell>(notebook.Cells[0]).Source);
        var code = Assert.IsType<CodeCell>(notebook.Cells[1]);
        Assert.Equal(("x = 1\nx", 4), (code.Source, code.ExecutionCount!.Value));
        Assert.Equal("stderr", Assert.IsType<StreamOutput>(code.Outputs[0]).Name);
        var result = Assert.IsType<ResultOutput>(code.Outputs[1]);
        Assert.Equal(("1", "<b>1</b>", 4), (result.Data.Text(MimeBundle.Plain), result.Data.Text(MimeBundle.Html), result.ExecutionCount!.Value));
        Assert.Equal("aGk=", code.Outputs[2].Bundle!.Text("image/png"));
        Assert.Equal("E", Assert.IsType<ErrorOutput>(code.Outputs[3]).Name);
    }

    public static TheoryData<string, string?> Languages => new()
    {
        { """{}""", null },
        { """{"kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"}, "language_info": {"name": "polyglot-notebook"}}""", null },
        { """{"kernelspec": {"name": "csharp"}}""", null },
        { """{"kernelspec": {"language": "python", "name": "python3"}}""", "Python" },
        { """{"kernelspec": {"name": "python3"}}""", "Python" },
        { """{"language_info": {"name": "python"}}""", "Python" },
        { """{"kernelspec": {"language": "F#", "name": ".net-fsharp"}}""", "F#" },
        { """{"kernelspec": {"language": "PowerShell", "name": ".net-powershell"}}""", "PowerShell" },
        { """{"kernelspec": {"language": "C#", "name": ".net-csharp"}, "polyglot_notebook": {"kernelInfo": {"defaultKernelName": "fsharp"}}}""", "F#" },
        { """{"kernelspec": {"language": "R", "name": "ir"}}""", "R" },
        { """{"kernelspec": {"language": "scala", "name": "almond"}}""", "scala" },
        { """{"kernelspec": 3}""", null },
    };

    [Theory, MemberData(nameof(Languages))]
    public void LanguageOfANotebook_IsReadFromWhatItSays(string metadata, string? language) =>
        Assert.Equal(language, NotebookLanguage.Of(Read($$"""{"cells": [], "metadata": {{metadata}}, "nbformat": 4, "nbformat_minor": 2}""")));

    [Fact]
    public void LanguageOfACell_IsItsKernel()
    {
        var notebook = Read(Around(4,
            """{"cell_type": "code", "metadata": {"dotnet_interactive": {"language": "fsharp"}}, "outputs": [], "source": ""}""",
            """{"cell_type": "code", "metadata": {"polyglot_notebook": {"kernelName": "csharp"}}, "outputs": [], "source": ""}""",
            """{"cell_type": "code", "metadata": {"polyglot_notebook": {"kernelName": "mermaid"}}, "outputs": [], "source": ""}"""));

        Assert.Equal(["fsharp", null, "mermaid"], notebook.Cells.Select(NotebookLanguage.Of));
    }
}
