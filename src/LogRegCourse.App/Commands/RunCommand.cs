using System.Collections.Concurrent;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using LogRegCourse.App.Export;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.App.Running;
using Spectre.Console;

namespace LogRegCourse.App.Commands;

/// <summary><c>run</c>: every notebook from top to bottom, headless.</summary>
internal static class RunCommand
{
    public const double DefaultTimeoutSeconds = 120;
    private const double LongestTimeoutSeconds = 86_400;

    public static Command Create()
    {
        var names = new Argument<string[]>("notebook")
        {
            Description = "Lessons by path, name or number; all lessons when none is named.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        names.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } token) result.AddError($"There is no option {token.Value}");
        });
        var solutions = new Option<bool>("--solutions") { Description = "Put the solutions in place of the exercises; every check must then pass." };
        var json = new Option<bool>("--json") { Description = "Print a summary for programs and nothing else." };
        var timeout = new Option<double>("--timeout")
        {
            Description = "How long one cell may run.",
            HelpName = "SECONDS",
            DefaultValueFactory = _ => DefaultTimeoutSeconds,
            CustomParser = ParseSeconds,
        };
        var folder = new Option<string>("--out") { Description = "Where the executed copies go, and in site/ the site [artifacts/run].", HelpName = "DIR" };
        var command = new Command("run", "Runs notebooks and says what came of each.") { names, solutions, folder, json, timeout };
        command.SetAction(async (words, cancel) =>
        {
            var course = CourseFolder.Find();
            var paths = words.GetValue(names) is { Length: > 0 } some ? [.. some.Select(course.Lesson).Distinct()] : course.Lessons();
            var settings = new RunSettings(words.GetValue(solutions), TimeSpan.FromSeconds(words.GetValue(timeout)));
            var runner = new CourseRunner(settings, TimeProvider.System);
            var isForPrograms = words.GetValue(json);
            var output = course.OutFolder(words.GetValue(folder), "run");
            var executed = new ConcurrentBag<string>();

            var runs = isForPrograms
                ? await runner.RunAsync(paths, Write, cancel)
                : await RunDisplay.ShowAsync(paths, onStep => runner.RunAsync(paths, Write + onStep, cancel));

            var site = Path.Combine(output, "site");
            SiteWriter.Write(executed.Select(name => (name, NotebookReader.ReadFile(Copy(name)))), site);
            if (isForPrograms) Console.WriteLine(RunSummary.Of(runs).ToJson());
            else RunReport.Print(AnsiConsole.Console, runs, ("Executed copies", output), ("Site", Path.Combine(site, "index.html")));
            return Conclude(runs);

            string Copy(string name) => Path.Combine(output, name + ".ipynb");

            void Write(RunStep step)
            {
                if (step.Run?.Executed is not { } notebook) return;
                File.WriteAllText(Copy(step.Name), NotebookWriter.Write(notebook));
                executed.Add(step.Name);
            }
        });
        return command;
    }

    /// <summary>One sentence for each failure, and the exit code.</summary>
    public static int Conclude(IReadOnlyList<NotebookRun> runs)
    {
        foreach (var run in runs)
            if (run.Failure is { } failure) Console.Error.WriteLine(failure.Sentence(run.Name));
        return runs.Any(run => run.Failure is not null) ? CommandLine.Failed : 0;
    }

    private static double ParseSeconds(ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        if (double.TryParse(word, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= LongestTimeoutSeconds) return seconds;
        result.AddError($"--timeout needs a number of seconds above 0 and at most {LongestTimeoutSeconds:0}, not \"{word}\"");
        return 0;
    }
}
