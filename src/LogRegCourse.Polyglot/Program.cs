using System.Globalization;
using LogRegCourse.KernelProcess;
using LogRegCourse.Polyglot;
using LogRegCourse.Processes;

CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

// The words are those that the extension calls dotnet-interactive with; [vscode] only names the caller.
switch (args.Where(word => word != "[vscode]").ToArray())
{
    case ["stdio", .. var options]:
        if (options is ["--working-dir", var folder, ..]) Environment.CurrentDirectory = folder;
        OwnPrograms.Gather(ownGroup: true);
        await PolyglotDoor.ServeAsync();
        break;
    case ["notebook-parser"]:
        await NotebookParser.ServeAsync(new StreamReader(Console.OpenStandardInput()), new StreamWriter(Console.OpenStandardOutput()));
        break;
    default:
        Console.Error.WriteLine("Usage: LogRegCourse.Polyglot stdio [--working-dir FOLDER] | notebook-parser");
        return 2;
}
// Whatever still runs is no longer wanted by anybody.
KernelEnd.Now();
return 0;
