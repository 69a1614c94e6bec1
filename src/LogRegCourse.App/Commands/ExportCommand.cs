using System.Collections.Concurrent;
using System.CommandLine;
using LogRegCourse.App.Export;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.App.Programs;
using LogRegCourse.App.Running;
using Spectre.Console;

namespace LogRegCourse.App.Commands;

/// <summary><c>export</c>: the lessons in a form that needs no notebook.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var folder = new Option<string>("--out") { Description = "Where it goes [artifacts/site or artifacts/csharp].", HelpName = "DIR" };
        var asPrograms = new Option<bool>("--csharp") { Description = "Write each lesson as a program for  dotnet run lesson.cs  instead." };
        var isStatic = new Option<bool>("--static") { Description = "Write pages to read, whose cells do not run." };
        var command = new Command("export", "Runs the lessons and writes a web site on which they also run, in the reader's browser.") { folder, asPrograms, isStatic };
        command.SetAction(async (words, cancel) =>
        {
            var course = CourseFolder.Find();
            var paths = course.Lessons();
            if (words.GetValue(asPrograms)) return WritePrograms(paths, course, course.OutFolder(words.GetValue(folder), "csharp"));
            // What cannot be built is said before the lessons have run.
            var runtime = words.GetValue(isStatic) ? null : BrowserRuntime.Build(course);
            var settings = new RunSettings(UseSolutions: false, TimeSpan.FromSeconds(RunCommand.DefaultTimeoutSeconds));
            var runner = new CourseRunner(settings, TimeProvider.System);
            var executed = new ConcurrentDictionary<string, Notebook>();
            var runs = await RunDisplay.ShowAsync(paths, onStep => runner.RunAsync(paths, Keep + onStep, cancel));
            var site = course.OutFolder(words.GetValue(folder), "site");
            IReadOnlyList<(string Name, Notebook Executed)> lessons = [.. executed.OrderBy(lesson => lesson.Key, StringComparer.Ordinal).Select(lesson => (lesson.Key, lesson.Value))];
            if (runtime is null) SiteWriter.Write(lessons, site);
            else LiveSite.Write(lessons, course, runtime, PackagesOfLessons.Restore(lessons.Select(lesson => lesson.Executed)), site, WebAssets.Built);
            RunReport.Print(AnsiConsole.Console, runs, ("Site", Path.Combine(site, "index.html")));
            if (runtime is not null) Console.WriteLine("Opened as a file the site can be read. For its cells to run put the folder on any web host, or try it here:  python3 -m http.server  in it.");
            return RunCommand.Conclude(runs);

            void Keep(RunStep step)
            {
                if (step.Run?.Executed is { } notebook) executed[step.Name] = notebook;
            }
        });
        return command;
    }

    private static int WritePrograms(IReadOnlyList<string> paths, CourseFolder course, string output)
    {
        var toCourse = Path.GetRelativePath(output, course.Root).Replace('\\', '/');
        foreach (var path in paths)
        {
            var name = Path.GetFileNameWithoutExtension(path);
            File.WriteAllText(Path.Combine(output, name + ".cs"), ProgramWriter.Write(name, NotebookReader.ReadFile(path), toCourse));
        }
        if (WebAssets.Built.AreLocal)
            File.Copy(Path.Combine(WebAssets.Built.Folder, "vendor", "plotly.min.js"), Path.Combine(Directory.CreateDirectory(Path.Combine(output, "vendor")).FullName, "plotly.min.js"), overwrite: true);
        Console.WriteLine($"{paths.Count} programs in {CourseFolder.Shown(output)}; try  dotnet run {CourseFolder.Shown(Path.Combine(output, Path.GetFileNameWithoutExtension(paths[0]) + ".cs"))}");
        return 0;
    }
}
