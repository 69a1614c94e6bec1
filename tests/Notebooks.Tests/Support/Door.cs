using System.Text.Json;
using LogRegCourse.Testing;

namespace LogRegCourse.Notebooks.Tests.Support;

/// <summary>A way to run lessons: every chosen lesson once, as many at a time as there are processors, from when the first is asked for.</summary>
public abstract class Door : IAsyncDisposable
{
    private readonly SemaphoreSlim _places = new(Environment.ProcessorCount);
    private readonly Lazy<Dictionary<string, Task<JsonElement>>> _executed;

    // The longest first, so that none of them is left over at the end.
    protected Door() => _executed = new(() => Lesson.All.Where(lesson => ChosenLessons.Has(lesson.Name)).OrderByDescending(lesson => lesson.Code.Count()).ToDictionary(lesson => lesson.Name, lesson => Task.Run(() => RunInTurnAsync(lesson.Name))));

    /// <summary>The notebook that the door leaves behind.</summary>
    public Task<JsonElement> ExecutedAsync(string lesson) => _executed.Value[lesson];

    public virtual async ValueTask DisposeAsync()
    {
        if (_executed.IsValueCreated) await Task.WhenAll(_executed.Value.Values).ContinueWith(_ => { }, TaskScheduler.Default);
        _places.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <returns>The file of the executed lesson.</returns>
    protected abstract Task<string> RunAsync(string lesson);

    private async Task<JsonElement> RunInTurnAsync(string lesson)
    {
        await _places.WaitAsync();
        try
        {
            return JsonElement.Parse(await File.ReadAllBytesAsync(await RunAsync(lesson)));
        }
        finally
        {
            _places.Release();
        }
    }
}
