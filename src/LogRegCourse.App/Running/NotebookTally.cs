using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.App.Running;

/// <summary>What an executed notebook shows: its code cells, charts and verdicts.</summary>
internal sealed record NotebookTally(int Cells, int Charts, Verdicts Exercises, Verdicts Examples)
{
    /// <summary>Exercises and worked examples together.</summary>
    public Verdicts Checks => new(Exercises.Passed + Examples.Passed, Exercises.Failed + Examples.Failed, Exercises.NotDone + Examples.NotDone);

    public static NotebookTally Nothing { get; } = new(0, 0, new(0, 0, 0), new(0, 0, 0));

    public static NotebookTally Of(Notebook notebook)
    {
        var code = notebook.Cells.OfType<CodeCell>().ToList();
        var bundles = code.SelectMany(cell => cell.Outputs).Select(output => output.Bundle).OfType<MimeBundle>().ToList();
        // An exercise checked twice counts once, as it was checked last.
        var verdicts = bundles.Select(CheckVerdict.Of).OfType<CheckVerdict>()
            .GroupBy(check => check.Id).Select(group => group.Last())
            .ToLookup(check => check.Kind == "exercise", check => check.Verdict);
        return new NotebookTally(code.Count, bundles.Count(bundle => bundle.Has(MimeBundle.Plotly)), Verdicts.Of(verdicts[true]), Verdicts.Of(verdicts[false]));
    }
}

/// <summary>How many were passed, failed, and not done yet.</summary>
internal sealed record Verdicts(int Passed, int Failed, int NotDone)
{
    public static Verdicts Of(IEnumerable<string> verdicts)
    {
        var counts = verdicts.CountBy(verdict => verdict).ToDictionary();
        return new(counts.GetValueOrDefault("passed"), counts.GetValueOrDefault("failed"), counts.GetValueOrDefault("not-done"));
    }
}
