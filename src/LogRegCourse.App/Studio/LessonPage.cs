using LogRegCourse.App.Export;
using LogRegCourse.App.Running;

namespace LogRegCourse.App.Studio;

/// <summary>The frame of a lesson in the Studio; its cells come through the socket.</summary>
internal static class LessonPage
{
    private const string Controls =
        """
        <span class="toolbar" role="toolbar" aria-label="Kernel">
        <span class="kernel-state" role="status"></span><span class="save-state" role="status"></span>
        <button type="button" class="quiet-button" data-do="run-all">Run all</button>
        <button type="button" class="quiet-button" data-do="stop">Stop</button>
        <button type="button" class="quiet-button" data-do="menu" aria-haspopup="true" aria-expanded="false">More</button></span>
        """;

    public static string Render(string name, CourseFolder course, WebAssets assets)
    {
        var lessons = Contents.Of(course);
        var index = lessons.ToList().FindIndex(lesson => lesson.Name == name);
        var lesson = lessons[index];
        if (lesson.Trouble is { } trouble) return Unreadable(name, trouble, assets);
        var onward = $"<nav class=\"onward\" aria-label=\"Lessons\">{Onward(lessons.ElementAtOrDefault(index - 1), "previous", "Before this")}{Onward(lessons.ElementAtOrDefault(index + 1), "next", "Next")}</nav>";
        var body = Body(name, "server", $"<h1 class=\"loading\">{PageShell.Encode(lesson.Title)}</h1>", "", onward, course.Mark);
        return PageShell.Page(Frame(lesson.Title, "/assets/", "/", assets), body, assets);
    }

    /// <summary>What is around a lesson's content, whoever serves it.</summary>
    public static PageFrame Frame(string title, string prefix, string home, WebAssets assets) => new($"{title} · {PageShell.CourseName}", prefix, home)
    {
        Where = title,
        HasCharts = true,
        HasOutputs = true,
        Styles = ["tokens", "page", "prose", "cell", "studio"],
        Scripts = [.. assets.AreLocal ? ["vendor/highlight.js"] : Array.Empty<string>(), "shared/formulas.js", "shared/figure-tools.js"],
        Modules = ["studio/lesson.js"],
        Controls = Controls,
    };

    /// <summary>A lesson's content, whose cells the page's script puts in.</summary>
    /// <param name="name">The lesson's name.</param>
    /// <param name="door">Where the lesson is open: "server", or "browser" for the workers of the page itself.</param>
    /// <param name="asRead">What stands there until the cells do.</param>
    /// <param name="sections">Items of the contents, until the cells are there.</param>
    /// <param name="onward">The way to other lessons.</param>
    /// <param name="course">Which course on this machine; empty for a site.</param>
    public static string Body(string name, string door, string asRead, string sections, string onward, string course = "") =>
        $"""
        <div class="lesson" data-lesson="{PageShell.Encode(name)}" data-door="{door}" data-course="{course}">
        <nav class="toc" aria-label="Sections"><details open><summary>In this lesson</summary>
        <form class="find" role="search"><input type="search" aria-label="Find in this lesson" placeholder="Find in this lesson" autocomplete="off" spellcheck="false"><ol></ol></form>
        <ol class="sections">{sections}</ol></details></nav>
        <main id="content" tabindex="-1">
        <div class="banner" role="status" hidden></div>
        {asRead}
        <div class="cells"></div>
        {onward}
        </main>
        </div>
        <div class="notices" role="status" aria-live="polite"></div>
        """;

    private static string Unreadable(string name, string trouble, WebAssets assets) => PageShell.Page(
        new PageFrame(name, "/assets/", "/") { HasFormulas = false },
        $"<main class=\"contents\" id=\"content\"><h1>{PageShell.Encode(name)}</h1><p class=\"error-output\">{PageShell.Encode(trouble)}</p><p><a href=\"/\">All lessons</a></p></main>",
        assets);

    private static string Onward(ContentsEntry? lesson, string direction, string label) => lesson is null ? "" :
        $"<a class=\"{direction}\" href=\"{lesson.Address}\"><span class=\"label\">{label}</span><span class=\"name\">{PageShell.Encode(lesson.Title)}</span></a>";
}
