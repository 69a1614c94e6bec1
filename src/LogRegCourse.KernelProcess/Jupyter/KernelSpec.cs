using System.Text.Json;
using System.Text.Json.Nodes;

namespace LogRegCourse.KernelProcess.Jupyter;

/// <summary>The folder by which Jupyter and VS Code find a kernel.</summary>
internal static class KernelSpec
{
    /// <summary>The file that is started.</summary>
    public const string KernelFile = "LogRegCourse.KernelProcess.dll";

    // Notebooks name this kernel; where .NET Interactive's own is installed it keeps the name.
    private const string SharedName = ".net-csharp";
    private const string OwnName = "logregcourse-csharp";

    /// <summary>Jupyter's data folder of this user, or the one under a prefix.</summary>
    public static string DataFolder(string? prefix)
    {
        if (prefix is not null) return Path.Combine(Path.GetFullPath(prefix), "share", "jupyter");
        if (Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } chosen) return chosen;
        if (OperatingSystem.IsWindows()) return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter");
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Jupyter") : Path.Combine(home, ".local", "share", "jupyter");
    }

    /// <summary>What front ends call the kernel of a folder's name.</summary>
    public static string DisplayName(string name) => name == SharedName ? ".NET (C#)" : ".NET (C#) of LogRegCourse";

    /// <summary>Writes the folder for a published kernel.</summary>
    /// <returns>The folder.</returns>
    public static string Install(string dataFolder, string publishedFolder)
    {
        var isFree = !File.Exists(SpecFile(dataFolder, SharedName)) || IsOurs(SpecFile(dataFolder, SharedName));
        var name = isFree ? SharedName : OwnName;
        var spec = new JsonObject
        {
            ["argv"] = new JsonArray(DotnetHost.Path, Path.Combine(publishedFolder, KernelFile), "--connection-file", "{connection_file}"),
            ["display_name"] = DisplayName(name),
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            // A kernel that is killed would leave the runtime's files for debuggers behind.
            ["env"] = new JsonObject { ["DOTNET_EnableDiagnostics"] = "0" },
            ["metadata"] = new JsonObject { ["debugger"] = false },
        };
        var file = SpecFile(dataFolder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, spec.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n");
        return Path.GetDirectoryName(file)!;
    }

    /// <summary>Removes what Install wrote, and nothing else.</summary>
    /// <returns>The folders that are gone.</returns>
    public static IReadOnlyList<string> Uninstall(string dataFolder)
    {
        var ours = new[] { SharedName, OwnName }.Select(name => SpecFile(dataFolder, name)).Where(file => File.Exists(file) && IsOurs(file)).ToList();
        foreach (var file in ours) Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        return [.. ours.Select(file => Path.GetDirectoryName(file)!)];
    }

    private static string SpecFile(string dataFolder, string name) => Path.Combine(dataFolder, "kernels", name, "kernel.json");

    private static bool IsOurs(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file))?["argv"] is JsonArray arguments
                && arguments.Any(argument => argument?.GetValueKind() == JsonValueKind.String && argument.GetValue<string>().EndsWith(KernelFile, StringComparison.Ordinal));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
