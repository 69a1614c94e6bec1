using System.Runtime.InteropServices.JavaScript;
using System.Text.Json;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Scripting;
using LogRegCourse.Kernel.Session;

namespace LogRegCourse.Browser;

/// <summary>The worker that compiles and runs cells: commands in, events out, as over the pipes of a kernel's process.</summary>
internal static partial class KernelWorker
{
    private static CommandServer _commands = null!;
    private static BrowserQueue _queue = null!;

    /// <summary>Makes the session, compiles the least there is, and says that the kernel is ready.</summary>
    /// <param name="folder">The notebook's folder in the worker's own files.</param>
    /// <param name="references">Names of the framework's libraries that cells may use, one a line.</param>
    /// <param name="later">Names of those that are fetched when they are needed, one a line.</param>
    /// <param name="runtime">Where these are, seen from where the site begins.</param>
    /// <param name="packages">The packages on board, one a line: name, version, file.</param>
    /// <param name="ownFolders">Libraries in folders of their own, which come when a cell names one of the folder, one a line: path, file.</param>
    [JSExport]
    internal static void Start(string folder, string references, string later, string runtime, string packages, string ownFolders)
    {
        InlineTasks.Install();
        Environment.CurrentDirectory = folder;
        var rest = new LaterLibraries(later.Split('\n'), runtime);
        rest.Offer();
        var polls = new BrowserPolls(IsStopAsked);
        StopFlag.LetPollsLook(polls);
        // The checker of exercises finds it by this name: neither knows the other.
        AppContext.SetData("LogRegCourse.Kernel.Deadline", (Action<TimeSpan?>)polls.SetDeadline);
        var addresses = ownFolders.Split('\n').Select(line => line.Split(' ')).ToDictionary(word => word[0], word => word[1]);
        var session = new CellSession(new BrowserHost(references.Split('\n'), rest, PackagesOnBoard.Parse(packages), addresses, IsStopAsked));
        ConsoleCapture.Install();
        _queue = new BrowserQueue(session, polls);
        _commands = new CommandServer(session, _queue, new BrowserLines(Send), Send);
        session.WarmUp();
        Send(new KernelReady(typeof(KernelWorker).Assembly.GetName().Version!.ToString(3)));
    }

    /// <summary>Does a command in JSON.</summary>
    [JSExport]
    internal static void Do(string command)
    {
        try
        {
            var asked = PipeJson.ReadCommand(command);
            _commands.Do(asked);
            // A stop that came when nothing ran must not hit the next cell.
            if (asked is StopCell && !_queue.IsRunning) ForgetStop();
        }
        catch (JsonException error)
        {
            Send(new CommandRefused($"Not a command of this kernel: {error.Message}"));
        }
    }

    /// <summary>Puts a file where cells look for it.</summary>
    [JSExport]
    internal static void WriteFile(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    /// <summary>A file's text; null where there is none.</summary>
    [JSExport]
    internal static string? ReadText(string path) => File.Exists(path) ? File.ReadAllText(path) : null;

    private static void Send(KernelEvent happened) => SendEvent(JsonSerializer.Serialize(happened, PipeJson.Default.KernelEvent));

    [JSImport("send", "kernel")]
    private static partial void SendEvent(string happened);

    [JSImport("isStopAsked", "kernel")]
    private static partial bool IsStopAsked();

    [JSImport("forgetStop", "kernel")]
    private static partial void ForgetStop();
}
