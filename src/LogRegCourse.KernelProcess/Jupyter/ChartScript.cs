using System.Reflection;
using LogRegCourse.Kernel.Scripting;
using LogRegCourse.KernelProcess.Packages;

namespace LogRegCourse.KernelProcess.Jupyter;

/// <summary>plotly.js in the folders that Jupyter's servers hand out, so that charts are drawn without the Internet.</summary>
internal static class ChartScript
{
    /// <summary>Copies the script out of Plotly.NET's library, which the build fetched, into Jupyter's data folder.</summary>
    /// <returns>Why it was not possible; null when it was.</returns>
    public static string? Install(string dataFolder, PackageRestore restore)
    {
        var (_, assets) = restore.Ask([new PackageLine("Plotly.NET", "6.0.0", IsSource: false, Line: 1)], []);
        if (assets?.Libraries.FirstOrDefault(file => Path.GetFileName(file) == "Plotly.NET.dll") is not { } library) return "Plotly.NET 6.0.0 is not on this machine, and could not be fetched.";
        var assembly = Assembly.LoadFile(library);
        var name = assembly.GetManifestResourceNames().Single(resource => resource.EndsWith(".min.js", StringComparison.Ordinal));
        try
        {
            foreach (var folder in Folders(dataFolder))
            {
                using var script = assembly.GetManifestResourceStream(name)!;
                using var file = File.Create(Path.Combine(Directory.CreateDirectory(folder).FullName, "plotly.min.js"));
                script.CopyTo(file);
            }
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"plotly.js could not be put there ({error.Message}).";
        }
    }

    /// <summary>Removes what Install wrote.</summary>
    public static void Uninstall(string dataFolder)
    {
        foreach (var folder in Folders(dataFolder).Where(Directory.Exists)) Directory.Delete(folder, recursive: true);
    }

    // Served as BASE/nbextensions by the classic Notebook, as BASE/lab/extensions by JupyterLab and Notebook 7.
    private static string[] Folders(string dataFolder) => [Path.Combine(dataFolder, "nbextensions", "logregcourse"), Path.Combine(dataFolder, "labextensions", "logregcourse")];
}
