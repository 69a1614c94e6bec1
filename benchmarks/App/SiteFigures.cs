using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LogRegCourse.App.Export;
using LogRegCourse.App.Running;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Testing;
using Microsoft.Playwright;

namespace LogRegCourse.App.Benchmarks;

/// <summary>
/// The exported site in one Chromium, from 127.0.0.1, beside Pyodide's 1+1 and beside the Studio: one after the other in each
/// of five rounds, cold (a browser that was never there) and warm (the page loaded anew). Prints medians.
/// </summary>
internal static class SiteFigures
{
    private const int Rounds = 5;
    private const int MovesOfSlider = 15;
    private const float PatienceMilliseconds = 300_000;
    private const string PyodideVersion = "314.0.7";
    private const string Own = "99-benchmark";
    private const string WholeLesson = "01-why-the-sigmoid";
    private const string LessonWithSlider = "06-gradient-descent";

    private static readonly (string Id, string Source)[] OwnCells =
    [
        ("trivial", "1 + 1"),
        ("setup", CourseCopy.Setup),
        ("chart1", Chart(1)), ("chart2", Chart(2)), ("chart3", Chart(3)),
        ("loop", "Console.WriteLine(\"begun\"); while (true) { }"),
    ];

    private static readonly Dictionary<string, List<double>> Found = [];

    // In the page: no click of the test's own, no wait between two processes is in the figure.
    private const string Script =
        """
        globalThis.bench = {
          until: (holds, start = performance.now()) => new Promise((resolve, reject) => {
            const look = () => {
              if (holds()) { clearInterval(timer); resolve(performance.now() - start); }
              else if (performance.now() - start > 250000) { clearInterval(timer); reject(new Error(`not within 250 s: ${holds}`)); }
            };
            const timer = setInterval(look, 2);
          }),
          cell: id => document.querySelector(`#cell-${id}`),
          // From the click until the cell is idle again and `holds`.
          async run(id, holds = () => true) {
            const cell = bench.cell(id);
            const start = performance.now();
            let began = false;
            cell.querySelector(".run-button").click();
            return bench.until(() => { began ||= cell.dataset.phase !== "idle"; return began && cell.dataset.phase === "idle" && holds(cell); }, start);
          },
          drawn: cell => cell.querySelector("[data-drawn=true]"),
          async runAll() {
            const start = performance.now();
            document.querySelector("[data-do=run-all]").click();
            await bench.until(() => document.body.dataset.kernel === "busy");
            return bench.until(() => document.body.dataset.kernel === "ready", start);
          },
          async stop(id) {
            bench.cell(id).querySelector(".run-button").click();
            await bench.until(() => bench.cell(id).querySelector(".outputs").textContent.includes("begun"));
            await new Promise(resolve => setTimeout(resolve, 300));
            const start = performance.now();
            document.querySelector("[data-do=stop]").click();
            return bench.until(() => bench.cell(id).dataset.phase === "idle", start);
          },
          async slide(moves) {
            const range = document.querySelector(".live-input input[type=range]");
            const shown = range.closest(".live-input").querySelector(".live-value");
            const took = [];
            for (let i = 0; i < moves; i++) {
              const before = shown.textContent;
              range.valueAsNumber = Number(range.min) + (0.2 + 0.5 * ((i * 7) % moves) / moves) * (range.max - range.min);
              const start = performance.now();
              range.dispatchEvent(new Event("input", { bubbles: true }));
              took.push(await bench.until(() => shown.textContent !== before, start));
            }
            return took;
          },
        };
        """;

    private const string PyodidePage =
        """
        <!doctype html><meta charset="utf-8"><title>Pyodide</title>
        <script type="module">
          globalThis.first = async () => {
            const start = performance.now();
            const { loadPyodide } = await import("./pyodide.mjs");
            globalThis.python = await loadPyodide();
            if (python.runPython("1+1") !== 2) throw new Error("not 2");
            return performance.now() - start;
          };
          globalThis.again = () => { const start = performance.now(); python.runPython("1+1"); return performance.now() - start; };
        </script>
        """;

