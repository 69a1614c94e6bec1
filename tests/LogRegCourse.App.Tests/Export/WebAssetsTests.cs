using System.Security.Cryptography;
using LogRegCourse.App.Export;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests.Export;

public class WebAssetsTests
{
    [Fact]
    public void PinnedHashes_AreThoseOfTheInstalledPackages()
    {
        if (!WebAssets.Built.AreLocal) OptionalTool.Missing("Node or the npm registry");
        foreach (var (file, _, integrity) in WebAssets.Pinned)
            Assert.Equal(integrity, "sha384-" + Convert.ToBase64String(SHA384.HashData(File.ReadAllBytes(Path.Combine(WebAssets.Built.Folder, "vendor", file)))));
    }

    [Fact]
    public void PinnedVersions_AreThoseOfPackageJson()
    {
        var package = File.ReadAllText(Repository.PathOf("src", "LogRegCourse.App", "Web", "package.json"));
        foreach (var (_, packageFile, _) in WebAssets.Pinned)
        {
            var (name, version) = packageFile.Split('/')[0].Split('@') is [var n, var v] ? (n, v) : throw new InvalidOperationException(packageFile);
            Assert.Contains($"\"{name}\": \"{version}\"", package);
        }
    }

    [Fact]
    public void Element_WithoutLocalFiles_IsHeldToItsContent()
    {
        var element = new WebAssets(Path.Combine(Path.GetTempPath(), "no-such-folder")).Element("plotly.min.js", "/assets/");
        Assert.Contains("plotly.js-dist-min@2.35.3", element);
        Assert.Contains("integrity=\"sha384-", element);
        Assert.Contains("crossorigin=\"anonymous\"", element);
    }

    [Fact]
    public void FiguresElement_NamesPlotlyAndLoadsItNot()
    {
        var element = new WebAssets(Path.Combine(Path.GetTempPath(), "no-such-folder")).FiguresElement("/assets/");
        Assert.Contains("src=\"/assets/shared/figures.js\"", element);
        Assert.Contains("<meta name=\"plotly\" content=\"https://cdn.jsdelivr.net/npm/plotly.js-dist-min@2.35.3/plotly.min.js\"", element);
        Assert.Contains("data-integrity=\"sha384-", element);
    }

    [Fact]
    public void Policy_WithoutLocalFiles_NamesTheFilesAndNotTheirHost()
    {
        var elsewhere = new WebAssets(Path.Combine(Path.GetTempPath(), "no-such-folder"));
        Assert.Contains(" https://cdn.jsdelivr.net/npm/plotly.js-dist-min@2.35.3/plotly.min.js", PagePolicy.Site(elsewhere));
        Assert.Contains(" https://cdn.jsdelivr.net/npm/katex@0.19.1/dist/fonts/;", PagePolicy.Site(elsewhere));
        Assert.DoesNotContain("jsdelivr.net ", PagePolicy.Site(elsewhere));
        Assert.DoesNotContain("jsdelivr", PagePolicy.Site(WebAssets.Built));
    }

    [Fact]
    public void LockFile_NamesNoDownloadAddress() =>
        Assert.DoesNotContain("\"resolved\"", File.ReadAllText(Repository.PathOf("src", "LogRegCourse.App", "Web", "package-lock.json")));
}
