using LogRegCourse.App.Studio;

namespace LogRegCourse.App.Export;

/// <summary>The pages of a site that runs its lessons in the reader's browser: read at once, as they were executed, and
/// alive once the Studio's script has taken over.</summary>
internal static class LivePage
{
    // What the head of every page has besides the styles and scripts.
    private const string Head = "<meta name=\"referrer\" content=\"no-referrer\">\n<link rel=\"manifest\" href=\"app.webmanifest\">";

    /// <summary>The page that shows a notebook of the reader's, which is kept in the reader's browser.</summary>
    public const string OwnNotebookPage = "own.html";

    /// <summary>The first page, which the reader's own work is part of.</summary>
    public static string Contents(IReadOnlyList<Lesson> lessons, WebAssets assets)
    {
        var frame = SiteWriter.Frame(PageShell.CourseName, assets);
        return SiteWriter.Contents(lessons, frame with { Policy = PagePolicy.LiveSite(assets), Head = Head, Styles = [.. frame.Styles, "studio", "work"], Modules = ["browser/work.js"] }, assets);
    }

    /// <summary>A page without a lesson: which notebook it opens its address says.</summary>
    public static string OwnNotebook(WebAssets assets)
    {
        const string Title = "Your notebook";
        var frame = LessonPage.Frame(Title, "assets/", "index.html", assets);
        var body = LessonPage.Body("", "browser", "<div class=\"as-read\"></div>", "", "<nav class=\"onward\" aria-label=\"Lessons\"><a class=\"previous\" href=\"index.html#work\"><span class=\"label\">Back to</span><span class=\"name\">Your work</span></a></nav>");
        return PageShell.Page(frame with { Policy = PagePolicy.LiveSite(assets), Head = Head, Scripts = [.. frame.Scripts, "browser/as-read.js"], Modules = ["browser/own-notebook.js", .. frame.Modules] }, body, assets);
    }

    /// <summary>A lesson.</summary>
    public static string Lesson(Lesson lesson, Lesson? previous, Lesson? next, WebAssets assets)
    {
        var asRead = $"<div class=\"as-read\">{string.Concat(lesson.Notebook.Cells.Select(CellHtml.Render))}</div>";
        var body = LessonPage.Body(lesson.Name, "browser", asRead, SiteWriter.Sections(lesson), SiteWriter.Onward(previous, next));
        var frame = LessonPage.Frame(lesson.Title, "assets/", "index.html", assets);
        return PageShell.Page(frame with { Policy = PagePolicy.LiveSite(assets), Head = Head, Scripts = [.. frame.Scripts, "browser/as-read.js"] }, body, assets);
    }
}
