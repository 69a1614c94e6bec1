using System.Text.RegularExpressions;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests.JupyterHub;

public partial class KubernetesTests
{
    /// <summary>No cluster is here: what can be held is that image and values name files that there are.</summary>
    [Theory]
    [InlineData("Dockerfile")]
    [InlineData("values.yaml")]
    public void Paths_InTheCourse_Exist(string name)
    {
        var paths = OfCourse().Matches(File.ReadAllText(Repository.PathOf("docs", "jupyterhub", name))).Select(match => match.Groups["path"].Value).ToList();

        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.True(File.Exists(Repository.PathOf(path)), path));
    }

    [GeneratedRegex("/opt/logregcourse/(?<path>[\\w./-]+)")]
    private static partial Regex OfCourse();
}
