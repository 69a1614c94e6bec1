using LogRegCourse.Notebooks.Tests.Support;
using LogRegCourse.Testing;

namespace LogRegCourse.Notebooks.Tests;

/// <summary>A lesson shows the same behind every door, cell by cell.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class DoorTests(ExecutedCourse course, NbconvertDoor nbconvert, StudioDoor studio, PolyglotDoor polyglot) : IClassFixture<NbconvertDoor>, IClassFixture<StudioDoor>, IClassFixture<PolyglotDoor>
{
    public static TheoryData<string> Names => Lesson.Names;

    [Theory, MemberData(nameof(Names))]
    public async Task Nbconvert_ShowsWhatRunShows(string lesson)
    {
        OptionalTool.Require("jupyter");
        OptionalTool.RequirePythonModule("nbconvert");
        await AssertSameAsync(lesson, "nbconvert", nbconvert);
    }

    [Theory, MemberData(nameof(Names))]
    public Task Studio_ShowsWhatRunShows(string lesson) => AssertSameAsync(lesson, "Studio", studio);

    [Theory, MemberData(nameof(Names))]
    public Task Polyglot_ShowsWhatRunShows(string lesson) => AssertSameAsync(lesson, "Polyglot", polyglot);

    private async Task AssertSameAsync(string lesson, string name, Door door)
    {
        var difference = DoorDifference.Find(lesson, name, course.Notebook(lesson), await door.ExecutedAsync(lesson));
        Assert.True(difference is null, difference);
    }
}
