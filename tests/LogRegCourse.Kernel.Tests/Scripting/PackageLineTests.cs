using LogRegCourse.Kernel.Scripting;

namespace LogRegCourse.Kernel.Tests.Scripting;

public class PackageLineTests
{
    private static IEnumerable<PackageLine> In(string source) => CellText.Parse(source, "cell").Packages;

    [Theory]
    [InlineData("#r \"nuget: A.B, 1.2.3\"", "A.B", "1.2.3")]
    [InlineData("#r \"nuget:A.B,1.2.3\" // why", "A.B", "1.2.3")]
    [InlineData("#r \"nuget: A.B\"", "A.B", "*")]
    [InlineData("#r \"nuget: A.B, *-*\"", "A.B", "*-*")]
    [InlineData("#r \"nuget: A.B, 1.*\"", "A.B", "1.*")]
    [InlineData("#r \"nuget: A.B, [1.0, 2.0)\"", "A.B", "[1.0, 2.0)")]
    [InlineData("#r \"nuget: A.B, (,2.0]\"", "A.B", "(,2.0]")]
    [InlineData("#r \"nuget: A.B, version=1.2.3\"", "A.B", "1.2.3")]
    [InlineData("#r \"nuget: A.B, 1.2.3, usepackagetargets=true\"", "A.B", "1.2.3")]
    [InlineData("  #r  \"nuget : A.B , 1.2.3-beta.1 \"", "A.B", "1.2.3-beta.1")]
    public void Line_IsRead(string source, string name, string version)
    {
        var line = Assert.Single(In("var x = 1;\n" + source));
        Assert.Equal((name, version, false, 2), (line.Name, line.Version, line.IsSource, line.Line));
    }

    [Theory]
    [InlineData("// #r \"nuget: A.B, 1.2.3\"")]
    [InlineData("/*\n#r \"nuget: A.B, 1.2.3\"\n*/")]
    [InlineData("var s = \"\"\"\n#r \"nuget: A.B, 1.2.3\"\n\"\"\";")]
    [InlineData("var s = @\"\n#r \"\"nuget: A.B\"\"\n\";")]
    [InlineData("#if NEVER\n#r \"nuget: A.B, 1.2.3\"\n#endif")]
    public void Line_InsideAStringOrComment_IsNone(string source)
    {
        var text = CellText.Parse(source, "cell");
        Assert.Empty(text.Packages);
        Assert.Equal(source, text.Written.GetText().ToString());
    }

    [Fact]
    public void Source_IsRead()
    {
        var line = Assert.Single(In("#i \"nuget: https://example.org/index.json\""));
        Assert.Equal(("https://example.org/index.json", true), (line.Name, line.IsSource));
    }
}
