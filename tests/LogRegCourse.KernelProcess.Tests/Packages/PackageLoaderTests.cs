using System.Net;
using System.Net.Sockets;
using LogRegCourse.Kernel.Packages;
using LogRegCourse.Kernel.Tests.Support;
using LogRegCourse.KernelProcess.Packages;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.KernelProcess.Tests.Support;

namespace LogRegCourse.KernelProcess.Tests.Packages;

public class PackageLoaderTests
{
    [Fact]
    public void LessonPackages_FetchedByTheBuild_AreAllThatChartsNeedOfTheInternet()
    {
        var feed = LocalFeed.OutOfReach();
        foreach (var (name, version) in LessonPackages.Fetched) feed.TakeInstalled(name, version);
        using var session = new SessionUnderTest(feed.Restore);
        var cell = session.Run($"{LessonPackages.Lines}\nPlotly.NET.CSharp.Chart.Point<double, double, string>([1.0], [2.0])");
        Assert.Null(cell.Outcome.Error?.Message);
        Assert.Equal("scatter", cell.Output.Result!["application/vnd.plotly.v1+json"].GetProperty("data")[0].GetProperty("type").GetString());
    }

    [Fact]
    public void PackageNotOnTheFeed_IsAnErrorThatNamesIt()
    {
        using var session = new SessionUnderTest(new LocalFeed().Restore);
        var error = session.Run("// a comment\n#r \"nuget: Tiny.Missing, 1.0.0\"\n1").Outcome.Error!;
        Assert.StartsWith("The package Tiny.Missing could not be had: NU1101: Unable to find package Tiny.Missing.", error.Message);
        Assert.Equal(2, error.Line);
        Assert.Equal("3", session.Run("3").Plain);
    }

    [Fact]
    public void Package_AskedForAgainInAnotherVersion_IsRefused()
    {
        var feed = new LocalFeed();
        feed.Add("Tiny.Numbers", "1.0.0", "public static class Numbers { public static int Two => 2; }");
        using var session = new SessionUnderTest(feed.Restore);
        Assert.Equal("2", session.Run("var late = 0;\n#r \"nuget: Tiny.Numbers, 1.0.0\"\nNumbers.Two").Plain);
        Assert.Equal("2", session.Run("#r \"nuget: Tiny.Numbers, 1.0.0\"\nNumbers.Two").Plain);
        Assert.Equal("Tiny.Numbers 1.0.0 is loaded already; restart the kernel to use version 2.0.0.", session.Run("#r \"nuget: Tiny.Numbers, 2.0.0\"").Outcome.Error!.Message);
    }

    [Fact]
    public void ExtensionOfDotNetInteractive_LeavesTheKernelsOwnNamesAlone()
    {
        var feed = new LocalFeed();
        feed.Add("Tiny.Interactive", "1.0.0", "public static class Extension { public static int Four => 4; }", dependsOn: "Microsoft.DotNet.Interactive");
        using var session = new SessionUnderTest(feed.Restore);
        var cell = session.Run("#r \"nuget: Tiny.Interactive, 1.0.0\"\ndisplay(Extension.Four);");
        Assert.Equal("4", Assert.Single(cell.Output.Shown)["text/plain"].GetString());
    }

    [Fact]
    public void Source_OfANotebook_IsAskedToo()
    {
        var feed = new LocalFeed();
        var other = new LocalFeed();
        other.Add("Tiny.Elsewhere", "1.0.0", "public static class Elsewhere { public static int Three => 3; }");
        using var session = new SessionUnderTest(feed.Restore);
        Assert.Equal("3", session.Run($"#i \"nuget: {Path.Combine(other.Folder, "feed")}\"\n#r \"nuget: Tiny.Elsewhere, 1.0.0\"\nElsewhere.Three").Plain);
    }

    [Theory]
    [InlineData("1.0.5", "2", "")]
    [InlineData("1.5.0", "2", "Stderr: Tiny.Numbers 1.5.0 is not on the feed; 2.0.0 is used.\n")]
    [InlineData("0.9", "1", "Stderr: Tiny.Numbers 0.9 is not on the feed; 1.0.0 is used.\n")]
    [InlineData("1.0", "1", "")]
    [InlineData("1.*", "1", "")]
    [InlineData("[1.0.0, 2.0.0)", "1", "")]
    [InlineData("[2.0,)", "2", "")]
    [InlineData("", "2", "")]
    public void Version_IsTakenAsNuGetTakesIt_AndAnotherOneIsSaid(string version, string value, string said)
    {
        var feed = new LocalFeed();
        feed.Add("Tiny.Numbers", "1.0.0", "public static class Numbers { public static int Major => 1; }");
        feed.Add("Tiny.Numbers", version == "1.0.5" ? "1.0.5" : "2.0.0", "public static class Numbers { public static int Major => 2; }");
        using var session = new SessionUnderTest(feed.Restore);
        var cell = session.Run($"#r \"nuget: Tiny.Numbers{(version.Length > 0 ? $", {version}" : "")}\"\nNumbers.Major");
        Assert.Equal(value, cell.Plain);
        Assert.Equal(said, string.Concat(cell.Output.Log.Where(line => line.StartsWith("Stderr", StringComparison.Ordinal))));
        Assert.Equal(value, session.Run($"#r \"nuget: Tiny.Numbers{(version.Length > 0 ? $", {version}" : "")}\"\nNumbers.Major").Plain);
    }

