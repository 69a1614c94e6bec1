using System.Text.Json.Nodes;
using LogRegCourse.Polyglot.Tests.Support;

namespace LogRegCourse.Polyglot.Tests;

/// <summary>The kernel as VS Code's extension uses it.</summary>
public sealed class PolyglotDoorTests : IAsyncLifetime
{
    private const string Plain = "text/plain";

    private PolyglotClient _client = null!;

    public async ValueTask InitializeAsync() => _client = await PolyglotClient.StartAsync(Path.GetTempPath());

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Ready_NamesTheKernels() =>
        Assert.Equal([".NET", "csharp", "html", "value"], _client.Ready.GetProperty("kernelInfos").EnumerateArray().Select(info => info.GetProperty("localName").GetString()));

    [Fact]
    public async Task Cell_GivesItsOutputsInOrder()
    {
        var events = await _client.RunAsync("Console.Write(\"a\"); var x = 5; display(\"b\"); Console.Error.Write(\"c\"); x");
        Assert.Equal(
            ["CodeSubmissionReceived", "CompleteCodeSubmissionReceived", "StandardOutputValueProduced a", "DisplayedValueProduced b", "StandardErrorValueProduced c", "ReturnValueProduced 5", "CommandSucceeded"],
            events.Select(happened => $"{happened.Type} {happened.Form(Plain)}".Trim()));
        Assert.Equal("6", (await _client.RunAsync("x + 1"))[^2].Form(Plain));
    }

    [Fact]
    public async Task Printing_OfManyThreads_LosesNothing()
    {
        var events = await _client.RunAsync("System.Threading.Tasks.Parallel.For(0, 2000, i => Console.WriteLine($\"<{i}>\"));");
        var printed = string.Concat(events.Select(happened => happened.Form(Plain)));
        Assert.Equal(Enumerable.Range(0, 2000).Sum(i => $"<{i}>\n".Length), printed.Length);
    }

    [Theory]
    [InlineData("int y = \"a\";", "(1,9): error CS0029")]
    [InlineData("var one = 1;\nthrow new Exception(\"bad\");", "bad")]
    public async Task Failure_SaysWhatAndWhere(string code, string message)
    {
        var failed = (await _client.RunAsync(code))[^1];
        Assert.Equal("CommandFailed", failed.Type);
        Assert.Contains(message, failed.Content.GetProperty("message").GetString());
        Assert.Equal("2", (await _client.RunAsync("1 + 1"))[^2].Form(Plain));
    }

    [Fact]
    public async Task EndlessLoop_IsCancelled_AndVariablesStay()
    {
        await _client.RunAsync("var kept = 7;");
        var loop = _client.Send("SubmitCode", new() { ["code"] = "Console.Write(\"on\"); while (true) { }", ["targetKernelName"] = "csharp" });
        await _client.UntilAsync(happened => happened.Form(Plain) == "on");
        _client.Send("Cancel", []);
        Assert.Equal("CommandFailed", (await _client.AnswersAsync(loop))[^1].Type);
        Assert.Equal("7", (await _client.RunAsync("kept"))[^2].Form(Plain));
    }

    [Fact]
    public async Task Question_IsAskedOfTheFrontEnd()
    {
        foreach (var answer in new[] { "Ada", "secret", "line" }) _client.Answers.Enqueue(answer);
        Assert.Equal("Ada", (await _client.RunAsync("var name = await GetInputAsync(\"Name?\"); name"))[^2].Form(Plain));
        Assert.Equal("6", (await _client.RunAsync("(await GetPasswordAsync(\"Word?\")).Length"))[^2].Form(Plain));
        Assert.Equal("line", (await _client.RunAsync("Console.ReadLine()"))[^2].Form(Plain));
    }

    [Fact]
    public async Task Values_AreSharedBothWays()
    {
        Assert.Equal("7", (await _client.RunAsync("#!set --name q --value 7\nq"))[^2].Form(Plain));
        await _client.RunAsync("var shared = new[] { 1, 2 }; var text = \"a\\\"b\";");
        var value = await _client.SendAsync("RequestValue", new() { ["name"] = "shared", ["mimeType"] = "application/json", ["targetKernelName"] = "csharp" });
        Assert.Equal("[1,2]", value[^2].Content.GetProperty("formattedValue").GetProperty("value").GetString());
        var infos = await _client.SendAsync("RequestValueInfos", new() { ["mimeType"] = "text/plain+summary", ["targetKernelName"] = "csharp" });
        Assert.Equal(["q", "shared", "text"], infos[^2].Content.GetProperty("valueInfos").EnumerateArray().Select(info => info.GetProperty("name").GetString()).Order());
        var missing = await _client.SendAsync("RequestValue", new() { ["name"] = "nowhere", ["mimeType"] = "text/plain", ["targetKernelName"] = "csharp" });
        Assert.Contains("There is no variable nowhere", missing[^1].Content.GetProperty("message").GetString());
        await _client.SendAsync("SendValue", new()
        {
            ["name"] = "sent", ["targetKernelName"] = "csharp", ["formattedValue"] = new JsonObject { ["mimeType"] = "application/json", ["value"] = "{\"a\":[1.5]}" },
        });
        Assert.Equal("1.5", (await _client.RunAsync("sent.RootElement.GetProperty(\"a\")[0].GetDouble()"))[^2].Form(Plain));
    }

    [Fact]
    public async Task HtmlCell_IsShown() => Assert.Equal("<b>x</b>", (await _client.RunAsync("#!html\n<b>x</b>"))[^2].Form("text/html"));

    [Fact]
    public async Task Editing_IsHelped()
    {
        JsonObject At(string code, int line, int character) =>
            new() { ["code"] = code, ["linePosition"] = new JsonObject { ["line"] = line, ["character"] = character }, ["targetKernelName"] = "csharp" };
        var completions = (await _client.SendAsync("RequestCompletions", At("var a = 1;\nMath.Sqr", 1, 8))).Single(happened => happened.Type == "CompletionsProduced").Content;
        Assert.Contains("Sqrt", completions.GetProperty("completions").EnumerateArray().Select(item => item.GetProperty("insertText").GetString()));
        Assert.Equal((1, 5), (completions.GetProperty("linePositionSpan").GetProperty("start").GetProperty("line").GetInt32(), completions.GetProperty("linePositionSpan").GetProperty("start").GetProperty("character").GetInt32()));
        var hover = (await _client.SendAsync("RequestHoverText", At("Math.Sqrt(2)", 0, 6))).Single(happened => happened.Type == "HoverTextProduced").Content;
        Assert.Contains("double Math.Sqrt(double d)", hover.GetProperty("content")[0].GetProperty("value").GetString());
        var diagnostics = (await _client.SendAsync("RequestDiagnostics", new() { ["code"] = "int z = \"a\";", ["targetKernelName"] = "csharp" })).Single(happened => happened.Type == "DiagnosticsProduced").Content;
        Assert.Equal("CS0029", diagnostics.GetProperty("diagnostics")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task InputThatEnds_EndsTheProcess_AlsoWhileACellRuns()
    {
        _client.Send("SubmitCode", new() { ["code"] = "while (true) { }", ["targetKernelName"] = "csharp" });
        Assert.Equal(0, await _client.CloseAsync());
    }
}
