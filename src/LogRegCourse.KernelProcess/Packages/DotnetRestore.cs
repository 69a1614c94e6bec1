using System.Diagnostics;
using System.Text.RegularExpressions;
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
        var start = new ProcessStartInfo(DotnetHost.Path, ["restore", projectFile, "-nologo", "-v:minimal", "-nodeReuse:false", $"-p:RestoreRootConfigDirectory={notebookFolder}"])
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
