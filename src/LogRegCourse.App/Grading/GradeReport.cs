using System.Globalization;
using System.Net;
using System.Text;

namespace LogRegCourse.App.Grading;

/// <summary>All that the report's page shows.</summary>
internal sealed record ClassReport(IReadOnlyList<GradedLesson> Graded, IReadOnlyList<ClassMistake> Mistakes, IReadOnlyList<EqualAnswer> Equal, string Isolation, bool HasPseudonyms);

/// <summary>
/// The class as one page that needs no other file and no script. Whatever students wrote is text on it: it is encoded,
/// and the page forbids itself to load or run anything.
/// </summary>
internal static class GradeReport
{
    private const int MostMistakes = 40;

    private static readonly Dictionary<string, (string Sign, string Word)> Signs = new()
    {
        [GradeWords.Passed] = ("✓", "right"),
        [GradeWords.Failed] = ("✗", "wrong"),
        [GradeWords.Broken] = ("!", "does not run"),
        [GradeWords.OutOfTime] = ("⏱", "out of time"),
        [GradeWords.Unchecked] = ("?", "could not be checked"),
        [GradeWords.NotDone] = ("·", "not done"),
        [GradeWords.Missing] = ("–", "cell missing"),
    };

    public static string Page(ClassReport report)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n")
            .Append("<title>The class at a glance</title>\n<style>\n").Append(Style).Append("</style>\n</head>\n<body>\n<main>\n<h1>The class at a glance</h1>\n");
        var graded = report.Graded.Where(one => one.Failure is null).ToList();
        var failures = report.Graded.Where(one => one.Failure is not null).ToList();
        page.Append(CultureInfo.InvariantCulture, $"<p>{Count(report.Graded.Select(one => one.Student).Distinct().Count(), "student")}, {Count(graded.Count, "notebook")} graded")
            .Append(failures.Count > 0 ? $", {failures.Count} not" : "").Append($". In force while they ran: {Text(report.Isolation)}.{(report.HasPseudonyms ? " Names stand in the key file alone." : "")}</p>\n");
        foreach (var lesson in graded.GroupBy(one => one.Lesson!).OrderBy(group => group.Key, StringComparer.Ordinal)) Glance(page, lesson.Key, [.. lesson]);
        Mistakes(page, report.Mistakes);
        Equal(page, report.Equal);
        var remarks = graded.Where(one => one.Remarks.Count > 0).ToList();
        if (remarks.Count > 0)
        {
            page.Append("<h2>To be read by a person</h2>\n<ul>\n");
            foreach (var one in remarks) page.Append($"<li><strong>{Text(one.Student.Name)}</strong>, {Text(one.Lesson!)}: {Text(string.Join("; ", one.Remarks))}.</li>\n");
            page.Append("</ul>\n");
        }
        if (failures.Count > 0)
        {
            page.Append("<h2>Not graded</h2>\n<ul>\n");
            foreach (var one in failures) page.Append($"<li><strong>{Text(one.Student.Name)}</strong>: {Text(one.Place)} {Text(one.Failure!)}</li>\n");
            page.Append("</ul>\n");
        }
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Glance(StringBuilder page, string lesson, IReadOnlyList<GradedLesson> students)
    {
        var exercises = students[0].Grades.Select(grade => grade.Exercise).ToList();
        page.Append($"<h2>{Text(lesson)}</h2>\n<p class=\"legend\">{string.Join(" &emsp; ", Signs.Where(sign => students.Any(one => one.Grades.Any(grade => grade.Verdict == sign.Key))).Select(sign => $"<span class=\"{sign.Key}\">{sign.Value.Sign}</span> {sign.Value.Word}"))}</p>\n")
            .Append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Exercises by student\"><table class=\"glance\">\n<thead><tr><th scope=\"col\">student</th>");
        foreach (var exercise in exercises) page.Append($"<th scope=\"col\">{exercise}</th>");
        page.Append("<th scope=\"col\">right</th></tr>\n<tr class=\"share\"><th scope=\"row\">of the class</th>");
        foreach (var exercise in exercises)
            page.Append(CultureInfo.InvariantCulture, $"<td>{students.Count(one => one.Grades.Any(grade => grade.Exercise == exercise && grade.Verdict == GradeWords.Passed)) * 100.0 / students.Count:0} %</td>");
        page.Append("<td></td></tr></thead>\n<tbody>\n");
        foreach (var one in students.OrderBy(one => one.Student.Name, StringComparer.OrdinalIgnoreCase))
        {
            page.Append($"<tr><th scope=\"row\">{Text(one.Student.Name)}</th>");
            foreach (var grade in one.Grades)
            {
                var says = grade.Mistake ?? grade.Says;
                page.Append($"<td class=\"{grade.Verdict}\" title=\"{grade.Exercise}: {Signs[grade.Verdict].Word}{(says is null ? "" : ". " + Text(says))}\">{Signs[grade.Verdict].Sign}</td>");
            }
            page.Append(CultureInfo.InvariantCulture, $"<td>{one.Passed}</td></tr>\n");
        }
        page.Append("</tbody>\n</table></div>\n");
    }

    private static void Mistakes(StringBuilder page, IReadOnlyList<ClassMistake> mistakes)
    {
        if (mistakes.Count == 0) return;
        page.Append("<h2>The most frequent mistakes</h2>\n<ol class=\"mistakes\">\n");
        foreach (var mistake in mistakes.Take(MostMistakes))
            page.Append(CultureInfo.InvariantCulture, $"<li><p><strong>{mistake.Count}</strong> of {mistake.OutOf} at {mistake.Exercise}: {Text(mistake.Sentence)}</p><pre>{Text(mistake.Example)}</pre></li>\n");
        page.Append("</ol>\n");
        if (mistakes.Count > MostMistakes) page.Append($"<p>{mistakes.Count - MostMistakes} rarer ones stand in grades.csv.</p>\n");
    }

    private static void Equal(StringBuilder page, IReadOnlyList<EqualAnswer> equal)
    {
        page.Append("<h2>Equal answers</h2>\n<p>Long answers that are the same but for spaces and comments, and that few in the class share. Equal is no proof of anything: ask.</p>\n");
        if (equal.Count == 0)
        {
            page.Append("<p>None.</p>\n");
            return;
        }
        page.Append("<ul class=\"mistakes\">\n");
        foreach (var one in equal) page.Append($"<li><p>{one.Exercise} ({Signs[one.Verdict].Word}): {string.Join(", ", one.Students.Select(student => Text(student.Name)))}</p><pre>{Text(one.Answer)}</pre></li>\n");
        page.Append("</ul>\n");
    }

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private const string Style = """
        :root { color-scheme: light dark; --ink: #1c1e21; --paper: #fdfdfc; --soft: #5a5f66; --line: #d5d7da; --well: #f2f2f0; --good: #0b6b4f; --bad: #a8400a; --open: #6a6f76; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e4e0; --paper: #17191c; --soft: #a2a7ad; --line: #3a3e44; --well: #212429; --good: #5fd0a6; --bad: #ff9a66; --open: #8f959c; } }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
        main { max-width: 62rem; margin: 0 auto; padding: 1rem 1rem 4rem; }
        h1 { font-size: 1.7rem; line-height: 1.2; margin: 1rem 0 .5rem; }
        h2 { font-size: 1.2rem; margin: 2.2rem 0 .4rem; overflow-wrap: anywhere; }
        .legend { color: var(--soft); font-size: .9rem; }
        .scroll { overflow: auto; max-height: 85vh; width: fit-content; max-width: 100%; border: 1px solid var(--line); }
        table.glance { border-collapse: separate; border-spacing: 0; font-variant-numeric: tabular-nums; }
        .glance th, .glance td { padding: .12rem .7rem; border-bottom: 1px solid var(--line); text-align: center; white-space: nowrap; }
        .glance tr > :first-child { position: sticky; left: 0; background: var(--paper); text-align: left; font-weight: 400; max-width: 16rem; overflow: hidden; text-overflow: ellipsis; border-right: 1px solid var(--line); }
        .glance thead { position: sticky; top: 0; z-index: 1; background: var(--paper); }
        .glance thead th { font-weight: 600; }
        .share td, .share th { color: var(--soft); }
        .passed { color: var(--good); font-weight: 700; }
        .failed, .broken, .out-of-time { color: var(--bad); font-weight: 700; }
        .not-done, .missing, .unchecked { color: var(--open); }
        .mistakes li { margin-bottom: 1rem; }
        .mistakes p { margin: 0 0 .3rem; overflow-wrap: anywhere; }
        pre { margin: 0; padding: .5rem .7rem; background: var(--well); border: 1px solid var(--line); overflow-x: auto; font: .85rem/1.45 ui-monospace, monospace; }
        @media (max-width: 40rem) { .glance th, .glance td { padding: .12rem .45rem; } .glance tr > :first-child { max-width: 9rem; } ol.mistakes, ul.mistakes { padding-left: 1.3rem; } }
        @media print { .scroll { max-height: none; } }

        """;
}
