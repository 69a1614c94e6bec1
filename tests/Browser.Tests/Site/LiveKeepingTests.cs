using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>What a reader wrote in a page stays, whatever the browser, another tab or a new version of the course does.</summary>
[Collection(InBrowser.Name)]
public sealed class LiveKeepingTests(ChromiumBrowser browser)
{
    private const string Lesson = "01-first";

    [Fact]
    public async Task TwoTabs_EachShowsWhatTheOtherWrote_AndBothAreKept()
    {
        using var course = new CourseCopy().With(Lesson, ("a", "1"), ("b", "2"));
        await using var site = await LiveSiteHost.StartAsync(course);
        await using var opened = await browser.OpenAsync(site);
        var one = await StudioPage.OpenAsync(opened.Page, site, Lesson);
        var other = await StudioPage.OpenAsync(await opened.AnotherAsync(site.Origin.ToString()), site, Lesson);
        await one.WriteAsync("a", "from the one");
        await Assertions.Expect(Text(other, "a")).ToHaveTextAsync("from the one");
        await other.WriteAsync("b", "from the other");
        await Assertions.Expect(Text(one, "b")).ToHaveTextAsync("from the other");
        await one.ExpectSavedAsync();
        await site.GoToLessonAsync(one.Page, Lesson);
        await Assertions.Expect(Text(one, "a")).ToHaveTextAsync("from the one");
        await Assertions.Expect(Text(one, "b")).ToHaveTextAsync("from the other");
        opened.AssertQuiet();
    }

    [Fact]
    public async Task Written_WhileTheWholeLessonIsBeingKept_IsKeptToo()
    {
        using var course = new CourseCopy().With(Lesson, ("a", "1"), ("b", "2"));
        await using var site = await LiveSiteHost.StartAsync(course);
        await using var opened = await browser.OpenAsync(site);
        // What is written while the lesson's worker is asked for the whole reaches it too late.
        await opened.Page.AddInitScriptAsync(
            """
            const post = Worker.prototype.postMessage;
            Worker.prototype.postMessage = function (message, ...more) {
              const isLate = globalThis.ask && message[0] === "Ask";
              if (message[0] === "PauseHasEnded") globalThis.ask ??= () => post.call(this, message, ...more);
              else if (!isLate) post.call(this, message, ...more);
            };
            """);
        var page = await StudioPage.OpenAsync(opened.Page, site, Lesson);
        await page.WriteAsync("a", "written first");
        await Eventually.HoldsAsync(() => opened.Page.EvaluateAsync<bool>("globalThis.ask !== undefined"), "the lesson is not asked for");
        await page.WriteAsync("b", "written later");
        await opened.Page.EvaluateAsync("globalThis.ask()");
        await opened.Page.ExpectKeptAsync("written first");
        // The worker never heard of it, and the page does not say otherwise.
        await Assertions.Expect(opened.Page.Locator(".save-state")).ToHaveTextAsync("Not saved yet");
        await site.GoToLessonAsync(opened.Page, Lesson);
        await Assertions.Expect(Text(page, "a")).ToHaveTextAsync("written first");
        await Assertions.Expect(Text(page, "b")).ToHaveTextAsync("written later");
        opened.AssertQuiet();
    }

    [Theory]
    [InlineData("Keep mine", "mine")]
    [InlineData("Take the other tab's", "theirs")]
    public async Task TwoTabs_WritingTheSameCell_NeitherOverwritesTheOther(string choice, string expected)
    {
        using var course = new CourseCopy().With(Lesson, ("a", "1"));
        await using var site = await LiveSiteHost.StartAsync(course);
        await using var opened = await browser.OpenAsync(site);
        // Deaf to the other tab, as while it is busy: it learns of it when it saves.
        await opened.Page.AddInitScriptAsync("Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set() {} });");
        var mine = await StudioPage.OpenAsync(opened.Page, site, Lesson);
        var theirs = await StudioPage.OpenAsync(await opened.AnotherAsync(site.Origin.ToString()), site, Lesson);
        await theirs.WriteAsync("a", "theirs");
        await theirs.Page.ExpectKeptAsync("theirs");
        await mine.WriteAsync("a", "mine");
        await Assertions.Expect(mine.Page.Locator(".banner")).ToContainTextAsync("changed in another tab while you had unsaved work here. Nothing is saved until you choose.");
        await Assertions.Expect(Text(theirs, "a")).ToHaveTextAsync("theirs");
        await mine.Page.GetByRole(AriaRole.Button, new() { Name = choice }).ClickAsync();
        await Assertions.Expect(Text(mine, "a")).ToHaveTextAsync(expected);
        await mine.ExpectSavedAsync();
        await site.GoToLessonAsync(mine.Page, Lesson);
        await Assertions.Expect(Text(mine, "a")).ToHaveTextAsync(expected);
    }

