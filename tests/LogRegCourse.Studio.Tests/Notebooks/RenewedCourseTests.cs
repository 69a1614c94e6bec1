using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.Studio.Tests.Notebooks;

public sealed class RenewedCourseTests
{
    private static readonly Dictionary<string, string> Before = new() { ["a"] = "a1", ["b"] = "b1", ["c"] = "c1", ["d"] = "d1" };

    [Fact]
    public void NothingChangedInTheCourse_LeavesTheCopyAsItIs()
    {
        var kept = SmallNotebook.Of(("a", "mine"), ("own", "my own"), ("c", "c1"));
        var (notebook, sentence) = RenewedCourse.Merge(kept, Before, SmallNotebook.Of(("a", "a1"), ("b", "b1"), ("c", "c1"), ("d", "d1")));
        Assert.Same(kept, notebook);
        Assert.Null(sentence);
    }

    [Fact]
    public void WhatTheStudentLeft_FollowsTheCourse_AndWhatHeWroteStays()
    {
        // a changed by the student, b left, own added behind b, c changed by both, d deleted.
        var kept = SmallNotebook.Of(("a", "mine"), ("b", "b1"), ("own", "my own"), ("c", "my c"));
        var (notebook, sentence) = RenewedCourse.Merge(kept, Before, SmallNotebook.Of(("new", "n2"), ("a", "a1"), ("b", "b2"), ("c", "c2"), ("d", "d1")));
        Assert.Equal(["new: n2", "a: mine", "b: b2", "own: my own", "c: my c"], Texts(notebook));
        Assert.Equal("The course has been renewed: of its cells one is changed, one is new. What you wrote stays. "
            + "One cell of yours the course has changed too: More, \"Reset this cell to the original\", shows its text.", sentence);
    }

    [Fact]
    public void WhatTheCourseTookAway_GoesUnlessTheStudentChangedIt()
    {
        var kept = SmallNotebook.Of(("own", "first"), ("a", "a1"), ("b", "mine"), ("c", "c1"));
        var (notebook, sentence) = RenewedCourse.Merge(kept, Before, SmallNotebook.Of(("c", "c1")));
        Assert.Equal(["own: first", "b: mine", "c: c1"], Texts(notebook));
        Assert.Equal("The course has been renewed: of its cells one is gone. What you wrote stays.", sentence);
    }

    [Fact]
    public void ChangedCell_IsFoundByItsHeading()
    {
        var none = System.Text.Json.JsonElement.Parse("{}");
        Notebook With(string text) => new([new MarkdownCell("title", "# Lesson\n\n## The slope", none), new CodeCell("a", text, none)], none);
        var (_, sentence) = RenewedCourse.Merge(With("a1"), new Dictionary<string, string> { ["title"] = "# Lesson\n\n## The slope", ["a"] = "a1" }, With("a2"));
        Assert.Equal("The course has been renewed (see \"The slope\"): of its cells one is changed. What you wrote stays.", sentence);
    }

    private static IEnumerable<string> Texts(Notebook notebook) => notebook.Cells.Select(cell => $"{cell.Id}: {cell.Source}");
}
