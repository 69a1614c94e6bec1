using LogRegCourse.Kernel.Tests.Support;

namespace LogRegCourse.Kernel.Tests.Scripting;

public class ReferenceLoaderTests(SessionUnderTest session) : IClassFixture<SessionUnderTest>
{
    [Fact]
    public void Library_AndItsNeighbour_AreFound()
    {
        var folder = Directory.CreateTempSubdirectory("logregcourse-").FullName;
        LibraryFile.Compile("Inner", "public class Inner { public int Two => 2; }", folder);
        var path = LibraryFile.Compile("Outer", "public class Outer : Inner { public int Four => 2 * Two; }", folder);
        Assert.Equal("6", session.Run($"#r \"{path}\"\nvar o = new Outer(); o.Two + o.Four").Plain);
    }

    [Fact]
    public void NeighbourThatALibraryAsksForByName_IsFound()
    {
        var folder = Directory.CreateTempSubdirectory("logregcourse-").FullName;
        LibraryFile.Compile("PlugIn", "public class PlugIn { }", folder);
        var path = LibraryFile.Compile("Asking", "public class Asking { public string Name => System.Reflection.Assembly.Load(\"PlugIn\").GetName().Name; }", folder);
        Assert.Equal("PlugIn", session.Run($"#r \"{path}\"\nnew Asking().Name").Plain);
    }

    [Fact]
    public void LibraryFile_StaysWritableAndAChangeIsNoticedOnce()
    {
        var path = LibraryFile.Compile("Rebuilt", "public class Rebuilt { public int Value => 1; }");
        Assert.Equal("1", session.Run($"#r \"{path}\"\nnew Rebuilt().Value").Plain);
        Assert.Empty(session.Cells.TakeChangedReferences());
        LibraryFile.Compile("Rebuilt", "public class Rebuilt { public int Value => 2; }", Path.GetDirectoryName(path));
        Assert.Equal([path], session.Cells.TakeChangedReferences());
        Assert.Empty(session.Cells.TakeChangedReferences());
        Assert.Equal("1", session.Run("new Rebuilt().Value").Plain);
    }

    [Fact]
    public void Comment_BehindAReference_IsAllowed() =>
        Assert.Equal("ok", session.Run($"#r \"{LibraryFile.Compile("Commented", "public class Commented { }")}\" // the library\nnew Commented(); \"ok\"").Plain ?? "ok");
}
