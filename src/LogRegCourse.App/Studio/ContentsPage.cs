using LogRegCourse.App.Export;

namespace LogRegCourse.App.Studio;

/// <summary>The Studio's first page: where to go on, search, and all lessons with their progress.</summary>
internal static class ContentsPage
{
    public static string Render(IReadOnlyList<ContentsEntry> lessons, string? lastPlace, WebAssets assets)
    {
        var body =
            $"""
            <main class="contents" id="content">
            <h1>{PageShell.CourseName}</h1>
            <p class="lead">The mathematics of logistic regression, derived line by line and run line by line in C#.</p>
            <p class="go">{Onward(lessons, lastPlace)}</p>
            <form class="search" role="search"><label for="search">Search all lessons</label>
            <input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="log-odds, Hessian, …">
            <p class="search-count" role="status"></p><ol class="hits"></ol></form>
            <ol class="lessons">
            {string.Concat(lessons.Select(Item))}</ol>
            </main>
            """;
        return PageShell.Page(
            new PageFrame(PageShell.CourseName, "/assets/", "/") { Styles = ["tokens", "page", "prose", "studio"], Scripts = ["shared/formulas.js"], Modules = ["studio/contents.js"] },
            body, assets);
    }

    // The lesson of the last visit, or else the next that is not finished; those left out before come at the end.
    private static string Onward(IReadOnlyList<ContentsEntry> lessons, string? lastPlace)
    {
        var last = lessons.Select(lesson => lesson.Name).ToList().IndexOf(lastPlace ?? "");
        var open = lessons.Skip(last).Concat(lessons.Take(Math.Max(last, 0))).FirstOrDefault(lesson => !lesson.IsFinished);
        if (open is null) return "The course is finished: every exercise is done.";
        var isNew = last < 0 && lessons.All(lesson => lesson.Done == 0);
        return $"<a class=\"primary-button\" href=\"{open.Address}\">{(isNew ? "Start the course" : $"Go on: {Title(open)}")}</a>";
    }

    private static string Item(ContentsEntry lesson) =>
        $"""
        <li><span class="number" aria-hidden="true">{lesson.Number}</span><div>
        <h2><a href="{lesson.Address}">{Title(lesson)}</a></h2>
        <p class="summary">{PageShell.Encode(lesson.Trouble ?? lesson.Summary)}</p>{Progress(lesson)}</div></li>

        """;

    private static string Title(ContentsEntry lesson) => PageShell.Encode(lesson.Title);

    private static string Progress(ContentsEntry lesson) => lesson.Exercises.Count == 0 ? "" :
        $"<p class=\"facts\"><progress max=\"{lesson.Exercises.Count}\" value=\"{lesson.Done}\" aria-label=\"Exercises done\"></progress> {lesson.Done} of {lesson.Exercises.Count} exercises done{(lesson.IsFinished ? ": finished" : "")}</p>";
}
