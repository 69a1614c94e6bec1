using System.CommandLine;
using LogRegCourse.App.Export;
using LogRegCourse.App.Running;
using Spectre.Console;

namespace LogRegCourse.App.Commands;

/// <summary><c>export</c>: the lessons in a form that needs no notebook.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var folder = new Option<string>("--out") { Description = "Where the site goes [artifacts/site].", HelpName = "DIR" };
        var command = new Command("export", "Runs the lessons and writes them as a web site that works offline.") { folder };
        command.SetAction(async (words, cancel) =>
        {
            var course = CourseFolder.Find();
            var paths = course.Lessons();
            var settings = new RunSettings(UseSolutions: false, TimeSpan.FromSeconds(RunCommand.DefaultTimeoutSeconds));
            var runner = new CourseRunner(settings, TimeProvider.System);
            var runs = await RunDisplay.ShowAsync(paths, onStep => runner.RunAsync(paths, onStep, cancel));
            var site = course.OutFolder(words.GetValue(folder), "site");
            SiteWriter.Write(RunCommand.Executed(runs), site);
            RunReport.Print(AnsiConsole.Console, runs, ("Site", Path.Combine(site, "index.html")));
            return RunCommand.Conclude(runs);
        });
        return command;
    }
}
