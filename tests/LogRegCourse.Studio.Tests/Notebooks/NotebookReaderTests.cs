using System.Text;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Testing;

namespace LogRegCourse.Studio.Tests.Notebooks;

public class NotebookReaderTests
{
    private static Notebook Read(string text) => NotebookReader.Read(Encoding.UTF8.GetBytes(text), "lesson.ipynb");

    [Fact]
    public void Notebook_WithEveryKindOfCell_IsRead()
    {
        var notebook = Read(Samples.EveryKind);

        Assert.Equal(["text", "raw", "empty", "full"], notebook.Cells.Select(cell => cell.Id));
        Assert.Equal("# σ(z) 😀\n\n\"quoted\" \\ tab\t", notebook.Cells[0].Source);
        var code = Assert.IsType<CodeCell>(notebook.Cells[3]);
        Assert.Equal("a curve", code.MetadataText("alt"));
        Assert.Equal(3, code.ExecutionCount);
        Assert.Equal("a\nb", Assert.IsType<StreamOutput>(code.Outputs[0]).Text);
        var display = Assert.IsType<DisplayOutput>(code.Outputs[1]);
        Assert.Equal("<b>\nx</b>", display.Data.Text(MimeBundle.Html));
        Assert.Equal(2.5, display.Data.Json(MimeBundle.Plotly)!.Value.GetProperty("data")[0].GetProperty("y")[1].GetDouble());
        Assert.Equal("1", Assert.IsType<ResultOutput>(code.Outputs[2]).Data.Text(MimeBundle.Plain));
        Assert.Equal(["l1", "l2"], Assert.IsType<ErrorOutput>(code.Outputs[3]).Traceback);
    }

    [Fact]
    public void Notebook_WithByteOrderMark_IsRead() => Assert.Empty(Read("\uFEFF" + Samples.Around()).Cells);

    public static TheoryData<string, string> BrokenNotebooks => new()
    {
        { "", "lesson.ipynb is empty: restore it from git or from .logregcourse beside it." },
        { " \n", "lesson.ipynb is empty: restore it from git or from .logregcourse beside it." },
        { "<html>", "lesson.ipynb is not JSON (line 1, column 1): restore it from git or from .logregcourse beside it." },
        { "{\n \"cells\": oops,\n \"x\": 1\n}\n", "lesson.ipynb is not JSON (line 2, column 11): restore it from git or from .logregcourse beside it." },
        { "{\n \"cells\": [\n  {\n   \"cell_type\": \"co", "lesson.ipynb ends too early, in line 4: it was cut off; restore it from git or from .logregcourse beside it." },
        { "[]", "lesson.ipynb: the notebook must be a JSON object." },
        { "{}", "lesson.ipynb is JSON but not a notebook: it does not say its nbformat version." },
        { """{"nbformat": 2, "nbformat_minor": 0, "worksheets": []}""", "lesson.ipynb is a notebook of nbformat 2, and 3 or 4 is needed: convert it with  jupyter nbconvert --to notebook --inplace lesson.ipynb" },
        { """{"nbformat": 4, "nbformat_minor": 5, "metadata": {}}""", "lesson.ipynb: the notebook has no \"cells\"." },
        { """{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": {}}""", "lesson.ipynb: cells of the notebook must be a list." },
        { Samples.Around("7"), "lesson.ipynb: cell 1 must be a JSON object." },
        { Samples.Around("""{"cell_type": "heading", "id": "h", "metadata": {}, "source": ""}"""), "lesson.ipynb: cell 1 (h) has the type \"heading\", but a cell is code, markdown or raw." },
        { Samples.Around(Samples.Code("a", "[1]")), "lesson.ipynb: source of cell 1 (a) must be a string." },
        { Samples.Around(Samples.Code("a", "[]", """[{"output_type": "pyout"}]""")), "lesson.ipynb: output 1 of cell 1 (a) has the type \"pyout\", but an output is stream, display_data, execute_result or error." },
        { """{"nbformat": 4, "nbformat": 4}""", "lesson.ipynb has the same field twice in one object: remove one of them." },
    };

    [Theory, MemberData(nameof(BrokenNotebooks))]
    public void BrokenNotebook_IsRefusedInOneSentence(string text, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<NotebookException>(() => Read(text)).Message);

    [Fact]
    public void MissingFile_IsRefused()
    {
        using var folder = new TempFolder();
        var refusal = Assert.Throws<NotebookException>(() => NotebookReader.ReadFile(folder.PathOf("none.ipynb")));
        Assert.Equal($"There is no notebook {folder.PathOf("none.ipynb")}: check the name.", refusal.Message);
    }

    [Fact]
    public void FileWithTwentyMegabytesOfOutput_IsRead()
    {
        using var folder = new TempFolder();
        var output = $$"""[{"output_type": "stream", "name": "stdout", "text": "{{new string('x', 20 * 1024 * 1024)}}"}]""";
        var path = folder.Write("big.ipynb", Samples.Around(Samples.Code("a", "[]", output)));

        var code = Assert.IsType<CodeCell>(Assert.Single(NotebookReader.ReadFile(path).Cells));

        Assert.Equal(20 * 1024 * 1024, Assert.IsType<StreamOutput>(code.Outputs[0]).Text.Length);
    }

    [Fact]
    public void FileBeyondTheLimit_IsRefused()
    {
        using var folder = new TempFolder();
        using (var file = File.Create(folder.PathOf("huge.ipynb"))) file.SetLength(65L * 1024 * 1024);

        var refusal = Assert.Throws<NotebookException>(() => NotebookReader.ReadFile(folder.PathOf("huge.ipynb")));

        Assert.Equal("huge.ipynb has 65 MB, more than 64 MB: clear its outputs and save it again.", refusal.Message);
    }
}
