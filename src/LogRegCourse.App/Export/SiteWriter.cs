using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.App.Export;

/// <summary>
/// Executed notebooks as a folder of pages: open index.html, no server and no network needed (where the build
/// bundled the pages' scripts).
/// </summary>
internal static class SiteWriter
{
    public static void Write(IEnumerable<(string Name, Notebook Notebook)> executed, string outFolder) =>
        Write(executed, outFolder, WebAssets.Built);

    /// <param name="executed">The notebooks, in any order. They are gone through twice, so that they may be read one after the other
    /// from the disk: of hundreds no more than one is held.</param>
    /// <param name="outFolder">Where the site goes.</param>
    /// <param name="assets">The pages' scripts and styles.</param>
    public static void Write(IEnumerable<(string Name, Notebook Notebook)> executed, string outFolder, WebAssets assets)
    {
        // For the contents and the ways onward a lesson's first text is enough.
        var lessons = executed.Select(notebook => new Lesson(notebook.Name, notebook.Notebook).Opening).OrderBy(lesson => lesson.Name, StringComparer.Ordinal).ToList();
        Directory.CreateDirectory(outFolder);
        CopyAssets(assets, Path.Combine(outFolder, "assets"));
        File.WriteAllText(Path.Combine(outFolder, "index.html"), Contents(lessons, Frame(PageShell.CourseName, assets), assets));
        foreach (var (name, notebook) in executed)
        {
            var i = lessons.FindIndex(lesson => lesson.Name == name);
            File.WriteAllText(Path.Combine(outFolder, lessons[i].Page), LessonPage(new Lesson(name, notebook), lessons.ElementAtOrDefault(i - 1), lessons.ElementAtOrDefault(i + 1), assets));
        }
    }

    /// <summary>The first page.</summary>
    public static string Contents(IReadOnlyList<Lesson> lessons, PageFrame frame, WebAssets assets)
    {
        var items = string.Concat(lessons.Select(lesson =>
            $"""
            <li><span class="number" aria-hidden="true">{lesson.Number}</span><div>
            <h2><a href="{lesson.Address}">{PageShell.Encode(lesson.TitleAlone)}</a></h2>
            <p class="summary">{PageShell.Encode(lesson.Summary)}</p></div></li>

            """));
        var body =
            $"""
            <main class="contents" id="content">
            <h1>{PageShell.CourseName}</h1>
            <p class="lead">The mathematics of logistic regression, derived line by line and run line by line in C#.</p>
            <ol class="lessons">
            {items}</ol>
            </main>
            """;
        return PageShell.Page(frame, body, assets);
    }

    public static string LessonPage(Lesson lesson, Lesson? previous, Lesson? next, WebAssets assets)
    {
        var body =
            $"""
            <div class="lesson">
            <nav class="toc" aria-label="Sections"><details open><summary>In this lesson</summary><ol>
            {Sections(lesson)}</ol></details></nav>
            <main id="content">
            {string.Concat(lesson.Notebook.Cells.Select(CellHtml.Render))}
            {Onward(previous, next)}
            </main>
            </div>
            """;
        return PageShell.Page(Frame($"{lesson.Title} · {PageShell.CourseName}", assets) with { Where = lesson.Title, HasCharts = lesson.Charts > 0 }, body, assets);
    }

    /// <summary>The contents of a lesson at its side, as items of a list.</summary>
    public static string Sections(Lesson lesson) => string.Concat(lesson.Sections.Select(section =>
        $"<li{(section.Level == 3 ? " class=\"deeper\"" : "")}><a href=\"#{PageShell.Encode(section.Id)}\">{PageShell.Encode(section.Text)}</a></li>\n"));

    /// <summary>The way to the lessons before and behind.</summary>
    public static string Onward(Lesson? previous, Lesson? next) =>
        $"<nav class=\"onward\" aria-label=\"Lessons\">{Onward(previous, "previous", "Before this")}{Onward(next, "next", "Next")}</nav>";

    /// <summary>What is around a page that is only read.</summary>
    public static PageFrame Frame(string title, WebAssets assets) => new(title, "assets/", "index.html")
    {
        Policy = PagePolicy.Site(assets),
        Scripts = [.. assets.AreLocal ? ["vendor/highlight.js"] : Array.Empty<string>(), "shared/formulas.js", "shared/figure-tools.js", "site/site.js"],
    };

    private static string Onward(Lesson? lesson, string direction, string label) =>
        lesson is null ? "" : $"<a class=\"{direction}\" rel=\"{(direction == "next" ? "next" : "prev")}\" href=\"{lesson.Address}\"><span class=\"label\">{label}</span><span class=\"name\">{PageShell.Encode(lesson.Title)}</span></a>";

    private static void CopyAssets(WebAssets assets, string to)
    {
        foreach (var file in Directory.EnumerateFiles(assets.Folder, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(assets.Folder, file);
            // The editor and the workers are for lessons that are alive.
            if (relative.StartsWith("studio", StringComparison.Ordinal) || relative.StartsWith("browser", StringComparison.Ordinal)) continue;
            var target = Path.Combine(to, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
