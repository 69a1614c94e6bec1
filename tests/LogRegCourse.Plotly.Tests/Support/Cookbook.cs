using Plotly.NET;

namespace LogRegCourse.Plotly.Tests.Support;

/// <summary>The figures of the cookbook's cells, drawn once for all tests.</summary>
public sealed class Cookbook : IAsyncLifetime
{
    public Dictionary<string, string> Figures { get; } = [];

    public static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, name);

    public async ValueTask InitializeAsync()
    {
        var state = await NotebookScript.StartAsync();
        foreach (var file in Directory.GetFiles(Folder("Cookbook"), "*.csx").Order(StringComparer.Ordinal))
        {
            state = await state.ContinueWithAsync(await File.ReadAllTextAsync(file));
            if (state.ReturnValue is GenericChart chart) Figures[Path.GetFileNameWithoutExtension(file)] = GenericChart.toFigureJson(chart);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
