using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>Pictures of what the tests saw, for people: artifacts/screenshots, ignored by git.</summary>
internal static class Screenshots
{
    public static Task KeepAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Artifacts, "screenshots", name + ".png"), FullPage = true });
}
