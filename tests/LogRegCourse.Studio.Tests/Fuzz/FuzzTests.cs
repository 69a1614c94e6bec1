using System.Text;
using System.Text.Json;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Studio.Protocol;
using LogRegCourse.Studio.State;
using LogRegCourse.Studio.Tests.Notebooks;
using LogRegCourse.Testing;

namespace LogRegCourse.Studio.Tests.Fuzzing;

/// <summary>Whatever comes in, it is taken or refused as told: any other exception fails, and so does a hang.</summary>
public class FuzzTests
{
    private const string Lesson =
        """
        {"cells":[
          {"cell_type":"markdown","id":"title","metadata":{},"source":["# A *title* with $x^2$\n","\n","> - a [link](b.ipynb)"],"attachments":{}},
          {"cell_type":"code","id":"exercise-1-1","metadata":{"tags":["raises-exception"],"polyglot_notebook":{"kernelName":"csharp"}},"execution_count":3,"source":"var x = 1;","outputs":[
            {"output_type":"stream","name":"stdout","text":["a\n","b"]},
            {"output_type":"display_data","data":{"text/html":["<b>"],"text/markdown":"*a*","application/vnd.plotly.v1+json":{"data":[{"x":[1,2]}],"layout":{}}},"metadata":{}},
            {"output_type":"error","ename":"E","evalue":"why","traceback":["line 1","line 2"]}]},
          {"cell_type":"code","id":"check-1-1","metadata":{},"execution_count":null,"source":[],"outputs":[
            {"output_type":"execute_result","execution_count":4,"data":{"application/vnd.logregcourse.check+json":{"id":"1.1","kind":"exercise","verdict":"passed"},"text/plain":"ok"},"metadata":{}}]},
          {"cell_type":"raw","id":"raw","metadata":{},"source":"raw"}],
        "metadata":{"kernelspec":{"name":".net-csharp","language":"C#"},"language_info":{"name":"polyglot-notebook"}},"nbformat":4,"nbformat_minor":5}
        """;

    private const string OldLesson =
        """
        {"nbformat":3,"nbformat_minor":0,"metadata":{"name":"old"},"worksheets":[{"cells":[
          {"cell_type":"heading","level":1,"source":["Old"]},
          {"cell_type":"code","input":"1","language":"python","prompt_number":1,"collapsed":false,"outputs":[{"output_type":"pyout","prompt_number":1,"text":["1"],"png":"aa"},{"output_type":"pyerr","ename":"E","evalue":"","traceback":[]},{"output_type":"stream","stream":"stdout","text":"a"}]}]}]}
        """;

    private static readonly string[] PageMessages =
    [
        """{"type":"edit-cell","cellId":"a","source":"x","edit":1,"base":0}""", """{"type":"run-cells","cellIds":["a","exercise-1-1","check-1-1"]}""", """{"type":"stop-cells"}""",
        """{"type":"restart-kernel"}""", """{"type":"warm-up"}""", """{"type":"add-cell","kind":"code","newCellId":"n","afterCellId":"a"}""", """{"type":"delete-cell","cellId":"a"}""",
        """{"type":"restore-cell"}""", """{"type":"reset-to-original","cellId":"a"}""", """{"type":"save-now"}""", """{"type":"resolve-conflict","keepMine":true}""",
        """{"type":"move-input","request":1,"name":"w","value":{}}""", """{"type":"answer-input","text":"t"}""", """{"type":"ask-hint","exercise":"1.1"}""",
        """{"type":"answer-question","cellId":"a","question":"q.1","guess":"g"}""", """{"type":"ask-solution","exercise":"1.1"}""", """{"type":"ask-hover","request":1,"cellId":"a","source":"x","position":1}""",
    ];

    private static readonly string[] KernelMessages =
    [
        """{"type":"kernel-ready","version":"1"}""", """{"type":"cell-started","cellId":"a","executionCount":1,"request":1}""", """{"type":"text-printed","cellId":"a","stream":"stdout","text":"t"}""",
        """{"type":"value-displayed","cellId":"a","data":{"text/plain":"1","application/vnd.plotly.v1+json":{}},"isResult":true,"displayId":"d"}""", """{"type":"display-updated","displayId":"d","data":{"text/html":"<b>"}}""",
        """{"type":"output-cleared","cellId":"a","wait":true}""", """{"type":"input-requested","cellId":"a","prompt":"p","isPassword":false}""",
        """{"type":"cell-finished","cellId":"a","outcome":"failed","milliseconds":1.5,"error":{"name":"E","message":"m","trace":["t"],"line":1},"dependencies":{"defines":["x"],"reads":[{"name":"y","cellId":"b"}],"writes":[],"touches":[]},"liveInputs":[{"name":"w","kind":"slider","label":"l","default":1,"min":0,"max":2}]}""",
        """{"type":"live-input-set","request":1,"name":"w","value":{},"ran":["a"]}""", """{"type":"completions-found","request":1,"start":0,"end":1,"items":[{"text":"t","kind":"method"}]}""",
        """{"type":"hover-found","request":1,"start":0,"end":1}""", """{"type":"diagnosed","request":1,"items":[{"start":0,"end":1,"severity":"error","code":"C","message":"m"}]}""",
        """{"type":"reference-changed","path":"p"}""", """{"type":"command-refused","reason":"r"}""", "{}", "[]", "null",
    ];

