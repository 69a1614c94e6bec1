using System.Globalization;
using System.Text.RegularExpressions;
using LogRegCourse.Checks.Predictions;

namespace LogRegCourse.Checks.Tests.Predictions;

/// <summary>Every question has one right answer, which the library computes, and a reason for each that tempts.</summary>
public partial class QuestionBookTests
{
    public static TheoryData<string> Ids => [.. QuestionBook.All.Select(question => question.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void Truth_IsComputed_AndIsOneOfTheAnswers(string id)
    {
        var question = QuestionBook.Find(id);
        if (question.Choices.Count > 0) Assert.Contains(question.Truth, question.Choices);
        else Assert.True(double.TryParse(question.Truth.Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture, out var truth) && double.IsFinite(truth), question.Truth);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Answers_AreTwoOrMore_EachWithItsReason(string id)
    {
        var question = QuestionBook.Find(id);
        var guess = question.Read(question.Choices.Count > 0 ? question.Choices[0] : 0.5);
        var reasons = question.Reasons(guess!);
        Assert.InRange(reasons.Count, 2, 5);
        Assert.Single(reasons, reason => reason.IsRight);
        Assert.All(reasons, reason => Assert.Matches(@"\w.*[.?!]$", reason.Why));
        Assert.Equal(reasons.Count, reasons.Select(reason => reason.Answer).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory, MemberData(nameof(Ids))]
    public void Question_AsksAndDoesNotTell(string id)
    {
        var asked = new Prediction(QuestionBook.Find(id), null);
        Assert.Null(asked.IsRight);
        Assert.All(asked.Question.Reasons(asked.Question.Read(asked.Question.Choices.Count > 0 ? asked.Question.Choices[0] : 0.5)!),
            reason => Assert.DoesNotContain(reason.Why, asked.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Ids_AreALessonAndALetter_AndUnique()
    {
        Assert.All(QuestionBook.All, question => Assert.Matches(Id(), question.Id));
        Assert.Equal(QuestionBook.All.Count, QuestionBook.All.Select(question => question.Id).Distinct().Count());
    }

    [Fact]
    public void UnknownQuestion_IsNamed_WithThoseOfItsLesson()
    {
        Assert.Contains("6.a, 6.b", Assert.Throws<ArgumentException>(() => QuestionBook.Find("6.zz")).Message, StringComparison.Ordinal);
        Assert.Contains("such as \"6.b\"", Assert.Throws<ArgumentException>(() => QuestionBook.Find("six")).Message, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\d+[a-z]?\.[a-z]+\d*$")]
    private static partial Regex Id();
}
