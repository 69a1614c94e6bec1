using LogRegCourse.Notebooks.Tests.Support;

namespace LogRegCourse.Notebooks.Tests.Claims;

/// <summary>Every derivation that a lesson shows is right in every line, or wrong exactly where it says so.</summary>
[Collection(ExecutedCourseCollection.Name)]
public class DerivationClaimTests(ExecutedCourse course)
{
    private const string Announced = ".WithAnError()";

    public static TheoryData<string, string> Right => [.. Derivations(isRight: true)];

    public static TheoryData<string, string> Wrong => [.. Derivations(isRight: false)];

    [Theory, MemberData(nameof(Right))]
    public void Derivation_IsRightInEveryLine(string lesson, string cell) =>
        Assert.Contains("lines are right", Text(lesson, cell), StringComparison.Ordinal);

    [Theory, MemberData(nameof(Wrong))]
    public void DerivationWithAnError_HasItsMistakeNamed(string lesson, string cell) =>
        Assert.Contains("the mistake is in line", Text(lesson, cell), StringComparison.Ordinal);

    private static IEnumerable<(string Lesson, string Cell)> Derivations(bool isRight) => Lesson.All
        .SelectMany(lesson => lesson.Code.Select(cell => (lesson.Name, Cell: cell)))
        .Where(found => found.Cell.Source.StartsWith("Derivation.Of(", StringComparison.Ordinal))
        .Where(found => found.Cell.Source.Contains(Announced, StringComparison.Ordinal) != isRight)
        .Select(found => (found.Name, found.Cell.Id));

    private string Text(string lesson, string cell) => course.Cells(lesson).Single(executed => executed.Cell.Id == cell).Text;
}