    public static async Task MeasureAsync()
    {
        using var folder = new TempFolder();
        using var course = CourseCopy.OfAllLessons();
        Console.WriteLine($"Writing the site (load of the machine {Load()}) …");
        WriteSite(folder.PathOf("run"), folder.PathOf("site"));
        var hasPyodide = FetchPyodide(Directory.CreateDirectory(folder.PathOf("other")).FullName);
        await using var host = await CountingHost.StartAsync(folder.PathOf("site"), folder.PathOf("other"));
        await using var studio = await StudioProcess.StartAsync(course);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Args = ["--no-sandbox", "--disable-gpu"] });
        for (var round = 1; round <= Rounds; round++)
        {
            Console.WriteLine($"Round {round} of {Rounds} (load {Load()}) …");
            var (context, page) = await OpenAsync(browser);
            await FirstAsync(page, host, "cold");
            await context.CloseAsync();
            if (hasPyodide) await PyodideAsync(browser, host);
            (context, page) = await OpenAsync(browser);
            await page.GotoAsync($"{host.Origin}site/{Own}.html");
            await ReadyAsync(page);
            await AllIsThereAsync(page);
            await FirstAsync(page, host, "warm");
            await OwnLessonAsync(page);
            await WholeLessonAsync(page, $"{host.Origin}site/{WholeLesson}.html", "run all of a lesson, site");
            Note("memory of an open lesson that was run, MB", await MemoryAsync(browser));
            await SliderAsync(page, $"{host.Origin}site/{LessonWithSlider}.html");
            await context.CloseAsync();
            (context, page) = await OpenAsync(browser);
            await studio.GoToLessonAsync(page, WholeLesson);
            await WholeLessonAsync(page, null, "run all of a lesson, Studio");
            await context.CloseAsync();
        }
        Print();
    }

    private static async Task FirstAsync(IPage page, CountingHost host, string cache)
    {
        host.Reset();
        await page.GotoAsync($"{host.Origin}site/{WholeLesson}.html");
        await ReadyAsync(page);
        var readable = await page.EvaluateAsync<double>("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd");
        Note($"a lesson's page is readable, {cache}", readable);
        await page.GotoAsync($"{host.Origin}site/{Own}.html");
        await ReadyAsync(page);
        host.Reset();
        Note($"first touch to the first result, {cache}", await page.EvaluateAsync<double>("bench.run('trivial', cell => cell.querySelector('.outputs').textContent.includes('2'))"));
        if (cache == "cold") Note("sent for it (packed by gzip), MB", host.Megabytes(path => path.Contains("/runtime/") || path.Contains("/course/")));
    }

    private static async Task PyodideAsync(IBrowser browser, CountingHost host)
    {
        var (context, page) = await OpenAsync(browser);
        foreach (var cache in new[] { "cold", "warm" })
        {
            host.Reset();
            await page.GotoAsync($"{host.Origin}other/index.html");
            Note($"Pyodide: to the first 1+1, {cache}", await page.EvaluateAsync<double>("first()"));
            if (cache == "cold") Note("Pyodide: sent for it (not packed), MB", host.Megabytes(path => !path.EndsWith("index.html", StringComparison.Ordinal)));
            Note("Pyodide: a warm 1+1", await page.EvaluateAsync<double>("again()"));
        }
        await context.CloseAsync();
    }

    private static async Task OwnLessonAsync(IPage page)
    {
        for (var i = 0; i < Rounds; i++) Note("a warm trivial cell", await page.EvaluateAsync<double>("bench.run('trivial')"));
        await page.EvaluateAsync("bench.run('setup')");
        Note("the first chart", await page.EvaluateAsync<double>("bench.run('chart1', bench.drawn)"));
        Note("later charts", await page.EvaluateAsync<double>("bench.run('chart2', bench.drawn)"));
        Note("later charts", await page.EvaluateAsync<double>("bench.run('chart3', bench.drawn)"));
        Note("Stop", await page.EvaluateAsync<double>("bench.stop('loop')"));
    }

    // The kernel is there already: its start is another figure.
    private static async Task WholeLessonAsync(IPage page, string? address, string what)
    {
        if (address is not null) await page.GotoAsync(address);
        await ReadyAsync(page);
        await page.EvaluateAsync("bench.run('setup')");
        Note(what, await page.EvaluateAsync<double>("bench.runAll()"));
    }

    private static async Task SliderAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await ReadyAsync(page);
        await page.EvaluateAsync("bench.runAll()");
        foreach (var took in await page.EvaluateAsync<double[]>($"bench.slide({MovesOfSlider})")) Note("a slider of lesson 6", took);
    }

    private static async Task<(IBrowserContext Context, IPage Page)> OpenAsync(IBrowser browser)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(PatienceMilliseconds);
        await context.AddInitScriptAsync(Script);
        return (context, await context.NewPageAsync());
    }

    private static Task ReadyAsync(IPage page) => page.Locator("main[data-ready=true]").WaitForAsync();

    // What the page fetches by itself when it has time to spare.
    private static Task AllIsThereAsync(IPage page) => page.EvaluateAsync(
        """
        async () => {
          const { active } = await navigator.serviceWorker.ready;
          const later = JSON.parse((await (await fetch("service-worker.js")).text()).match(/LATER = (\[.*?\]);/)[1]);
          active.postMessage({ rest: true });
          while (!(await Promise.all(later.map(address => caches.match(address)))).every(Boolean)) await new Promise(resolve => setTimeout(resolve, 100));
        }
        """);

    // What the page's process and nobody else holds. There is one page.
    private static async Task<double> MemoryAsync(IBrowser browser)
    {
        var session = await browser.NewBrowserCDPSessionAsync();
        var processes = (await session.SendAsync("SystemInfo.getProcessInfo"))!.Value.GetProperty("processInfo").EnumerateArray();
        await session.DetachAsync();
        return processes.Where(process => process.GetProperty("type").GetString() == "renderer").Max(process => Private(process.GetProperty("id").GetInt32()));
    }

    private static double Private(int process)
    {
        var rollup = $"/proc/{process}/smaps_rollup";
        if (!File.Exists(rollup)) return double.NaN;
        return File.ReadLines(rollup).Where(line => line.StartsWith("Private_", StringComparison.Ordinal)).Sum(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)) * 1024 / 1e6;
    }

    private static void WriteSite(string run, string site)
    {
        var program = Repository.PathOf("artifacts", "bin", "LogRegCourse.App", new DirectoryInfo(AppContext.BaseDirectory).Name, "LogRegCourse.App.dll");
        string[] lessons = [.. new[] { WholeLesson, LessonWithSlider }.Select(name => Repository.PathOf("notebooks", name + ".ipynb"))];
        Start("dotnet", Repository.Root, [program, "run", "--json", "--out", run, .. lessons]);
        var none = JsonElement.Parse("{}");
        var own = new Notebook([new MarkdownCell("title", "# Benchmark", none), .. OwnCells.Select(Cell (cell) => new CodeCell(cell.Id, cell.Source, none))], none);
        (string Name, Notebook Notebook)[] executed = [.. lessons.Select(Path.GetFileNameWithoutExtension).Select(name => (name!, NotebookReader.ReadFile(Path.Combine(run, name + ".ipynb")))), (Own, own)];
        var course = new CourseFolder(Repository.Root);
        LiveSite.Write(executed, course, BrowserRuntime.Build(course), PackagesOfLessons.Restore(executed.Select(lesson => lesson.Notebook)), Directory.CreateDirectory(site).FullName, WebAssets.Built);
    }

    // Never part of the course: fetched for the time of the measurement.
    private static bool FetchPyodide(string folder)
    {
        if (!Start("npm", folder, ["pack", "--silent", $"pyodide@{PyodideVersion}"]) || !Start("tar", folder, ["xzf", $"pyodide-{PyodideVersion}.tgz", "--strip-components=1"]))
        {
            Console.WriteLine("Pyodide could not be had from npm: left out.");
            return false;
        }
        File.WriteAllText(Path.Combine(folder, "index.html"), PyodidePage);
        return true;
    }

    private static bool Start(string program, string folder, IEnumerable<string> words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static string Chart(int number) => $"Chart.Line<double, double, string>(Enumerable.Range(0, 50).Select(i => i / 5.0), Enumerable.Range(0, 50).Select(i => Sigmoid({number} * (i / 5.0 - 5)))).WithSize(750, 400)";

    private static string Chromium() => new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("There is no Chromium on this machine.");

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static void Note(string what, double figure)
    {
        if (!Found.TryGetValue(what, out var figures)) Found[what] = figures = [];
        figures.Add(figure);
        // A run takes many minutes: where it is, is seen.
        Console.WriteLine($"  {what}: {figure:0.#}");
    }

    private static double Median(string what) => Found.TryGetValue(what, out var figures) && figures.Order().ToList() is var ordered ? ordered[ordered.Count / 2] : double.NaN;

    private static void Print()
    {
        Console.WriteLine();
        Console.WriteLine("| what (ms, where nothing else is said) | median | lowest | highest | times |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        foreach (var (what, figures) in Found) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {Median(what):0.#} | {figures.Min():0.#} | {figures.Max():0.#} | {figures.Count} |"));
        Ratio("first result, site to Pyodide, cold", "first touch to the first result, cold", "Pyodide: to the first 1+1, cold");
        Ratio("first result, site to Pyodide, warm", "first touch to the first result, warm", "Pyodide: to the first 1+1, warm");
        Ratio("run all, site to Studio", "run all of a lesson, site", "run all of a lesson, Studio");
    }

    private static void Ratio(string what, string one, string other) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| ratio: {what} | {Median(one) / Median(other):0.00} | | | |"));
}
