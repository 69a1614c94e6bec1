using LogRegCourse.App.Grading;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests.Grading;

public class CloserLookTests
{
    [Theory]
    [InlineData("typeof(Verdict).Assembly", "Assembly")]
    [InlineData("#r \"nuget: Harmony\"\n#load \"x.csx\"\n#!sh", "#r #load #!sh")]
    [InlineData("unsafe { int* p = null; }", "unsafe")]
    [InlineData("// Process and File are words of a comment\nvar x = \"File\";", "")]
    public void Words_ThatNoExerciseNeeds_AreFound(string source, string words) => Assert.Equal(words, string.Join(' ', CloserLook.In(source)));

    [Fact]
    public void RightAnswers_NeedNone() => Assert.All(Directory.GetFiles(Repository.PathOf("notebooks", "solutions"), "*.csx"), path => Assert.Empty(CloserLook.In(File.ReadAllText(path))));
}
