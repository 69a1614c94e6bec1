using System.Net;
using System.Text.Json;

namespace LogRegCourse.App.Tests.Studio;

public sealed class StudioServerTests : IAsyncLifetime
{
    private RunningStudio _studio = null!;

    public async ValueTask InitializeAsync() => _studio = await RunningStudio.StartAsync();

    public ValueTask DisposeAsync() => _studio.DisposeAsync();

    [Theory]
    [InlineData("{\"cells\":")]
    [InlineData("this is no JSON")]
    [InlineData("{\"cells\":[],\"metadata\":{},\"nbformat\":9,\"nbformat_minor\":0}")]
    public async Task BrokenLesson_SaysWhatIsWrong_AndTheOthersStayOpen(string content)
    {
        File.WriteAllText(Path.Combine(_studio.Course.Folder.Notebooks, "02-broken.ipynb"), content);
        using var reader = await _studio.ReaderAsync();
        Assert.Contains("02-broken.ipynb", await reader.GetStringAsync(_studio.Gate.Address + "lessons/02-broken"));
        Assert.Contains("data-lesson=\"01-first\"", await reader.GetStringAsync(_studio.Gate.Address + "lessons/01-first"));
        Assert.Contains("02-broken", await reader.GetStringAsync(_studio.Gate.Address));
    }

    [Fact]
    public async Task Lesson_ThatIsNotThere_IsNotFound()
    {
        using var reader = await _studio.ReaderAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(_studio.Gate.Address + "lessons/99-nothing")).StatusCode);
    }

    [Fact]
    public async Task Lesson_OfAnyName_HasAnAddress()
    {
        using var reader = await _studio.ReaderAsync();
        _studio.Course.Add("03 own #1", ("title", "# My own"));
        const string Address = "lessons/03%20own%20%231";
        Assert.Contains($"href=\"/{Address}\"", await reader.GetStringAsync(_studio.Gate.Address));
        Assert.Contains("data-lesson=\"03 own #1\"", await reader.GetStringAsync(_studio.Gate.Address + Address));
    }

    [Fact]
    public async Task Download_AsNotebook_IsTheFileItself()
    {
        using var reader = await _studio.ReaderAsync();
        var file = await File.ReadAllBytesAsync(Path.Combine(_studio.Course.Folder.Notebooks, "01-first.ipynb"));
        Assert.Equal(file, await reader.GetByteArrayAsync(_studio.Gate.Address + "lessons/01-first.ipynb"));
    }

    [Fact]
    public async Task Search_FindsEveryWordInAnyCase()
    {
        using var reader = await _studio.ReaderAsync();
        _studio.Course.Add("02-second", ("title", "# Second\n\nThe Hessian of the loss."));
        Assert.Contains("02-second", await reader.GetStringAsync(_studio.Gate.Address + "search?q=hessian%20LOSS"));
        Assert.Equal("[]", await reader.GetStringAsync(_studio.Gate.Address + "search?q=hessian%20nowhere"));
        _studio.Course.Add("03-third", ("title", "# Third\n\n## By hand\n\n| **Newton's** step | $a * b$ and `code` |"));
        var hit = JsonElement.Parse(await reader.GetStringAsync(_studio.Gate.Address + "search?q=Newton’s"))[0];
        Assert.Contains("\"line\":\"Third\"", await reader.GetStringAsync(_studio.Gate.Address + "search?q=third"));
        Assert.Equal(("By hand", "Newton's step  $a * b$ and code"), (hit.GetProperty("section").GetString(), hit.GetProperty("line").GetString()));
        Assert.Equal("[]", await reader.GetStringAsync(_studio.Gate.Address + "search?q=%20"));
    }
}
