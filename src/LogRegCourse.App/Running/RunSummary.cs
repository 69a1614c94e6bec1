using System.Text.Json;
using System.Text.Json.Serialization;

namespace LogRegCourse.App.Running;

/// <summary>What <c>run --json</c> prints, for programs to read.</summary>
internal sealed record RunSummary(IReadOnlyList<NotebookSummary> Notebooks)
{
    public static RunSummary Of(IEnumerable<NotebookRun> runs) =>
        new([.. runs.Select(run => new NotebookSummary(
            run.Name,
            run.Tally.Cells,
            run.Failure is null ? 0 : 1,
            Math.Round(run.Time.TotalSeconds, 3),
            run.Tally.Charts,
            run.Tally.Checks,
            run.Tally.Exercises))]);

    public string ToJson() => JsonSerializer.Serialize(this, SummaryJson.Default.RunSummary);
}

/// <summary>One notebook's figures. Failed is 0 or 1, for a run ends at the first cell that fails. Checks: exercises and worked
/// examples together.</summary>
internal sealed record NotebookSummary(string Name, int Cells, int Failed, double Seconds, int Charts, Verdicts Checks, Verdicts Exercises);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RunSummary))]
internal sealed partial class SummaryJson : JsonSerializerContext;
