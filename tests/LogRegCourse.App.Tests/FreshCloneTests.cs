using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests;

/// <summary>A clone of this repository in which the dev container's script has run once.</summary>
public sealed class FreshClone : IAsyncLifetime
{
    private readonly TempFolder _home = new();

    public string Folder => _home.PathOf("course");

    public (int ExitCode, string Output) OnCreate { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (!OptionalTool.AllRequired) return;
        var (exitCode, output) = await Shell.RunAsync(_home.Path, [], "git", "clone", "--quiet", Repository.Root, Folder);
        Assert.True(exitCode == 0, output);
        OnCreate = await RunAsync("bash", ".devcontainer/on-create.sh");
    }

    public Task<(int ExitCode, string Output)> RunAsync(string program, params string[] words) =>
        Shell.RunAsync(
            Folder,
            new()
            {
                ["HOME"] = _home.Path,
                ["NUGET_PACKAGES"] = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
                    ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
                ["MSBUILDDISABLENODEREUSE"] = "1",
            },
            program,
            words);

    public ValueTask DisposeAsync()
    {
        _home.Dispose();
        return ValueTask.CompletedTask;
    }
}

public class FreshCloneTests(FreshClone clone) : IClassFixture<FreshClone>
{
    [Fact]
    public void OnCreateScript_BuildsTheCourseAndAsksTheDoctor()
    {
        RequireClone();

        Assert.True(clone.OnCreate.ExitCode == 0, clone.OnCreate.Output);
        Assert.Contains("The course runs on this machine.", clone.OnCreate.Output);
        Assert.True(File.Exists(Path.Combine(clone.Folder, "notebooks", "bin", "LogRegCourse.dll")));
    }

    [Fact]
    public async Task DotnetRun_BuildsWhenASourceChanged_AndOnlyThen()
    {
        RequireClone();
        var source = Path.Combine(clone.Folder, "src", "LogRegCourse.App", "Program.cs");
        var program = await File.ReadAllTextAsync(source);

        Assert.Equal("0.1.0", await StartAsync());
        var built = TimeOfBuild();
        Assert.Equal("0.1.0", await StartAsync());
        Assert.Equal(built, TimeOfBuild());

        await File.WriteAllTextAsync(source, "no C#");
        Assert.Equal("failed", await StartAsync());
        Assert.Equal("failed", await StartAsync());

        await File.WriteAllTextAsync(source, program.Replace("return ", "Console.Write(\"changed \");\nreturn ", StringComparison.Ordinal));
        Assert.Equal("changed 0.1.0", await StartAsync());
    }

    private async Task<string> StartAsync()
    {
        var (exitCode, output) = await clone.RunAsync("dotnet", "run", "--project", "src/LogRegCourse.App", "--", "--version");
        return exitCode == 0 ? output.Trim() : "failed";
    }

    private DateTime TimeOfBuild() =>
        File.GetLastWriteTimeUtc(Assert.Single(Directory.GetFiles(Path.Combine(clone.Folder, "artifacts", "built", "Debug"))));

    private static void RequireClone()
    {
        if (!OptionalTool.AllRequired) Assert.Skip("Builds the whole course in a clone; LOGREGCOURSE_ALL_TESTS=1 runs it.");
    }
}
