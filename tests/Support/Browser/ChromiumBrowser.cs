using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>One Chromium for all tests of this project; each test opens a context of its own.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    /// <summary>How long a page may take; nothing is learnt from a slow machine.</summary>
    public const float PatienceMilliseconds = 90_000;

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--enable-unsafe-swiftshader",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

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
        if (_browser is null) OptionalTool.Missing("Chromium");
        var context = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return await WatchedPage.CreateAsync(context, origin);
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
