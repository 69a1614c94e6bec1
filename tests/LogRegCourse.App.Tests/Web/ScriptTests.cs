using System.Diagnostics;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests.Web;

public class ScriptTests
{
    [Fact]
    public void PageScripts_PassTheirOwnTests()
    {
        var node = OptionalTool.Require("node");
        string[] folders = ["studio", "browser"];
        var tests = folders.SelectMany(folder => Directory.GetFiles(Repository.PathOf("src", "LogRegCourse.App", "Web", folder), "*.test.js", SearchOption.AllDirectories)).ToList();
        Assert.NotEmpty(tests);
        using var run = Process.Start(new ProcessStartInfo(node, ["--test", .. tests]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        Assert.True(run.ExitCode == 0, said);
    }
}
