using LogRegCourse.Checks.Tests.Derivations;
using static LogRegCourse.Checks.Course;

namespace LogRegCourse.Checks.Tests.Review;

[Collection(nameof(Alone))]
public class ReviewTests
{
    [Theory]
    [InlineData("5", "4", "3", "2")]
    [InlineData("3", "2b", "2", "0")]
    [InlineData("13", "12c", "12b", "11")]
    [InlineData("2", "1", "0", "0")]
    [InlineData("2b", "2", "1", "0")]
    [InlineData("10b", "10", "9", "7")]
    public void Lesson_LooksBackOneTwoAndFourLessons(string lesson, params string[] before)
    {
        var sheet = CourseReview(lesson);
        Assert.Equal(before, sheet.Questions.Select(question => question.Lesson));
        Assert.Distinct(sheet.Questions.Select(question => question.Id));
        Assert.Equal(sheet.ToString(), CourseReview(lesson).ToString());
    }

    [Theory]
    [InlineData("0", "No lesson comes before lesson 0")]
    [InlineData("five", "is no lesson")]
    public void LessonWithNothingBefore_IsRefused(string lesson, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<ArgumentException>(() => CourseReview(lesson)).Message);

    [Fact]
    public void AnsweredQuestion_IsNotAskedAgainBeforeTheOthers()
    {
        var (before, file) = (Environment.GetEnvironmentVariable("LOGREGCOURSE_PROGRESS"), Path.GetTempFileName());
        File.Delete(file);
        Environment.SetEnvironmentVariable("LOGREGCOURSE_PROGRESS", file);
        try
        {
            var asked = new HashSet<string>();
            for (var visit = 0; visit < 5; visit++)
            {
                foreach (var question in CourseReview("5").Questions)
                {
                    Assert.True(asked.Add(question.Id), $"{question.Id} came twice");
                    Predict(question.Id, question.Truth);
                }
            }
            Assert.Equal(5, Course.Review().Questions.Count);
            Assert.All(Course.Review().Questions, question => Assert.Contains(question.Lesson, new[] { "2", "3", "4" }));
        }
        finally
        {
            Environment.SetEnvironmentVariable("LOGREGCOURSE_PROGRESS", before);
            File.Delete(file);
        }
    }

    private static ReviewSheet CourseReview(string lesson) => Course.Review(lesson);
}
