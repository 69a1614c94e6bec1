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
            new CheckSummary(run.Tally.Passed, run.Tally.Failed, run.Tally.NotDone)))]);

    public string ToJson() => JsonSerializer.Serialize(this, SummaryJson.Default.RunSummary);
}

/// <summary>One notebook's figures. Failed is 0 or 1, for a run ends at the first cell that fails.</summary>
internal sealed record NotebookSummary(string Name, int Cells, int Failed, double Seconds, int Charts, CheckSummary Checks);

internal sealed record CheckSummary(int Passed, int Failed, int NotDone);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RunSummary))]
internal sealed partial class SummaryJson : JsonSerializerContext;
