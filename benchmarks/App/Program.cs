using System.Diagnostics;
using System.Globalization;
using LogRegCourse.App.Export;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.App.Benchmarks;
using LogRegCourse.App.Programs;
using LogRegCourse.Testing;

// Medians of what the program does to the lessons: dotnet run -c Release --project benchmarks/App
// and, with the word site, of what a reader's browser does with the exported site.
if (args is ["site"])
{
    await SiteFigures.MeasureAsync();
    return;
}
var folder = Directory.CreateTempSubdirectory("logregcourse-benchmark-").FullName;
var program = Repository.PathOf("artifacts", "bin", "LogRegCourse.App", new DirectoryInfo(AppContext.BaseDirectory).Name, "LogRegCourse.App.dll");
var lessons = Directory.GetFiles(Repository.PathOf("notebooks"), "*.ipynb").Order(StringComparer.Ordinal).ToList();
var largest = lessons.MaxBy(lesson => new FileInfo(lesson).Length) ?? throw new InvalidOperationException("There are no lessons to measure.");
var notebook = NotebookReader.ReadFile(largest);
var copy = Path.Combine(folder, "copy.ipynb");

Console.WriteLine($"{lessons.Count} lessons; the largest file has {new FileInfo(largest).Length / 1024} KB");
Report("program start to its help", 11, () => Run("--help"));
Report("read the largest lesson", 200, () => NotebookReader.ReadFile(largest));
Report("write it as text", 200, () => NotebookWriter.Write(notebook));
Report("save it (flushed to the disk)", 50, () => NotebookWriter.WriteFile(copy, notebook));
Report("make a program of it", 50, () => ProgramWriter.Write("lesson", notebook, ".."));
Report("site of all lessons, not executed", 5, () => SiteWriter.Write([.. lessons.Select(lesson => (Path.GetFileNameWithoutExtension(lesson), NotebookReader.ReadFile(lesson)))], Path.Combine(folder, "site")));
Report("run all lessons, with copies and site", 3, () => Run("run", "--json", "--out", Path.Combine(folder, "run")));
Directory.Delete(folder, recursive: true);

void Run(params string[] words)
{
    using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. words]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true })!;
    _ = process.StandardError.ReadToEndAsync();
    process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    if (process.ExitCode != 0) Console.WriteLine($"({string.Join(' ', words)}: exit code {process.ExitCode})");
}

static void Report(string what, int times, Action work)
{
    // The first time compiles.
    if (times > 3) work();
    var figures = new List<double>();
    for (var i = 0; i < times; i++)
    {
        var clock = Stopwatch.StartNew();
        work();
        figures.Add(clock.Elapsed.TotalMilliseconds);
    }
    figures.Sort();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-40} {figures[times / 2],9:0.00} ms   ({figures[0]:0.00} to {figures[^1]:0.00}, {times} times)"));
}
