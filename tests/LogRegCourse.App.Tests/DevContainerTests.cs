using System.Text.Json;
using System.Text.RegularExpressions;
using LogRegCourse.Studio.Notebooks;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests;

public partial class DevContainerTests
{
    private static string Folder { get; } = Repository.PathOf(".devcontainer");

    [Fact]
    public async Task Configuration_ReadByTheDevContainerTool_IsValid()
    {
        OptionalTool.Require("npx");
        // No container is started: the tool only lists those of this folder, so "true" stands in for docker.
        var (exitCode, output) = await Shell.RunAsync(Repository.Root, [], "npx", "-y", "@devcontainers/cli@0.89.0", "read-configuration", "--workspace-folder", ".", "--docker-path", OptionalTool.Require("true"));
        if (exitCode != 0 && output.Contains("npm error", StringComparison.Ordinal)) OptionalTool.Missing("@devcontainers/cli, which npx fetches,");

        Assert.Equal(0, exitCode);
        var json = output[output.IndexOf("{\"configuration\"", StringComparison.Ordinal)..];
        var configuration = JsonElement.Parse(json.Split('\n')[0]).GetProperty("configuration");
        Assert.Equal("mcr.microsoft.com/devcontainers/dotnet:10.0", configuration.GetProperty("image").GetString());
        var code = configuration.GetProperty("customizations").GetProperty("vscode");
        Assert.Equal(
            ["ms-toolsai.jupyter", "ms-dotnettools.csharp", "ms-dotnettools.dotnet-interactive-vscode@1.0.7120010"],
            code.GetProperty("extensions").EnumerateArray().Select(id => id.GetString()));
    }

    [Fact]
    public void PolyglotPackages_AreThoseOfTheLessonsFirstCell()
    {
        var lessons = Directory.GetFiles(Repository.PathOf("notebooks"), "*.ipynb");
        Assert.NotEmpty(lessons);
        var pinned = PackageReference().Matches(File.ReadAllText(Path.Combine(Folder, "polyglot", "polyglot.csproj"))).Select(Name).Where(name => name.StartsWith("Plotly", StringComparison.Ordinal));
        Assert.Empty(pinned.Except(PackageDownload().Matches(File.ReadAllText(Repository.PathOf("eng", "LessonPackages.props"))).Select(Name)));
        foreach (var lesson in lessons)
        {
            var source = string.Join('\n', NotebookReader.ReadFile(lesson).Cells.OfType<CodeCell>().Select(cell => cell.Source));
            Assert.Equal(pinned, PackageLine().Matches(source).Select(Name));
        }

        static string Name(Match match) => $"{match.Groups["name"].Value} {match.Groups["version"].Value}";
    }

    [Fact]
    public async Task PolyglotScript_OnAMachineOfAnyFeed_SaysWhatItGotAndSucceeds()
    {
        OptionalTool.Require("bash");
        using var home = new TempFolder();

        var (exitCode, output) = await Shell.RunAsync(Folder, new() { ["HOME"] = home.Path, ["NUGET_PACKAGES"] = home.PathOf("packages") }, "bash", "polyglot.sh");

        Assert.Equal(0, exitCode);
        var tool = File.Exists(home.PathOf(".dotnet/tools/dotnet-interactive"));
        Assert.Contains(tool ? "- .NET Interactive 1.0.712001: ready\n" : "- .NET Interactive 1.0.712001: not fetched.", output);
        var charts = Directory.Exists(home.PathOf("packages/plotly.net/6.0.0"));
        Assert.Contains(charts ? "- Plotly.NET: in the package cache\n" : "- Plotly.NET: not fetched.", output);
        Assert.Equal(tool && charts, output.EndsWith("Polyglot Notebooks can run the lessons.\n", StringComparison.Ordinal));
        if (!tool || !charts) return;
        var newer = await File.ReadAllBytesAsync(home.PathOf("packages/fsharp.core/10.1.403/lib/netstandard2.1/FSharp.Core.dll"));
        Assert.All(Directory.GetFiles(home.PathOf(".dotnet/tools/.store"), "FSharp.Core.dll", SearchOption.AllDirectories), file => Assert.Equal(newer, File.ReadAllBytes(file)));
    }

    [GeneratedRegex("""<PackageReference Include="(?<name>[^"]+)" Version="\[(?<version>[^\]]+)\]" />""")]
    private static partial Regex PackageReference();

    [GeneratedRegex("""<PackageDownload Include="(?<name>[^"]+)" Version="\[(?<version>[^\]]+)\]" />""")]
    private static partial Regex PackageDownload();

    [GeneratedRegex("^#r \"nuget: (?<name>[^,]+), (?<version>[^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex PackageLine();
}
