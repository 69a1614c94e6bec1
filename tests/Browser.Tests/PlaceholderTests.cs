namespace LogRegCourse.Testing;

public class PlaceholderTests
{
    [Fact]
    public void Repository_IsFound() => Assert.True(File.Exists(Repository.PathOf("LogRegCourse.sln")));
}
