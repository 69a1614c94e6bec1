using System.Text.Json;
using System.Text.Json.Serialization;

namespace LogRegCourse.Notebooks.Tests.Support;

/// <summary>What <c>run --json</c> prints.</summary>
public sealed record RunSummary(IReadOnlyList<NotebookSummary> Notebooks)
{
    public static RunSummary Read(string json) => JsonSerializer.Deserialize<RunSummary>(json, JsonSerializerOptions.Web)!;

    public NotebookSummary Of(string lesson) => Notebooks.Single(notebook => notebook.Name == lesson);
}

/// <summary>One notebook of a run.</summary>
public sealed record NotebookSummary(string Name, int Cells, int Failed, int Charts, CheckCounts Checks);

/// <summary>Verdicts of exercises and derivations.</summary>
public sealed record CheckCounts(int Passed, int Failed, [property: JsonPropertyName("notDone")] int NotDone);
