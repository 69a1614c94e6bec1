using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using LogRegCourse.Studio.Protocol;
using LogRegCourse.Testing;

namespace LogRegCourse.Notebooks.Tests.Support;

/// <summary>The Studio, told to run a lesson and to save it in the words that its page uses.</summary>
public sealed class StudioDoor : Door
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private readonly CourseCopy _course = CourseCopy.OfAllLessons();
    private readonly Lazy<Task<StudioProcess>> _studio;

    public StudioDoor() => _studio = new(() => StudioProcess.StartAsync(_course));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_studio.IsValueCreated) await (await _studio.Value).DisposeAsync();
        _course.Dispose();
    }

    protected override async Task<string> RunAsync(string lesson)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var page = await OpenAsync(lesson, limit.Token);
        var opened = await UntilAsync<NotebookOpened>(page, _ => true, limit.Token);
        await SendAsync(page, new RunCells([.. opened.Cells.Where(cell => cell.Kind == "code").Select(cell => cell.Id)]), limit.Token);
        await UntilAsync<KernelPhaseChanged>(page, kernel => kernel.Phase == "busy", limit.Token);
        await UntilAsync<KernelPhaseChanged>(page, kernel => kernel.Phase != "busy", limit.Token);
        await SendAsync(page, new SaveNow(), limit.Token);
        await UntilAsync<SaveStateChanged>(page, saved => saved.IsSaved, limit.Token);
        return _course.PathOf(lesson);
    }

    private async Task<ClientWebSocket> OpenAsync(string lesson, CancellationToken limit)
    {
        var studio = await _studio.Value;
        var socket = new ClientWebSocket();
        socket.Options.Cookies = new CookieContainer();
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = socket.Options.Cookies });
        await browser.GetAsync(studio.AddressWithToken, limit);
        socket.Options.SetRequestHeader("Origin", studio.Origin.ToString().TrimEnd('/'));
        await socket.ConnectAsync(new Uri($"ws://{studio.Origin.Authority}/lessons/{lesson}/socket"), limit);
        return socket;
    }

    private static async Task SendAsync(ClientWebSocket page, PageCommand command, CancellationToken limit) =>
        await page.SendAsync(JsonSerializer.SerializeToUtf8Bytes(command, PageJson.Default.PageCommand), WebSocketMessageType.Text, endOfMessage: true, limit);

    private static async Task<T> UntilAsync<T>(ClientWebSocket page, Func<T, bool> isWanted, CancellationToken limit)
        where T : PageNews
    {
        while (true)
            if (await NextAsync(page, limit) is T news && isWanted(news)) return news;
    }

    private static async Task<PageNews?> NextAsync(ClientWebSocket page, CancellationToken limit)
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var part = await page.ReceiveAsync(buffer, limit);
            Assert.Equal(WebSocketMessageType.Text, part.MessageType);
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return JsonSerializer.Deserialize(message.ToArray(), PageJson.Default.PageNews);
        }
    }
}
