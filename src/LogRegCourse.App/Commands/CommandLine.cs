using System.CommandLine;
using System.CommandLine.Parsing;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.App.Running;

namespace LogRegCourse.App.Commands;

/// <summary>From words to a command, and from what went wrong to one sentence and an exit code.</summary>
internal static class CommandLine
{
    public const int Failed = 1;
    public const int WrongUsage = 2;
    public const int Interrupted = 130;

    private static readonly Option<bool> Verbose = new("--verbose") { Description = "Show stack traces.", Recursive = true };

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("An interactive course on the mathematics of logistic regression, in C# notebooks.")
        {
            OpenCommand.Create(),
            RunCommand.Create(),
            ExportCommand.Create(),
            GradeCommand.Create(),
            DoctorCommand.Create(),
            KernelCommand.Create(),
            SiloCommand.Create(),
            Verbose,
        };
        root.SetAction((_, cancel) => OpenCommand.RunAsync(lesson: null, withBrowser: true, port: 0, cancel));
        var words = root.Parse(args);
        if (words.Errors.Count > 0)
        {
            var verb = "";
            for (var at = words.CommandResult; at.Command != root; at = (CommandResult)at.Parent!) verb = $"{at.Command.Name} {verb}";
            // A word that is not known says more than the known one that is missing because of it.
            var complaint = words.Errors.FirstOrDefault(error => words.UnmatchedTokens.Any(word => error.Message.Contains(word, StringComparison.Ordinal))) ?? words.Errors[0];
            var meant = words.CommandResult.Command.Subcommands.Select(command => command.Name).FirstOrDefault(name => words.UnmatchedTokens.Any(word => IsNear(word, name)));
            Console.Error.WriteLine($"{complaint.Message.TrimEnd('.')}; {(meant is null ? "see" : $"did you mean {meant}? See")}  dotnet run --project src/LogRegCourse.App -- {verb}--help");
            return WrongUsage;
        }
        try
        {
            return await words.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Stopped.");
            return Interrupted;
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(words.GetValue(Verbose) ? e.ToString() : Sentence(e));
            return e is UsageException ? WrongUsage : Failed;
        }
    }

    /// <summary>Whether a word is another one with one letter wrong, missing, too many, or with two letters exchanged.</summary>
    internal static bool IsNear(string word, string name)
    {
        if (word == name || Math.Abs(word.Length - name.Length) > 1) return false;
        var start = word.Zip(name).TakeWhile(pair => pair.First == pair.Second).Count();
        var (rest, other) = (word[start..], name[start..]);
        return rest is [var a, var b, .. var behind] && other is [var c, var d, .. var after] && (a, b) == (d, c) && behind == after
            || rest.Length > 0 && rest[1..] == other || other.Length > 0 && other[1..] == rest || rest.Length > 0 && other.Length > 0 && rest[1..] == other[1..];
    }

    private static string Sentence(Exception e) => e switch
    {
        UsageException or NotebookException => e.Message,
        IOException or UnauthorizedAccessException => $"A file or folder cannot be used: {e.Message}",
        _ => $"This should not have happened: {e.Message} (run it again with --verbose to see where).",
    };
}
