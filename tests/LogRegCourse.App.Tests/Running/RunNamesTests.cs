using LogRegCourse.App.Running;

namespace LogRegCourse.App.Tests.Running;

public class RunNamesTests
{
    [Fact]
    public void NamesThatAreShared_CarryTheirFolder() =>
        Assert.Equal(["a-one", "two", "b-One"], RunNames.Of(["/x/a/one.ipynb", "/x/two.ipynb", "/y/b/One.ipynb"]));

    [Fact]
    public void FoldersOfOneName_AreNumbered() =>
        Assert.Equal(["a-one", "a-one-2", "a-one-3"], RunNames.Of(["/x/a/one.ipynb", "/y/a/one.ipynb", "/z/a/one.ipynb"]));
}
