using LogRegCourse.App.Export;
using LogRegCourse.App.Running;
using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>A course as a live site on a plain host.</summary>
internal sealed class LiveSiteHost : IDoor
{
    private static readonly Lazy<string> Runtime = new(() => BrowserRuntime.Build(new CourseFolder(Repository.Root)));
    private static readonly Lazy<IReadOnlyList<PackageLibrary>> Packages = new(() => PackagesOfLessons.Restore([new([new LogRegCourse.Studio.Notebooks.CodeCell("setup", CourseCopy.Setup, default)], default)]));

    private static string? _packed;

    private StaticHost _host;
    private readonly TempFolder _site;

    private LiveSiteHost(StaticHost host, TempFolder site) => (_host, _site) = (host, site);

    public Uri Origin => _host.Origin;

    public static async Task<LiveSiteHost> StartAsync(CourseCopy course)
    {
        var site = new TempFolder();
        // The program is the same in every site, and packing it is most of the work: it is done once.
        if (_packed is { } earlier) Copy(earlier, site.Path);
        Write(course, site.Path);
        if (_packed is null) KeepPacked(site.Path);
        return new(await StaticHost.StartAsync(site.Path), site);
    }

    /// <summary>Writes the site that the host has anew, as when the course has changed.</summary>
    public void Publish(CourseCopy course) => Write(course, _site.Path);

    /// <summary>The host is out of reach.</summary>
    public async Task TurnOffAsync() => await _host.DisposeAsync();

    /// <summary>It is back, at the same address.</summary>
    public async Task TurnOnAsync() => _host = await StaticHost.StartAsync(_site.Path, port: Origin.Port);

    public Task GoToLessonAsync(IPage page, string lesson) => page.GotoAsync($"{Origin}{lesson}.html");

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _site.Dispose();
    }

    private static void KeepPacked(string site)
    {
        var kept = new TempFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => kept.Dispose();
        Copy(site, kept.Path);
        _packed = kept.Path;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in new[] { "assets/runtime", "packages" }.Select(folder => Path.Combine(from, folder)).Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.z", SearchOption.AllDirectories)))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static void Write(CourseCopy course, string site) => LiveSite.Write(
        [.. Directory.GetFiles(course.Notebooks, "*.ipynb").Select(path => (Path.GetFileNameWithoutExtension(path), course.Read(Path.GetFileNameWithoutExtension(path))))],
        new CourseFolder(course.Root), Runtime.Value, Packages.Value, site, WebAssets.Built);
}
