using LogRegCourse.App.Export;
using LogRegCourse.App.Running;
using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>A course as a live site on a plain host.</summary>
internal sealed class LiveSiteHost : IDoor
{
    private static readonly Lazy<string> Runtime = new(() => BrowserRuntime.Build(new CourseFolder(Repository.Root)));
    private static readonly Lazy<IReadOnlyList<PackageLibrary>> Packages = new(() => PackagesOfLessons.Restore([new([new LogRegCourse.Studio.Notebooks.CodeCell("setup", CourseCopy.Setup, default)], default)]));

    private static LiveSiteHost? _shared;

    private readonly TempFolder _site;
    private readonly bool _isShared;
    private StaticHost _host;

    private LiveSiteHost(StaticHost host, TempFolder site, bool isShared) => (_host, _site, _isShared) = (host, site, isShared);

    public Uri Origin => _host.Origin;

    public bool HasReturningReaders => _isShared;

    /// <summary>
    /// The course at the address that tests share, one after the other: the program is the same in every site,
    /// and a browser that has been there has it.
    /// </summary>
    public static async Task<LiveSiteHost> StartAsync(CourseCopy course)
    {
        if (_shared is null) _shared = await StartSharedAsync(course);
        else _shared.Replace(course);
        return _shared;
    }

    /// <summary>The course at an address of its own, where nobody has been before; it can be turned off and renewed.</summary>
    public static async Task<LiveSiteHost> StartAloneAsync(CourseCopy course)
    {
        var site = new TempFolder();
        await LayProgramAsync(course, site.Path);
        Write(course, site.Path);
        return new(await StaticHost.StartAsync(site.Path), site, isShared: false);
    }

    /// <summary>Puts the packed program where a site will be written: packing it is most of that work, and is done once.</summary>
    public static async Task LayProgramAsync(CourseCopy course, string site) => Copy((_shared ??= await StartSharedAsync(course))._site.Path, site);

    /// <summary>Writes the site that the host has anew, as when the course has changed.</summary>
    public void Publish(CourseCopy course) => Write(course, _site.Path);

    /// <summary>The host is out of reach.</summary>
    public async Task TurnOffAsync() => await _host.DisposeAsync();

    /// <summary>It is back, at the same address.</summary>
    public async Task TurnOnAsync() => _host = await StaticHost.StartAsync(_site.Path, port: Origin.Port);

    public Task GoToLessonAsync(IPage page, string lesson) => page.GotoAsync($"{Origin}{lesson}.html");

    public async ValueTask DisposeAsync()
    {
        if (_isShared) return;
        await _host.DisposeAsync();
        _site.Dispose();
    }

    // Other lessons, but no new version of the site, which a page would be told of.
    private void Replace(CourseCopy course)
    {
        foreach (var file in Directory.GetFiles(_site.Path, "*.html").Concat(Directory.GetFiles(Path.Combine(_site.Path, "course")))) File.Delete(file);
        var serviceWorker = _site.PathOf("service-worker.js");
        var before = File.ReadAllText(serviceWorker);
        Write(course, _site.Path);
        File.WriteAllText(serviceWorker, before);
    }

    private static async Task<LiveSiteHost> StartSharedAsync(CourseCopy course)
    {
        var site = new TempFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => site.Dispose();
        Write(course, site.Path);
        return new(await StaticHost.StartAsync(site.Path), site, isShared: true);
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
