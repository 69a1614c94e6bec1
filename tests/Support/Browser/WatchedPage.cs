using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>A browser page together with everything it said and every request outside that it tried (all are refused).</summary>
internal sealed class WatchedPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Func<ValueTask> _leave;

    private WatchedPage(IBrowserContext context, IPage page, ConcurrentQueue<string> outside, Func<ValueTask> leave) =>
        (_context, Page, OutsideRequests, _leave) = (context, page, outside, leave);

    public IPage Page { get; }

    public ConcurrentQueue<string> ConsoleErrors { get; } = [];

    public ConcurrentQueue<string> OutsideRequests { get; }

    public static async Task<WatchedPage> CreateAsync(IBrowserContext context, string? origin, ConcurrentQueue<string> outside, Func<ValueTask> leave)
    {
        var watched = new WatchedPage(context, await context.NewPageAsync(), outside, leave);
        watched.Add(watched.Page, origin);
        return watched;
    }

    /// <summary>A second page of the same reader: the same cookies, the same watch.</summary>
    public async Task<IPage> AnotherAsync(string? origin)
    {
        var page = await _context.NewPageAsync();
        Add(page, origin);
        return page;
    }

    public void AssertQuiet()
    {
        Assert.Empty(OutsideRequests);
        Assert.Empty(ConsoleErrors);
    }

    public ValueTask DisposeAsync() => _leave();

    private void Add(IPage page, string? origin)
    {
        page.SetDefaultTimeout(ChromiumBrowser.PatienceMilliseconds);
        page.Console += (_, message) => { if (message.Type == "error") ConsoleErrors.Enqueue(message.Text); };
        page.PageError += (_, error) => ConsoleErrors.Enqueue(error);
        if (origin is null) return;
        // The proxy is not asked for what lies beside the site on the same host.
        var host = new Uri(origin).GetLeftPart(UriPartial.Authority) + "/";
        page.Request += (_, request) =>
        {
            if (request.Url.StartsWith(host, StringComparison.Ordinal) && !request.Url.StartsWith(origin, StringComparison.Ordinal)) OutsideRequests.Enqueue(request.Url);
        };
    }
}
