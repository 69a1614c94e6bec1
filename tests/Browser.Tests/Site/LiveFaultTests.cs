using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>What a cell may try in a page and a page cannot do: each is one sentence, and the next cell runs.</summary>
[Collection(InBrowser.Name)]
public sealed class LiveFaultTests(ChromiumBrowser browser)
{
    private const string Lesson = "01-first";
    private static string Import(string address) => $"""
        var import = System.Reflection.Assembly.Load("System.Runtime.InteropServices.JavaScript").GetType("System.Runtime.InteropServices.JavaScript.JSHost").GetMethod("ImportAsync");
        var loading = (System.Threading.Tasks.Task)import.Invoke(null, ["foreign", "{address}", default(System.Threading.CancellationToken)]);
        await loading;
        "it was let in"
        """;

    private const string Checks = "#r \"bin/LogRegCourse.dll\"\n#r \"bin/LogRegCourse.Checks.dll\"\nusing static LogRegCourse.Checks.Course;";

    [Fact]
    public async Task WhatABrowserCannotDo_IsSaidInASentence_AndVariablesStay()
    {
        (string Id, string Source, string Said)[] tries =
        [
            ("recursion", "int Deep(int n) => 1 + Deep(n + 1);\nDeep(0)", "used up the stack, as a recursion without an end does"),
            ("lambda", "Func<int, int> deep = null;\ndeep = n => 1 + deep(n + 1);\ndeep(0)", "used up the stack, as a recursion without an end does"),
            ("wait", "System.Threading.Tasks.Task.Delay(50).Wait();", "await"),
            ("result", "async System.Threading.Tasks.Task<int> Late() { await System.Threading.Tasks.Task.Delay(50); return 5; }\nLate().Result", "await"),
            ("thread", "new System.Threading.Thread(() => { }).Start();", "one thread and can start no other"),
            ("process", "System.Diagnostics.Process.Start(\"ls\")", "neither see nor start other programs"),
            ("elsewhere", "await new System.Net.Http.HttpClient().GetStringAsync(\"https://example.com/\")", "no network"),
            ("here", $"await new System.Net.Http.HttpClient().GetStringAsync(\"{{0}}index.html\")", "no network"),
            ("socket", "new System.Net.Sockets.TcpClient(\"127.0.0.1\", 80)", "no network"),
            ("package", "#r \"nuget: Accord.Math, 3.8.0\"", "not among the packages of this site"),
            ("version", "#r \"nuget: Plotly.NET, 5.0.0\"", "in version 6.0.0 only"),
            ("parse", "int.Parse(\"seven\")", "The input string 'seven' was not in a correct format."),
            ("global", """
                var js = System.Reflection.Assembly.Load("System.Runtime.InteropServices.JavaScript").GetType("System.Runtime.InteropServices.JavaScript.JSHost").GetProperty("GlobalThis").GetValue(null);
                bool Has(string name) => (bool)js.GetType().GetMethod("HasProperty").Invoke(js, [name]);
                "within reach: " + string.Join(" ", new[] { "fetch", "indexedDB", "caches", "WebSocket", "Worker", "XMLHttpRequest", "postMessage", "navigator" }.Where(Has)) + "."
                """, "within reach: ."),
            ("module", Import("data:text/javascript,export const found = 1"), "no network"),
            ("foreign", Import("http://127.0.0.1:1/foreign.js"), "no network"),
            // Of the framework what is not fetched before it is needed.
            ("xml", "System.Xml.Linq.XElement.Parse(\"<a>5</a>\").Value + \" from xml\"", "5 from xml"),
            ("dynamic", "dynamic five = 5;\n(five + 1).ToString() + \" by name\"", "6 by name"),
            ("table", "var table = new System.Data.DataTable(\"t\"); table.Columns.Add(\"c\"); table.TableName + \" with \" + table.Columns.Count", "t with 1"),
            ("file", "System.IO.File.WriteAllText(\"own.txt\", \"kept here\"); System.IO.File.ReadAllText(\"own.txt\")", "kept here"),
            ("after", "kept", "5"),
        ];
        using var course = new CourseCopy().With(Lesson, [("first", "var kept = 5;"), .. tries.Select(some => (some.Id, some.Source))]);
        await using var site = await LiveSiteHost.StartAsync(course);
        await using var opened = await browser.OpenAsync(site);
        var page = await StudioPage.OpenAsync(opened.Page, site, Lesson);
        await page.WriteAsync("here", string.Format(null, tries.Single(some => some.Id == "here").Source, site.Origin));
        await page.RunAsync("first");
        foreach (var (id, _, said) in tries)
        {
            await page.RunAsync(id);
            await page.ExpectOutputAsync(id, said);
        }
        Assert.Empty(opened.OutsideRequests);
        // The page lets no script run that is written into it.
        Assert.False(await page.Page.EvaluateAsync<bool>(
            """
            () => {
              document.body.append(Object.assign(document.createElement("script"), { textContent: "globalThis.isOwned = true" }));
              return globalThis.isOwned === true;
            }
            """));
    }

