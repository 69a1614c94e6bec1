using System.Text.RegularExpressions;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests;

/// <summary>What the course depends on is the same everywhere and tomorrow.</summary>
public partial class DependenciesTests
{
    [Fact]
    public void EveryProject_HasALockFile_WithoutAFeedsAddress()
    {
        var projects = new[] { "src", "tests", "benchmarks", ".devcontainer" }.Select(folder => Repository.PathOf(folder))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories)).ToList();
        Assert.NotEmpty(projects);
        foreach (var project in projects)
        {
            var lockFile = Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json");
            Assert.True(File.Exists(lockFile), $"{project} has no lock file: restore it and commit the file.");
            Assert.DoesNotContain("://", File.ReadAllText(lockFile));
        }
    }

    [Fact]
    public void EveryAction_OfAWorkflow_IsNamedByItsCommit()
    {
        var uses = Directory.GetFiles(Repository.PathOf(".github", "workflows"), "*.yml").SelectMany(File.ReadLines).Where(line => line.Contains("uses:")).ToList();
        Assert.NotEmpty(uses);
        Assert.All(uses, line => Assert.Matches(PinnedAction(), line));
    }

    [GeneratedRegex(@"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex PinnedAction();
}
