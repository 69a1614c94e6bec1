using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>A browser page together with everything it said and every outside request it tried (all are refused).</summary>
internal sealed class WatchedPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Func<ValueTask> _leave;

    private WatchedPage(IBrowserContext context, IPage page, Func<ValueTask> leave) => (_context, Page, _leave) = (context, page, leave);

    public IPage Page { get; }

    public ConcurrentQueue<string> ConsoleErrors { get; } = [];

    public ConcurrentQueue<string> OutsideRequests { get; } = [];

    public static async Task<WatchedPage> CreateAsync(IBrowserContext context, string? origin, Func<ValueTask> leave)
    {
        var watched = new WatchedPage(context, await context.NewPageAsync(), leave);
        await watched.AddAsync(watched.Page, origin);
        return watched;
    }

    /// <summary>A second page of the same reader: the same cookies, the same watch.</summary>
    public async Task<IPage> AnotherAsync(string? origin)
    {
        var page = await _context.NewPageAsync();
        await AddAsync(page, origin);
        return page;
    }

    public void AssertQuiet()
    {
        Assert.Empty(OutsideRequests);
        Assert.Empty(ConsoleErrors);
    }

    public ValueTask DisposeAsync() => _leave();

    private async Task AddAsync(IPage page, string? origin)
    {
        page.SetDefaultTimeout(ChromiumBrowser.PatienceMilliseconds);
        page.Console += (_, message) => { if (message.Type == "error") ConsoleErrors.Enqueue(message.Text); };
        page.PageError += (_, error) => ConsoleErrors.Enqueue(error);
        await page.RouteAsync("**/*", async route =>
        {
            var url = route.Request.Url;
            if (url.StartsWith("file:", StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal)
                || url.StartsWith("blob:", StringComparison.Ordinal) || (origin is not null && url.StartsWith(origin, StringComparison.Ordinal)))
            {
                await route.ContinueAsync();
                return;
            }
            OutsideRequests.Enqueue(url);
            await route.AbortAsync();
        });
    }
}