    private static readonly string[] Marks =
    [
        "[", "]", "](b", "(", ")", "![", "*", "**", "_", "`", "```\n", "~", "~~", "$", "$$", "<", "<http://", "&#x", "&amp;", "|", "|-|\n", "- ", "> ", "1. ", "# ", "\n", "\n\n", "=\n", "\\", "\t", "    ", " ", "a", "word ",
        "[a]: b\n", "^", "==", "++", "[x] ", "<!--", "\"", "\0", "\ud800", "é", "\r",
    ];

    [Fact]
    public void Notebooks_AreReadShownAndKept_OrRefusedInASentence() => Fuzz.Run(1500, random =>
    {
        Notebook notebook;
        try
        {
            notebook = NotebookReader.Read(JsonMutation.Of(random.Next(4) == 0 ? OldLesson : Lesson, random), "fuzzed.ipynb");
        }
        catch (NotebookException e)
        {
            Assert.Contains("fuzzed.ipynb", e.Message);
            return;
        }
        foreach (var effect in NotebookState.Of("fuzzed", notebook).After(new PageCame(1)).Effects.OfType<Tell>()) JsonSerializer.SerializeToUtf8Bytes(effect.News, PageJson.Default.PageNews);
        foreach (var output in notebook.Cells.OfType<CodeCell>().SelectMany(cell => cell.Outputs)) CheckVerdict.Of(output.Bundle);
        var written = NotebookWriter.Bytes(notebook, "fuzzed.ipynb");
        Assert.Equal(written, NotebookWriter.Bytes(NotebookReader.Read(written, "fuzzed.ipynb"), "fuzzed.ipynb"));
    });

    [Fact]
    public void Markdown_IsTypesetOrShownAsItIsWritten() => Fuzz.Run(400, random =>
    {
        var text = new StringBuilder();
        // A few marks again and again find what grows, many at random what breaks.
        string[] marks = random.Next(2) == 0 ? Marks : [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Of(Marks))];
        for (var length = random.Of(20, 200, 2000, 2000, 20_000, 60_000); length > 0; length--) text.Append(marks.Length > 3 ? random.Of(marks) : marks[length % marks.Length]);
        var markdown = text.ToString();
        MarkdownHtml.Render(markdown);
        MarkdownHtml.Headings(markdown).Count();
        MarkdownHtml.FirstParagraph(markdown);
        MarkdownHtml.FirstList(markdown);
    });

    [Fact]
    public void PagesMessages_AreDoneOrRefused() => Fuzz.Run(4000, random =>
    {
        var state = NotebookState.Of("01", SmallNotebook.Of(("title", "# T"), ("a", "1"), ("exercise-1-1", "2"), ("check-1-1", "3")));
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            try
            {
                state = Played(state, new PageAsked(random.Next(1, 3), PageJson.Read(JsonMutation.Of(random.Of(PageMessages), random))));
            }
            catch (JsonException)
            {
                // Refused.
            }
        }
    });

    [Fact]
    public void KernelsMessages_AreTakenOrRefused() => Fuzz.Run(4000, random =>
    {
        var state = NotebookState.Of("01", SmallNotebook.Of(("title", "# T"), ("a", "1"), ("exercise-1-1", "2"), ("check-1-1", "3")));
        state = Played(state, new PageAsked(1, new RunCells(["a"])));
        var help = new EditingHelp(_ => { });
        for (var times = random.Next(1, 10); times > 0; times--)
        {
            try
            {
                var news = PipeJson.ReadEvent(Encoding.UTF8.GetString(JsonMutation.Of(random.Of(KernelMessages), random)));
                state = Played(state, help.Answer(news) ?? new KernelSaid(news));
                new OutputRecorder().Record(news);
            }
            catch (JsonException)
            {
                // Refused.
            }
        }
        NotebookWriter.Bytes(state.Notebook, "01.ipynb");
    });

    [Fact]
    public void AppsMessages_AreKnownToTheKernelOrRefused() => Fuzz.Run(4000, random =>
    {
        var command = JsonSerializer.Serialize(random.Of<KernelCommand>(new RunCell("a", "1", true, "csharp"), new StopCell(), new ProvideInput("t"), new SetLiveInput(1, "w", JsonElement.Parse("{}")), new Complete(1, "a", "x", 1), new Hover(1, "a", "x", 1), new Diagnose(1, "a", "x")), PipeJson.Default.KernelCommand);
        try
        {
            Assert.NotNull(PipeJson.ReadCommand(Encoding.UTF8.GetString(JsonMutation.Of(command, random))));
        }
        catch (JsonException)
        {
            // Refused.
        }
    });

    private static NotebookState Played(NotebookState state, StudioEvent happened)
    {
        var (next, effects) = state.After(happened);
        foreach (var effect in effects)
            switch (effect)
            {
                case Tell tell: JsonSerializer.SerializeToUtf8Bytes(tell.News, PageJson.Default.PageNews); break;
                case SendToKernel send: JsonSerializer.SerializeToUtf8Bytes(send.Command, PipeJson.Default.KernelCommand); break;
            }
        return next;
    }
}
