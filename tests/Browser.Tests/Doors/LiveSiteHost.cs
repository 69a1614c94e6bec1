using LogRegCourse.App.Export;
using LogRegCourse.App.Running;
using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>A course as a live site on a plain host.</summary>
internal sealed class LiveSiteHost : IDoor
{
    private static readonly Lazy<string> Runtime = new(() => BrowserRuntime.Build(new CourseFolder(Repository.Root)));
    private static readonly Lazy<IReadOnlyList<PackageLibrary>> Packages = new(() => PackagesOfLessons.Restore([new([new LogRegCourse.Studio.Notebooks.CodeCell("setup", CourseCopy.Setup, default)], default)]));

    private readonly StaticHost _host;
    private readonly TempFolder _site;

    private LiveSiteHost(StaticHost host, TempFolder site) => (_host, _site) = (host, site);

    public Uri Origin => _host.Origin;

    public static async Task<LiveSiteHost> StartAsync(CourseCopy course)
    {
        var site = new TempFolder();
        Write(course, site.Path);
        return new(await StaticHost.StartAsync(site.Path), site);
    }

    /// <summary>Writes the site that the host has anew, as when the course has changed.</summary>
    public void Publish(CourseCopy course) => Write(course, _site.Path);

    public Task GoToLessonAsync(IPage page, string lesson) => page.GotoAsync($"{Origin}{lesson}.html");

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _site.Dispose();
    }

    private static void Write(CourseCopy course, string site) => LiveSite.Write(
        [.. Directory.GetFiles(course.Notebooks, "*.ipynb").Select(path => (Path.GetFileNameWithoutExtension(path), course.Read(Path.GetFileNameWithoutExtension(path))))],
        new CourseFolder(course.Root), Runtime.Value, Packages.Value, site, WebAssets.Built);
}
