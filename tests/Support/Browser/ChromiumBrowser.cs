using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>
/// One Chromium for all tests of this project. Each test opens a context of its own, but for the first reader at an address
/// that tests share: the same browser comes back, with the program in its caches and nothing that a page has kept.
/// </summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    /// <summary>How long a page may take; nothing is learnt from a slow machine.</summary>
    public const float PatienceMilliseconds = 90_000;

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--enable-unsafe-swiftshader",
    ];

    // The pages of the course are another's in the next test.
    private const string ForgetWhatPagesKept =
        """
        async () => {
          localStorage.clear();
          for (const { name } of await indexedDB.databases())
            await new Promise((resolve, reject) => Object.assign(indexedDB.deleteDatabase(name), { onsuccess: resolve, onerror: reject }));
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys())
              if (!/\/(assets|packages|course\/files)\//.test(request.url)) await cache.delete(request);
          }
        }
        """;

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private (IBrowserContext Context, ShutProxy Way)? _returning;
    private bool _isThere;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        if (FindChromium() is not { } path) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Quiet });
    }

    /// <summary>A page that may reach nothing but files and the given origin; what it tried and said is recorded.</summary>
    internal async Task<WatchedPage> OpenAsync(string? origin = null, int width = 1280, int height = 900, bool dark = false)
    {
        var (context, way) = await NewContextAsync(origin, width, height, dark);
        return await WatchedPage.CreateAsync(context, origin, way.Asked, async () =>
        {
            await context.DisposeAsync();
            way.Dispose();
        });
    }

    /// <summary>The same at a door.</summary>
    internal async Task<WatchedPage> OpenAsync(IDoor door, int width = 1280, int height = 900, bool dark = false)
    {
        var origin = door.Origin.ToString();
        if (!door.HasReturningReaders || _isThere) return await OpenAsync(origin, width, height, dark);
        _isThere = true;
        var (context, way) = _returning ??= await NewContextAsync(origin, width, height, dark);
        way.Asked.Clear();
        var opened = await WatchedPage.CreateAsync(context, origin, way.Asked, LeaveAsync);
        await opened.Page.SetViewportSizeAsync(width, height);
        await opened.Page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
        // A file of the site that no script is in.
        await opened.Page.GotoAsync($"{origin}assets/runtime/later.txt");
        await opened.Page.EvaluateAsync(ForgetWhatPagesKept);
        return opened;
    }

    private async ValueTask LeaveAsync()
    {
        var context = _returning!.Value.Context;
        foreach (var page in context.Pages.ToList()) await page.CloseAsync();
        await context.ClearPermissionsAsync();
        _isThere = false;
    }

    private async Task<(IBrowserContext Context, ShutProxy Way)> NewContextAsync(string? origin, int width, int height, bool dark)
    {
        if (_browser is null) OptionalTool.Missing("Chromium");
        var way = new ShutProxy();
        var context = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            Proxy = new() { Server = way.Address, Bypass = origin is null ? null : new Uri(origin).Authority },
        });
        return (context, way);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    // The shell first: the same engine without the windows of a desktop, which cost a third of a test's processor time.
    private static string? FindChromium() =>
        new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
}