    [Fact]
    public async Task NoRoomLeft_IsSaid_ADownloadIsOffered_AndItIsKeptWhenThereIsRoom()
    {
        using var course = new CourseCopy().With(Lesson, ("a", "1"));
        await using var site = await LiveSiteHost.StartAsync(course);
        await using var opened = await browser.OpenAsync(site);
        await opened.Page.AddInitScriptAsync(
            """
            const put = IDBObjectStore.prototype.put;
            globalThis.isFull = false;
            IDBObjectStore.prototype.put = function (...words) {
              if (isFull) throw new DOMException("Encountered full disk", "QuotaExceededError");
              return put.apply(this, words);
            };
            """);
        var page = await StudioPage.OpenAsync(opened.Page, site, Lesson);
        await page.Page.EvaluateAsync("isFull = true");
        await page.WriteAsync("a", "no room for me");
        await Assertions.Expect(page.Page.Locator(".banner")).ToContainTextAsync("it has no room left for this site");
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.Locator(".banner").GetByRole(AriaRole.Button, new() { Name = "Keep it in a file" }).ClickAsync());
        Assert.Equal("no room for me", LogRegCourse.Studio.Notebooks.NotebookReader.ReadFile(await download.PathAsync()).Cells[1].Source);
        await page.Page.EvaluateAsync("isFull = false");
        await page.ExpectSavedAsync();
        await Assertions.Expect(page.Page.Locator(".banner")).ToBeHiddenAsync();
        await site.GoToLessonAsync(page.Page, Lesson);
        await Assertions.Expect(Text(page, "a")).ToHaveTextAsync("no room for me");
        opened.AssertQuiet();
    }

    [Theory]
    [InlineData("Object.defineProperty(globalThis, 'indexedDB', { get() { throw new DOMException('denied', 'SecurityError'); } });")]
    [InlineData("IDBFactory.prototype.open = () => { const asked = {}; setTimeout(() => { asked.error = new DOMException('private', 'InvalidStateError'); asked.onerror(); }); return asked; };")]
    public async Task NothingIsKept_WhereTheBrowserKeepsNothing_AndEverythingElseWorks(string refusal)
    {
        using var course = new CourseCopy().With(Lesson, ("a", "1"));
        await using var site = await LiveSiteHost.StartAsync(course);
        await using var opened = await browser.OpenAsync(site);
        await opened.Page.AddInitScriptAsync(refusal);
        var page = await StudioPage.OpenAsync(opened.Page, site, Lesson);
        await Assertions.Expect(page.Page.Locator(".banner")).ToContainTextAsync("This browser keeps nothing for this site");
        await page.WriteAsync("a", "40 + 2");
        await page.RunAsync("a");
        await page.ExpectOutputAsync("a", "42");
        Assert.Equal("40 + 2", (await page.DownloadAsync()).Cells[1].Source);
        opened.AssertQuiet();
    }

    [Fact]
    public async Task NewVersionOfTheCourse_IsTaken_SaysWhatChanged_AndKeepsWhatTheReaderWrote()
    {
        using var course = new CourseCopy().With(Lesson, ("a", "1"), ("b", "2"));
        await using var site = await LiveSiteHost.StartAloneAsync(course);
        await using var opened = await browser.OpenAsync(site);
        var page = await StudioPage.OpenAsync(opened.Page, site, Lesson);
        await page.Page.EvaluateAsync("navigator.serviceWorker.ready.then(() => {})");
        await page.WriteAsync("a", "my own a");
        await page.ExpectSavedAsync();
        course.With(Lesson, ("a", "1"), ("b", "the course's new b"), ("c", "new cell"));
        site.Publish(course);
        await site.GoToLessonAsync(page.Page, Lesson);
        await Assertions.Expect(page.Page.Locator(".notice")).ToContainTextAsync("The course has been renewed. Reload the page to have the new version");
        await site.GoToLessonAsync(page.Page, Lesson);
        await Assertions.Expect(page.Page.Locator(".notice")).ToContainTextAsync("The course has been renewed (see \"First part\"): of its cells one is changed, one is new. What you wrote stays.");
        await Assertions.Expect(Text(page, "a")).ToHaveTextAsync("my own a");
        await Assertions.Expect(Text(page, "b")).ToHaveTextAsync("the course's new b");
        await Assertions.Expect(Text(page, "c")).ToHaveTextAsync("new cell");
        await page.ExpectSavedAsync();
        await site.GoToLessonAsync(page.Page, Lesson);
        await Assertions.Expect(Text(page, "a")).ToHaveTextAsync("my own a");
        // Said once.
        await page.WaitUntilReadyAsync();
        Assert.Equal(0, await page.Page.Locator(".notice").CountAsync());
        opened.AssertQuiet();
    }

    private static ILocator Text(StudioPage page, string cell) => page.Cell(cell).Locator(".cm-content");
}
