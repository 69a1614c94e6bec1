using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LogRegCourse.Kernel.Packages;
using LogRegCourse.Kernel.Scripting;

namespace LogRegCourse.KernelProcess.Packages;

/// <summary>Runs `dotnet restore` on a project file and reads its answer.</summary>
internal static partial class DotnetRestore
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>The answer for a project; notebookFolder's NuGet.Config counts, as for a project lying there.</summary>
    public static PackageAnswer Run(string projectFile, string notebookFolder, DateTimeOffset now)
    {
        var answer = Run(projectFile, now, $"-p:RestoreRootConfigDirectory={notebookFolder}");
        if (answer.Kind != PackageAnswerKind.Unreachable || HasOwnSources(projectFile) || CacheOf(projectFile) is not { } cache) return answer;
        // Without a feed what this machine has is enough: a package there may ask for an older version of another, which only
        // a feed could say it lacks, and the cache as a feed says so too.
        var offline = Run(projectFile, now, $"-p:RestoreRootConfigDirectory={notebookFolder}", $"-p:RestoreSources={cache}");
        return offline.Kind == PackageAnswerKind.Restored ? offline : answer;
    }

    private static PackageAnswer Run(string projectFile, DateTimeOffset now, params string[] properties)
    {
        var start = new ProcessStartInfo(DotnetHost.Path, ["restore", projectFile, "-nologo", "-v:minimal", "-nodeReuse:false", .. properties])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Path.GetDirectoryName(projectFile),
        };
        // Its sentences are read below, and a feed out of reach shall be known soon.
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT"] = "2";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var printed = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        var ended = process.WaitForExitAsync();
        if (WaitHandle.WaitAny([((IAsyncResult)ended).AsyncWaitHandle, StopFlag.WaitHandle], Limit) != 0)
        {
            process.Kill(entireProcessTree: true);
            StopFlag.Poll();
            return new(PackageAnswerKind.Unreachable, now, null, $"The package feed did not answer within {Limit.TotalMinutes} minutes.");
        }
        return process.ExitCode == 0 ? new(PackageAnswerKind.Restored, now) : Answer(printed.Result + complained.Result, now);
    }

    // Of a notebook's own sources it is said which is gone, and the others are asked first.
    private static bool HasOwnSources(string projectFile) => XElement.Load(projectFile).Descendants("RestoreAdditionalProjectSources").Any(sources => sources.Value.Length > 0);

    // Where packages are installed; a restore that failed writes it down all the same.
    private static string? CacheOf(string projectFile)
    {
        var assets = Path.Combine(Path.GetDirectoryName(projectFile)!, "obj", "project.assets.json");
        if (!File.Exists(assets)) return null;
        using var document = JsonDocument.Parse(File.ReadAllBytes(assets));
        return document.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).FirstOrDefault(Directory.Exists);
    }

    /// <summary>What restore's text says, when it failed.</summary>
    public static PackageAnswer Answer(string printed, DateTimeOffset now)
    {
        // NU1101: no package of this name; NU1102: no such version; NU1103: only a preview of it.
        if (RefusalPattern().Match(printed) is { Success: true } refusal)
            return new(PackageAnswerKind.Refused, now, refusal.Groups["package"].Value, Sentence(refusal.Value));
        var error = ErrorPattern().Match(printed);
        return new(PackageAnswerKind.Unreachable, now, null, error.Success ? Sentence(error.Value) : "dotnet restore failed and gave no reason.");
    }

    private static string Sentence(string text) => text.Trim().Split(" [/")[0].ReplaceLineEndings(" ");

    [GeneratedRegex("""NU110[123]: Unable to find (?:a stable )?package (?<package>[\w.\-]*\w)[^\r\n]*""")]
    private static partial Regex RefusalPattern();

    [GeneratedRegex("""error (?:NU|MSB|NETSDK)\d+: [^\r\n]*""")]
    private static partial Regex ErrorPattern();
}