    [Fact]
    public void PackageOfWhichThereIsOnlyAPreview_IsFoundWithoutAVersion()
    {
        var feed = new LocalFeed();
        feed.Add("Tiny.Early", "1.0.0-beta.2", "public static class Early { public static int One => 1; }");
        using var session = new SessionUnderTest(feed.Restore);
        Assert.Equal("1", session.Run("#r \"nuget: Tiny.Early\"\nEarly.One").Plain);
    }

    [Fact]
    public void LibraryThatTheReleasedToolCarries_NeedsNoLine()
    {
        var feed = new LocalFeed();
        feed.Add("Newtonsoft.Json", "1.0.0", "namespace Newtonsoft.Json.Linq { public static class JObject { public static int One => 1; } }");
        using var session = new SessionUnderTest(feed.Restore);
        Assert.Equal("1", session.Run("using Newtonsoft.Json.Linq;\nJObject.One").Plain);
    }

    [Fact]
    public void SourceOutOfReach_DoesNotKeepTheOthersFromAnswering()
    {
        var feed = new LocalFeed();
        feed.Add("Tiny.Numbers", "1.0.0", "public static class Numbers { public static int Two => 2; }");
        using var session = new SessionUnderTest(feed.Restore);
        var cell = session.Run("#i \"nuget: /no/such/folder\"\n#r \"nuget: Tiny.Numbers, 1.0.0\"\nNumbers.Two");
        Assert.Equal("2", cell.Plain);
        Assert.Contains("Stderr: The package source /no/such/folder could not be reached; the packages come from the others.\n", cell.Output.Log);
    }

    [Fact]
    public void FeedOutOfReach_IsSaidAsRestoreSaysIt()
    {
        var folder = Directory.CreateTempSubdirectory("logregcourse-").FullName;
        var unreachable = new PackageRestore(folder, folder, TimeProvider.System, (_, _, now) => new(PackageAnswerKind.Unreachable, now, null, "error NU1301: no connection"));
        using var session = new SessionUnderTest(unreachable);
        Assert.Equal("The package Tiny.Other could not be had: error NU1301: no connection", session.Run("#r \"nuget: Tiny.Other, 1.0.0\"").Outcome.Error!.Message);
    }

    [Fact]
    public void Package_ThatCannotBeAskedFor_FailsTheCellAlone()
    {
        using var session = new SessionUnderTest(SessionUnderTest.NoPackages);
        var error = session.Run("\n#r \"nuget: Tiny\u0001, 1.0.0\"\n1").Outcome.Error!;
        Assert.StartsWith("The packages of this cell could not be loaded: ", error.Message);
        Assert.Equal(("PackageError", 2), (error.Name, error.Line));
        Assert.Equal("3", session.Run("3").Plain);
    }

    [Fact]
    public async Task Feed_ThatNeverAnswers_CanBeStopped()
    {
        using var feed = new TcpListener(IPAddress.Loopback, 0);
        feed.Start();
        using var session = new SessionUnderTest(new LocalFeed().Restore);
        var cell = Task.Run(() => session.Run($"#i \"nuget: https://{feed.LocalEndpoint}/index.json\"\n#r \"nuget: Tiny.Slow, 1.0.0\""));
        using var asked = await feed.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        session.Cells.Stop();
        Assert.Equal(CellOutcomeKind.Stopped, (await cell.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).Outcome.Kind);
    }

    [Fact]
    public async Task Lock_ThatAnotherKernelHolds_CanBeStopped()
    {
        var feed = new LocalFeed();
        using var session = new SessionUnderTest(feed.Restore);
        session.Run("#r \"nuget: Tiny.Missing, 1.0.0\"");
        using var held = new FileStream(Directory.EnumerateFiles(feed.Folder, "lock", SearchOption.AllDirectories).Single(), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var cell = Task.Run(() => session.Run("#r \"nuget: Tiny.Missing, 1.0.0\""));
        session.Cells.Stop();
        Assert.Equal(CellOutcomeKind.Stopped, (await cell.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).Outcome.Kind);
    }
}
