using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using LogRegCourse.Testing;

namespace LogRegCourse.Notebooks.Tests.Support;

/// <summary>All lessons run once as students find them and once with the solutions, by the course's own command line.</summary>
public sealed class ExecutedCourse : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("logregcourse-lessons-").FullName;

    private readonly ConcurrentDictionary<string, IReadOnlyList<ExecutedCell>> _cells = new();

    public RunSummary Untouched { get; private set; } = new([]);

    public RunSummary Solved { get; private set; } = new([]);

    /// <summary>The cells of an untouched lesson with what they gave.</summary>
    public IReadOnlyList<ExecutedCell> Cells(string lesson) =>
        _cells.GetOrAdd(lesson, name => [.. Notebook(name).GetProperty("cells").EnumerateArray().Select(ExecutedCell.Read)]);

    /// <summary>An untouched lesson's executed copy.</summary>
    public JsonElement Notebook(string lesson) => JsonElement.Parse(File.ReadAllBytes(Path.Combine(_folder, "untouched", lesson + ".ipynb")));

    /// <summary>What one cell of an untouched lesson showed.</summary>
    public Shown Shown(string lesson, string cell) => new(Cells(lesson).Single(executed => executed.Cell.Id == cell));

    public async ValueTask InitializeAsync()
    {
        Untouched = await RunAsync("--out", Path.Combine(_folder, "untouched"));
        Solved = await RunAsync("--solutions", "--out", Path.Combine(_folder, "solved"));
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task<RunSummary> RunAsync(params string[] options)
    {
        var app = Repository.PathOf("artifacts", "bin", "LogRegCourse.App", JupyterKernel.Configuration, "LogRegCourse.App.dll");
        var start = new ProcessStartInfo("dotnet", [app, "run", "--json", .. ChosenLessons.Words, .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        start.Environment["LOGREGCOURSE_PROGRESS"] = "off";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var summary = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return summary.TrimStart().StartsWith('{')
            ? RunSummary.Read(summary)
            : throw new InvalidOperationException($"run ended with {process.ExitCode}: {await errors}");
    }
}

[CollectionDefinition(Name)]
public sealed class ExecutedCourseCollection : ICollectionFixture<ExecutedCourse>
{
    public const string Name = "executed course";
}
