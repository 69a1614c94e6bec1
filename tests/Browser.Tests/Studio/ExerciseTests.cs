using Microsoft.Playwright;

namespace LogRegCourse.Testing;

[Collection(InBrowser.Name)]
public sealed class ExerciseTests(ChromiumBrowser browser)
{
    /// <summary>A check as the course's own: it shows itself by the convention and says its verdict to programs.</summary>
    private const string Checks =
        """
        class TypeFormatterSourceAttribute(Type source) : Attribute { public Type FormatterSourceType => source; public string[] PreferredMimeTypes { get; set; } = []; }
        class Form(string mime, Func<Verdict, string> write) { public string MimeType => mime; public bool Format(object value, System.IO.TextWriter to) { to.Write(write((Verdict)value)); return true; } }
        class Forms
        {
            public System.Collections.IEnumerable CreateTypeFormatters() => new object[]
            {
                new Form("text/html", v => $"<div class=\"verdict verdict-{v.Word}\"><p>{v.Sentence} $x^2$</p></div>"),
                new Form("text/plain", v => v.Sentence),
                new Form("application/vnd.logregcourse.check+json", v => $"{{\"id\":\"1.1\",\"kind\":\"exercise\",\"verdict\":\"{v.Word}\"}}"),
            };
        }
        [TypeFormatterSource(typeof(Forms), PreferredMimeTypes = new[] { "text/html", "text/plain", "application/vnd.logregcourse.check+json" })]
        class Verdict { public string Word = ""; public string Sentence = ""; }
        Verdict Check(string id, double answer) =>
            double.IsNaN(answer) ? new() { Word = "not-done", Sentence = "Not done yet." }
            : answer == 7 ? new() { Word = "passed", Sentence = "Right." }
            : new() { Word = "failed", Sentence = "The sign is the wrong way round." };
        int given = 0;
        string Hint(string id) => $"Hint {given = Math.Min(given + 1, 2)} of 2: think of seven.";
        """;

    [Theory]
    [InlineData(Door.Server)]
    [InlineData(Door.Browser)]
    public async Task Answer_WrongThenRight_IsNamedThenDone_WithHintsAndSolution(Door door)
    {
        using var course = new CourseCopy().With(
            "01-first", ("checks", Checks), ("exercise-1-1", "double seven = double.NaN;"), ("check-1-1", "Check(\"1.1\", seven)"));
        Directory.CreateDirectory(Path.Combine(course.Notebooks, "solutions"));
        File.WriteAllText(Path.Combine(course.Notebooks, "solutions", "01-first.csx"), "// exercise 1.1\ndouble seven = 7;\n");
        await using var studio = await door.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        var panel = page.Cell("check-1-1").Locator(".exercise-panel");
        await page.Page.Locator("[data-do=run-all]").ClickAsync();
        await page.ExpectOutputAsync("check-1-1", "Not done yet.");

        await panel.GetByRole(AriaRole.Button, new() { Name = "Hint" }).ClickAsync();
        await Assertions.Expect(panel.Locator(".hint")).ToContainTextAsync(["Hint 1"]);
        await panel.GetByRole(AriaRole.Button, new() { Name = "Hint" }).ClickAsync();
        await Assertions.Expect(panel.Locator(".hint")).ToContainTextAsync(["Hint 1", "Hint 2"]);

        // Behind the last hint the kernel gives it again; the page has it already, and says that it was the last.
        await panel.GetByRole(AriaRole.Button, new() { Name = "Hint" }).ClickAsync();
        await Assertions.Expect(panel.Locator(".no-more")).ToContainTextAsync("no further hint");
        await AnswerAsync(page, "-7");
        await page.ExpectOutputAsync("check-1-1", "The sign is the wrong way round.");
        Assert.Equal(2, await panel.Locator(".hint:not(.no-more)").CountAsync());
        await Assertions.Expect(panel.Locator(".exercise-state")).ToHaveTextAsync("Not yet right");

        await panel.GetByRole(AriaRole.Button, new() { Name = "Solution" }).ClickAsync();
        await Assertions.Expect(panel).ToContainTextAsync("See the solution?");
        Assert.Equal(0, await panel.Locator(".solution").CountAsync());
        await panel.GetByRole(AriaRole.Button, new() { Name = "Show it" }).ClickAsync();
        await Assertions.Expect(panel.Locator(".solution")).ToContainTextAsync("double seven = 7;");

        await panel.GetByRole(AriaRole.Button, new() { Name = "Put it into the cell" }).ClickAsync();
        await page.ExpectOutputAsync("check-1-1", "Right.");
        await Assertions.Expect(page.Cell("exercise-1-1").Locator(".cm-content")).ToContainTextAsync("seven = 7");
        await Assertions.Expect(panel.Locator(".exercise-state")).ToHaveTextAsync("Done");
        await PageChecks.AssertFormulasTypesetAsync(page.Page);
        await page.ExpectSavedAsync();
        opened.AssertQuiet();
        if (door == Door.Browser) return;
        await page.Page.GotoAsync(studio.Origin.ToString());
        await Assertions.Expect(page.Page.Locator(".facts")).ToContainTextAsync("1 of 1 exercises done: finished");
        await Assertions.Expect(page.Page.Locator(".go")).ToContainTextAsync("The course is finished");
        opened.AssertQuiet();
    }

    [Fact]
    public async Task Answer_ThatDoesNotCompile_IsNotJudgedByTheOneBefore()
    {
        using var course = new CourseCopy().With("01-first", ("checks", Checks), ("exercise-1-1", "double seven = 7;"), ("check-1-1", "Check(\"1.1\", seven)"));
        await using var studio = await StudioProcess.StartAsync(course);
        await using var opened = await browser.OpenAsync(studio);
        var page = await StudioPage.OpenAsync(opened.Page, studio, "01-first");
        await page.Page.Locator("[data-do=run-all]").ClickAsync();
        await page.ExpectOutputAsync("check-1-1", "Right.");
        await AnswerAsync(page, "seven + ;");
        await page.ExpectOutputAsync("check-1-1", "nothing was checked");
        await Assertions.Expect(page.Output("check-1-1")).Not.ToContainTextAsync("Right.");
    }

    private static async Task AnswerAsync(StudioPage page, string value)
    {
        await page.WriteAsync("exercise-1-1", $"double seven = {value};");
        await page.RunAsync("exercise-1-1");
    }
}
