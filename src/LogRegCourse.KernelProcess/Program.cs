using System.Globalization;
using System.Net.Sockets;
using LogRegCourse.KernelProcess;
using LogRegCourse.KernelProcess.Jupyter;
using LogRegCourse.KernelProcess.Pipe;
using LogRegCourse.Processes;

// Numbers and dates are written and read alike on every machine; a cell that wants another culture names it.
CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

// Which door; see HOW-IT-WORKS.md.
try
{
    switch (args)
    {
        case ["--pipe", var commands, var events]:
            OwnPrograms.Gather(ownGroup: true);
            PipeDoor.Serve(commands, events);
            break;
        case ["--compile", var commands, var events]:
            OwnPrograms.Gather(ownGroup: true);
            CompilerDoors.Compile(commands, events);
            break;
        case ["--run", var commands, var events]:
            OwnPrograms.Gather(ownGroup: true);
            CompilerDoors.Run(commands, events);
            break;
        case ["--connection-file", var file]:
            // Jupyter makes a group for each kernel.
            OwnPrograms.Gather(ownGroup: false);
            JupyterDoor.Serve(file);
            break;
        case ["install"] or ["install", "--prefix", _]:
            JupyterDoor.Install(args.ElementAtOrDefault(2), Console.Out);
            return 0;
        case ["uninstall"] or ["uninstall", "--prefix", _]:
            JupyterDoor.Uninstall(args.ElementAtOrDefault(2), Console.Out);
            return 0;
        default:
            Console.Error.WriteLine("Usage: LogRegCourse.KernelProcess --connection-file FILE | install [--prefix FOLDER] | uninstall [--prefix FOLDER] | --pipe COMMANDS EVENTS");
            return 2;
    }
}
catch (Exception error) when (error is InvalidDataException or InvalidOperationException or IOException or UnauthorizedAccessException or SocketException or FormatException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
// Whatever still runs is no longer wanted by anybody.
KernelEnd.Now();
return 0;
