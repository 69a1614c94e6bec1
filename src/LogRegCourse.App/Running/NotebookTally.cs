using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.App.Running;

/// <summary>What an executed notebook shows: its code cells, charts and verdicts.</summary>
internal sealed record NotebookTally(int Cells, int Charts, int Passed, int Failed, int NotDone)
{
    public static NotebookTally Nothing { get; } = new(0, 0, 0, 0, 0);

    public static NotebookTally Of(Notebook notebook)
    {
        var code = notebook.Cells.OfType<CodeCell>().ToList();
        var bundles = code.SelectMany(cell => cell.Outputs).Select(output => output.Bundle).OfType<MimeBundle>().ToList();
        // An exercise checked twice counts once, as it was checked last.
        var verdicts = bundles.Select(VerdictOf).OfType<(string Id, string Verdict)>()
            .GroupBy(verdict => verdict.Id).Select(group => group.Last().Verdict).ToList();
        return new NotebookTally(
            code.Count,
            bundles.Count(bundle => bundle.Has(MimeBundle.Plotly)),
            verdicts.Count(verdict => verdict == "passed"),
            verdicts.Count(verdict => verdict == "failed"),
            verdicts.Count(verdict => verdict == "not-done"));
    }

    private static (string Id, string Verdict)? VerdictOf(MimeBundle bundle) =>
        bundle.Json(MimeBundle.Check) is { } check ? (check.GetProperty("id").GetString()!, check.GetProperty("verdict").GetString()!) : null;
}
