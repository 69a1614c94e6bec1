using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LogRegCourse.App.Running;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Studio.Protocol;
using LogRegCourse.Studio.State;

namespace LogRegCourse.App.Export;

/// <summary>
/// A site whose lessons run in the reader's browser, for any folder of any host: pages to read, the Studio's scripts, the
/// program for the workers, packages, and the course's files.
/// </summary>
internal static class LiveSite
{
    private const string CourseInWorker = "/course";

    // Not .gz, which some hosts unpack on the way and others do not.
    private const string Packed = ".z";

    // Of the cluster: a browser has no sockets for the silos of Orleans, and the partitions do without. But its runtime ends
    // when it meets an attribute whose library is not there, and the cluster's own library carries Orleans' for what travels.
    private static readonly string[] ForBrowsers = ["LogRegCourse.Cluster.*", "Orleans.Serialization*.dll"];

    /// <param name="executed">The lessons as they were executed.</param>
    /// <param name="course">The course's folder, for what lessons read.</param>
    /// <param name="runtime">The folder of the program for the workers.</param>
    /// <param name="packages">The libraries of the packages that the lessons name.</param>
    /// <param name="site">Where the site goes.</param>
    /// <param name="assets">The pages' scripts and styles.</param>
    public static void Write(
        IReadOnlyList<(string Name, Notebook Notebook)> executed, CourseFolder course, string runtime, IReadOnlyList<PackageLibrary> packages, string site, WebAssets assets)
    {
        var lessons = executed.Select(notebook => new Lesson(notebook.Name, notebook.Notebook)).OrderBy(lesson => lesson.Name, StringComparer.Ordinal).ToList();
        foreach (var file in Directory.EnumerateFiles(assets.Folder, "*", SearchOption.AllDirectories))
            Put(file, Path.Combine(site, "assets", Path.GetRelativePath(assets.Folder, file)));
        foreach (var file in Directory.EnumerateFiles(runtime))
        {
            var target = Path.Combine(site, "assets", "runtime", Path.GetFileName(file));
            if (Path.GetExtension(file) is ".dll" or ".wasm") Pack(file, target + Packed);
            else if (Path.GetExtension(file) is ".js") Put(file, target);
        }
        File.WriteAllText(Path.Combine(site, "assets", "runtime", "later.txt"), string.Join('\n', BrowserRuntime.Libraries(runtime, isLater: true)));
        File.WriteAllText(Path.Combine(site, "index.html"), LivePage.Contents(lessons, assets));
        File.WriteAllText(Path.Combine(site, LivePage.OwnNotebookPage), LivePage.OwnNotebook(assets));
        for (var i = 0; i < lessons.Count; i++)
        {
            File.WriteAllText(Path.Combine(site, lessons[i].Page), LivePage.Lesson(lessons[i], lessons.ElementAtOrDefault(i - 1), lessons.ElementAtOrDefault(i + 1), assets));
            WriteLesson(lessons[i], course, Directory.CreateDirectory(Path.Combine(site, "course")).FullName);
        }
        File.WriteAllText(Path.Combine(site, "course", "course.json"), Settings(course, runtime, packages, site).ToJsonString());
        File.WriteAllText(Path.Combine(site, "app.webmanifest"), Manifest);
        WriteServiceWorker(site, assets);
    }

    private const string Manifest =
        $$"""
        {"name": "{{PageShell.CourseName}}", "short_name": "LogReg", "start_url": "index.html", "display": "standalone", "icons": [{"src": "assets/styles/icon.svg", "sizes": "any", "type": "image/svg+xml"}]}
        """;

