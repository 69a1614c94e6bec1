using System.Diagnostics;
using System.Text;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Testing;

namespace LogRegCourse.Studio.Tests.Notebooks;

public class NotebookWriterTests
{
    private static Notebook Read(string text) => NotebookReader.Read(Encoding.UTF8.GetBytes(text), "lesson.ipynb");

    [Fact]
    public void Notebook_Written_IsSortedAndIndentedByOneSpace()
    {
        var text = NotebookWriter.Write(Read(Samples.Around(Samples.Code("a", "\"x\\ny\""))));

        Assert.Equal("""
            {
             "cells": [
              {
               "cell_type": "code",
               "execution_count": null,
               "id": "a",
               "metadata": {},
               "outputs": [],
               "source": [
                "x\n",
                "y"
               ]
              }
             ],
             "metadata": {},
             "nbformat": 4,
             "nbformat_minor": 5
            }

            """.ReplaceLineEndings("\n"), text);
    }

    [Fact]
    public void Notebook_WrittenTwice_IsTheSameText()
    {
        var once = NotebookWriter.Write(Read(Samples.EveryKind));
        Assert.Equal(once, NotebookWriter.Write(Read(once)));
    }

    [Fact]
    public void EveryCommittedNotebook_RereadAndWritten_IsTheSameFile()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.PathOf("notebooks"), "*.ipynb"))
            Assert.Equal(File.ReadAllText(path), NotebookWriter.Write(NotebookReader.ReadFile(path)));
    }

    [Fact]
    public void Notebook_WrittenByNbformatItself_IsTheSameBytes()
    {
        OptionalTool.RequirePythonModule("nbformat");
        using var folder = new TempFolder();
        folder.Write("in.ipynb", Samples.EveryKind);
        const string Script = "import nbformat, sys; nbformat.write(nbformat.read(sys.argv[1], 4), sys.argv[2])";

        using var python = Process.Start(OptionalTool.PythonPath(), ["-c", Script, folder.PathOf("in.ipynb"), folder.PathOf("out.ipynb")]);
        python.WaitForExit();

        Assert.Equal(0, python.ExitCode);
        // Python writes 2.50 as 2.5; a number is kept here as it was written.
        var expected = File.ReadAllText(folder.PathOf("out.ipynb"));
        Assert.Equal(expected, NotebookWriter.Write(Read(Samples.EveryKind)).Replace("2.50", "2.5"));
    }
}
