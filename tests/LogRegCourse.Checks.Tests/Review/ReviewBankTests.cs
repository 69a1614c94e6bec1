using LogRegCourse.Checks.Review;

namespace LogRegCourse.Checks.Tests.Review;

public class ReviewBankTests
{
    [Fact]
    public void Bank_HasAtLeast150Questions_TenOrMoreOfEachLesson()
    {
        Assert.True(ReviewBank.All.Count >= 150, $"{ReviewBank.All.Count} questions");
        Assert.All(ReviewBank.All.CountBy(known => known.Question.Lesson), lesson => Assert.True(lesson.Value >= 10, $"lesson {lesson.Key}: {lesson.Value}"));
        Assert.Distinct(ReviewBank.All.Select(known => known.Question.Text));
    }

    [Fact]
    public void EveryQuestion_HasOneRightAnswer_AReasonForEach_AndARowOfTheCoverageList() => Assert.All(ReviewBank.All, known =>
    {
        var reasons = known.Question.Reasons(known.Question.Choices[0]);
        Assert.Equal(3, reasons.Count);
        Assert.Single(reasons, reason => reason.IsRight);
        Assert.Distinct(reasons.Select(reason => reason.Answer));
        Assert.All(reasons, reason => Assert.Matches(@"\w.*[.?!]$", reason.Why));
        Assert.InRange(known.Row, 1, 202);
    });

    [Fact]
    public void RightAnswer_DoesNotStandInTheSamePlaceEachTime()
    {
        var places = ReviewBank.All.CountBy(known => known.Question.Choices.ToList().IndexOf(known.Question.Truth)).ToDictionary();
        Assert.Equal(3, places.Count);
        Assert.All(places.Values, count => Assert.InRange(count, ReviewBank.All.Count / 5, ReviewBank.All.Count / 2));
    }

    [Fact]
    public void LineThatIsNone_IsNamed() =>
        Assert.Contains("! odd", Assert.Throws<FormatException>(() => ReviewBank.Parse(["# 1", "! odd line"])).Message);
}