    // What a page needs before anything has run, and what its worker opens.
    private static void WriteLesson(Lesson lesson, CourseFolder course, string folder)
    {
        var state = NotebookState.Of(lesson.Name, lesson.Notebook);
        // The course's own outputs are as trustworthy as its pages.
        state = state with { Cells = [.. state.Cells.Select(cell => cell with { AreOutputsStored = false })] };
        var opened = state.After(new PageCame(1)).Effects.OfType<Tell>().Single().News;
        File.WriteAllText(Path.Combine(folder, lesson.Name + ".opened.json"), System.Text.Json.JsonSerializer.Serialize(opened, PageJson.Default.PageNews));
        File.WriteAllText(Path.Combine(folder, lesson.Name + ".ipynb"), NotebookWriter.Write(lesson.Notebook));
        var solutions = Path.Combine(course.Notebooks, "solutions", lesson.Name + ".csx");
        File.WriteAllText(Path.Combine(folder, lesson.Name + ".csx"), File.Exists(solutions) ? File.ReadAllText(solutions) : "");
    }

    private static JsonObject Settings(CourseFolder course, string runtime, IReadOnlyList<PackageLibrary> packages, string site)
    {
        foreach (var library in packages) Pack(library.Path, Path.Combine(site, library.Address + Packed));
        var libraries = Path.Combine(course.Notebooks, "bin");
        return new()
        {
            ["folder"] = $"{CourseInWorker}/notebooks",
            ["files"] = Files(course, [.. Directory.EnumerateFiles(Path.Combine(course.Root, "data"), "*.csv"), .. Directory.EnumerateFiles(libraries)], site),
            ["ownFolders"] = Files(course, ForBrowsers.SelectMany(name => Directory.EnumerateFiles(Path.Combine(libraries, "cluster"), name)), site),
            ["references"] = string.Join('\n', BrowserRuntime.Libraries(runtime, isLater: false)),
            ["packages"] = string.Join('\n', packages.Select(library => $"{library.Package} {library.Version} {library.Address}{Packed}")),
        };
    }

    /// <summary>Puts files into the site: of each its place in the worker, and its address.</summary>
    private static JsonArray Files(CourseFolder course, IEnumerable<string> files, string site)
    {
        var placed = new JsonArray();
        foreach (var file in files.Where(file => Path.GetExtension(file) is ".csv" or ".dll" or ".xml").Order(StringComparer.Ordinal))
        {
            var relative = Path.GetRelativePath(course.Root, file).Replace('\\', '/');
            // A folder called bin is what many hosts and tools leave out.
            var address = $"course/files/{relative.Replace("/bin/", "/libraries/", StringComparison.Ordinal)}{Packed}";
            Pack(file, Path.Combine(site, address));
            placed.Add(new JsonArray($"{CourseInWorker}/{relative}", address));
        }
        return placed;
    }

    // The pages and scripts are there offline from the first visit on; the program follows when it is first used.
    private static void WriteServiceWorker(string site, WebAssets assets)
    {
        var all = Directory.EnumerateFiles(site, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(site, file).Replace('\\', '/'))
            .Where(file => file != "service-worker.js").Order(StringComparer.Ordinal).ToList();
        var later = all.Where(file => file.StartsWith("assets/runtime/", StringComparison.Ordinal) || file.StartsWith("course/files/", StringComparison.Ordinal) || file.StartsWith("packages/", StringComparison.Ordinal)).ToList();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in all) hash.AppendData(SHA256.HashData(File.ReadAllBytes(Path.Combine(site, file))));
        var version = Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
        var head = $"const VERSION = \"{version}\";\nconst PRECACHE = {List(["./", .. all.Except(later)])};\nconst LATER = {List(later)};\n";
        File.WriteAllText(Path.Combine(site, "service-worker.js"), head + File.ReadAllText(Path.Combine(assets.Folder, "browser", "service-worker.js")));
    }

    private static string List(IEnumerable<string> files) => new JsonArray([.. files.Select(file => JsonValue.Create(file))]).ToJsonString();

    // By gzip, which every browser undoes: hosts differ in what they send short, and many send libraries as they are.
    private static void Pack(string file, string target)
    {
        // What an earlier export packed is taken where it still holds.
        if (File.Exists(target) && File.GetLastWriteTimeUtc(target) > File.GetLastWriteTimeUtc(file)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var packed = new GZipStream(File.Create(target), CompressionLevel.SmallestSize);
        using var from = File.OpenRead(file);
        from.CopyTo(packed);
    }

    private static void Put(string file, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(file, target, overwrite: true);
    }
}
