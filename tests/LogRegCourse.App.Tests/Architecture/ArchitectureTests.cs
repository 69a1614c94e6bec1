using System.Text.RegularExpressions;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests.Architecture;

/// <summary>What may depend on what; docs/architecture.md says why.</summary>
public partial class ArchitectureTests
{
    // What each project's code may call, besides itself.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["LogRegCourse"] = [],
        ["LogRegCourse.Checks"] = ["LogRegCourse"],
        ["LogRegCourse.Cluster"] = ["LogRegCourse"],
        ["LogRegCourse.Kernel"] = [],
        ["LogRegCourse.Interactive"] = ["LogRegCourse.Kernel"],
        ["LogRegCourse.KernelProcess"] = ["LogRegCourse.Kernel", "LogRegCourse.Interactive"],
        ["LogRegCourse.Polyglot"] = ["LogRegCourse.Kernel", "LogRegCourse.KernelProcess"],
        ["LogRegCourse.Studio"] = ["LogRegCourse.Kernel"],
        ["LogRegCourse.App"] = ["LogRegCourse.Studio", "LogRegCourse.Kernel"],
        ["LogRegCourse.Browser"] = ["LogRegCourse.Studio", "LogRegCourse.Kernel"],
    };

    [Fact]
    public void Projects_CallOnlyWhatTheyMay() => Assert.All(ProjectPicture.Links, project =>
    {
        Assert.True(Allowed.TryGetValue(project.Key, out var allowed), $"{project.Key} is new: say in this test and in docs/architecture.md what it may depend on.");
        Assert.Empty(project.Value.Where(link => link.IsCode).Select(link => link.To).Except(allowed));
    });

    /// <summary>A browser runs these two, and has no processes, pipes or sockets.</summary>
    [Theory]
    [InlineData("LogRegCourse.Kernel")]
    [InlineData("LogRegCourse.Studio")]
    public void Libraries_ForTheBrowser_KnowNothingOfProcesses(string project) => Assert.Empty(
        Directory.GetFiles(Repository.PathOf("src", project), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => ProcessWords().Matches(File.ReadAllText(file)).Select(word => $"{Path.GetFileName(file)}: {word.Value}")));

    /// <summary>LOGREGCOURSE_DRAW=1 draws it anew.</summary>
    [Fact]
    public void Picture_ShowsTheProjectsAsTheyAre()
    {
        var path = Repository.PathOf("docs", "architecture.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("LOGREGCOURSE_DRAW") == "1") File.WriteAllText(path, page = ProjectPicture.Drawn(page));
        Assert.Equal(ProjectPicture.Drawn(page), page);
    }

    [GeneratedRegex(@"\bProcess\.(Start|GetCurrentProcess)\b|\bProcessStartInfo\b|\bSystem\.IO\.Pipes\b|\bSystem\.Net\.Sockets\b")]
    private static partial Regex ProcessWords();
}