    [Fact]
    public async Task EndlessAnswers_AreGivenUp_AndNothingIsLost()
    {
        using var course = new CourseCopy().With(
            Lesson, ("setup", Checks), ("exercise", "double Slope(double z) { while (true) { } }\nvar kept = 5;"), ("check", "Check(\"2.2\", Slope)"),
            ("deep", "double Deep(double z) => Deep(z + 1);\nCheck(\"2.2\", Deep)"), ("after", "kept"));
        await using var site = await LiveSiteHost.StartAsync(course);
        await using var opened = await browser.OpenAsync(site);
        var page = await StudioPage.OpenAsync(opened.Page, site, Lesson);
        await page.Page.Locator("[data-do=run-all]").ClickAsync();
        await page.ExpectOutputAsync("check", "does not come back within 2 seconds; is there an endless loop?");
        await page.ExpectOutputAsync("deep", "used up the stack");
        await page.ExpectOutputAsync("after", "5");
        opened.AssertQuiet();
    }

    [Fact]
    public async Task WorkerThatEndsByItself_SaysSo_AndTheNextRunHasANewOne()
    {
        using var course = new CourseCopy().With(
            Lesson, ("lambda", "delegate int Deep(int n);\nDeep deep = null;\ndeep = n => 1 + deep(n + 1);\ndeep(0)"), ("exit", "Environment.Exit(3);"), ("exit-later", "await Task.Delay(100);\nEnvironment.Exit(3);"), ("after", "1 + 1"));
        await using var site = await LiveSiteHost.StartAsync(course);
        await using var opened = await browser.OpenAsync(site);
        var page = await StudioPage.OpenAsync(opened.Page, site, Lesson);
        await page.RunAsync("lambda");
        await page.ExpectOutputAsync("lambda", "a recursion without an end does; its worker ended and all variables are lost.");
        await page.RunAsync("exit");
        await page.ExpectOutputAsync("exit", "as Environment.Exit does, and all variables are lost.");
        await page.RunAsync("exit-later");
        await page.ExpectOutputAsync("exit-later", "as Environment.Exit does, and all variables are lost.");
        await page.RunAsync("after");
        await page.ExpectOutputAsync("after", "2");
    }

    [Fact]
    public async Task WorkersThatAreKilled_AreReplaced_AndWhatWasWrittenStays()
    {
        using var course = new CourseCopy().With(Lesson, ("loop", "Console.WriteLine(\"begun\"); while (true) { }"), ("after", "1 + 1"));
        await using var site = await LiveSiteHost.StartAsync(course);
        await using var opened = await browser.OpenAsync(site);
        // To end a worker from outside, as a browser does that wants its memory: no event tells the page.
        await opened.Page.AddInitScriptAsync(
            """
            const workers = globalThis.workers = [];
            globalThis.Worker = class extends Worker { constructor(address, ...rest) { super(address, ...rest); workers.push([String(address), this]); } };
            globalThis.kill = name => workers.findLast(([address]) => address.includes(name))[1].terminate();
            """);
        var page = await StudioPage.OpenAsync(opened.Page, site, Lesson);
        await page.RunAsync("loop");
        await page.ExpectOutputAsync("loop", "begun");
        await page.Page.EvaluateAsync("kill('blob:')");
        await page.ExpectOutputAsync("loop", "was ended by the browser");
        await page.RunAsync("after");
        await page.ExpectOutputAsync("after", "2");
        await page.WriteAsync("after", "40 + 2");
        await page.Page.EvaluateAsync("kill('studio-worker')");
        await Assertions.Expect(page.Page.Locator(".notice").Last).ToContainTextAsync("the lesson is opened anew as it was last kept");
        await Assertions.Expect(page.Cell("after").Locator(".cm-content")).ToHaveTextAsync("40 + 2");
        await page.RunAsync("after");
        await page.ExpectOutputAsync("after", "42");
        opened.AssertQuiet();
    }

    [Fact]
    public async Task LineAskedFor_IsAnsweredInThePage()
    {
        using var course = new CourseCopy().With(Lesson, ("ask", "var name = Console.ReadLine();\n\"Hello \" + name"));
        await using var site = await LiveSiteHost.StartAsync(course);
        await using var opened = await browser.OpenAsync(site);
        var page = await StudioPage.OpenAsync(opened.Page, site, Lesson);
        await page.RunAsync("ask");
        var line = page.Cell("ask").Locator(".asked-line input");
        await line.FillAsync("Ada");
        await line.PressAsync("Enter");
        await page.ExpectOutputAsync("ask", "Hello Ada");
        opened.AssertQuiet();
    }
}
