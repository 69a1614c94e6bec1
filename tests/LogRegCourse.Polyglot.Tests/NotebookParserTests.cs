using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using LogRegCourse.Testing;

namespace LogRegCourse.Polyglot.Tests;

/// <summary>Notebook files as VS Code's extension has them read and written (notebookParserServer.ts of dotnet/interactive).</summary>
public sealed class NotebookParserTests : IDisposable
{
    private readonly Process _process = Process.Start(new ProcessStartInfo("dotnet", [Repository.PathOf("artifacts", "bin", "LogRegCourse.Polyglot", JupyterKernel.Configuration, "LogRegCourse.Polyglot.dll"), "notebook-parser"])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    private int _requests;

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    [Fact]
    public async Task Notebook_ComesBackWithItsOutputs()
    {
        var file = """
            {
              "cells": [
                { "cell_type": "code", "execution_count": 3, "id": "a", "metadata": { "tags": ["kept"] }, "source": ["Console.WriteLine(1);\n", "5"], "outputs": [
                  { "name": "stderr", "output_type": "stream", "text": ["one\n", "two"] },
                  { "data": { "text/plain": ["5"] }, "execution_count": 3, "metadata": {}, "output_type": "execute_result" },
                  { "data": { "text/html": ["<b>\n", "ä</b>"] }, "metadata": { "own": 1 }, "output_type": "display_data" },
                  { "ename": "E", "evalue": "bad", "output_type": "error", "traceback": ["here", "there"] } ] },
                { "cell_type": "markdown", "id": "b", "metadata": {}, "source": ["# T"] }
              ],
              "metadata": { "kernelspec": { "display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp" }, "own": { "z": [1, 2] } },
              "nbformat": 4,
              "nbformat_minor": 5
            }
            """;
        var document = (await AskAsync("parse", "ipynb", new() { ["rawData"] = Base64(file) }))["document"]!;
        Assert.Equal(["csharp", "markdown"], document["elements"]!.AsArray().Select(element => (string?)element!["kernelName"]));
        Assert.Equal("5", (string?)document["elements"]![0]!["outputs"]![1]!["data"]!["text/plain"]);
        var written = JsonNode.Parse(await WrittenAsync("ipynb", document))!;
        var read = JsonNode.Parse(file)!;
        foreach (var (old, cell) in read["cells"]!.AsArray().Zip(written["cells"]!.AsArray()))
            foreach (var field in new[] { "cell_type", "id", "source", "outputs", "execution_count" })
                Assert.True(JsonNode.DeepEquals(old![field], cell![field]), $"{field} became {cell![field]}");
        Assert.Equal(["kept"], written["cells"]![0]!["metadata"]!["tags"]!.AsArray().Select(tag => (string?)tag));
        Assert.True(JsonNode.DeepEquals(read["metadata"]!["own"], written["metadata"]!["own"]));
    }

    [Fact]
    public async Task EveryLesson_ComesBackCellByCell_AlsoAsScript()
    {
        foreach (var lesson in Directory.GetFiles(Repository.PathOf("notebooks"), "*.ipynb"))
        {
            var document = (await AskAsync("parse", "ipynb", new() { ["rawData"] = Convert.ToBase64String(await File.ReadAllBytesAsync(lesson, TestContext.Current.CancellationToken)) }))["document"]!;
            var cells = JsonNode.Parse(await File.ReadAllTextAsync(lesson, TestContext.Current.CancellationToken))!["cells"]!.AsArray();
            Assert.Equal(cells.Select(cell => Text(cell!["source"]!)), document["elements"]!.AsArray().Select(element => (string?)element!["contents"]));
            Assert.Equal(cells.Select(cell => (string?)cell!["id"]), JsonNode.Parse(await WrittenAsync("ipynb", document))!["cells"]!.AsArray().Select(cell => (string?)cell!["id"]));
            var script = await WrittenAsync("dib", document);
            var again = (await AskAsync("parse", "dib", new() { ["rawData"] = Base64(script) }))["document"]!;
            Assert.Equal(cells.Select(cell => Text(cell!["source"]!).Trim()), again["elements"]!.AsArray().Select(element => ((string?)element!["contents"])!.Trim()));
        }
    }

    [Fact]
    public async Task WhatIsNoNotebook_IsSaid_AndTheNextIsRead()
    {
        Assert.NotEmpty((string?)(await AskAsync("parse", "ipynb", new() { ["rawData"] = Base64("no notebook") }))["errorMessage"] ?? "");
        await _process.StandardInput.WriteLineAsync("no request");
        Assert.NotNull((await AskAsync("parse", "dib", new() { ["rawData"] = Base64("1 + 1") }))["document"]);
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal(0, _process.ExitCode);
    }

    private async Task<string> WrittenAsync(string type, JsonNode document) =>
        Encoding.UTF8.GetString(Convert.FromBase64String((string)(await AskAsync("serialize", type, new() { ["newLine"] = "\n", ["document"] = document.DeepClone() }))["rawData"]!));

    private async Task<JsonNode> AskAsync(string type, string format, JsonObject request)
    {
        request["type"] = type;
        request["id"] = $"{++_requests}";
        request["serializationType"] = format;
        request["defaultLanguage"] = "csharp";
        await _process.StandardInput.WriteLineAsync(request.ToJsonString());
        await _process.StandardInput.FlushAsync();
        var answer = JsonNode.Parse((await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken))!)!;
        Assert.Equal($"{_requests}", (string?)answer["id"]);
        return answer;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Text(JsonNode source) => source is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string)source!;
}
