using LogRegCourse.App.Commands;

namespace LogRegCourse.App.Tests.Commands;

public class NearWordTests
{
    [Theory]
    [InlineData("opne", true)]
    [InlineData("ope", true)]
    [InlineData("openn", true)]
    [InlineData("opem", true)]
    [InlineData("open", false)]
    [InlineData("run", false)]
    [InlineData("", false)]
    public void Word_ThatIsNearlyACommand_IsRecognised(string word, bool isNear) => Assert.Equal(isNear, CommandLine.IsNear(word, "open"));
}
