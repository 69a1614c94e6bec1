using System.Text.Json;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.Studio.Tests.Notebooks;

public class SolutionsTests
{
    private static readonly JsonElement None = JsonElement.Parse("{}");

    private static Notebook Lesson(params string[] ids) => new([.. ids.Select(id => (Cell)new CodeCell(id, "stub", None))], None);

    [Fact]
    public void Solutions_TakeThePlaceOfTheStubs()
    {
        const string Text = """
            // Solutions to lesson 3.

            // exercise 3.1
            double slope = 2;

            // exercise 3.12: the gradient
            double Gradient(double w) =>
                2 * w;

            """;

        var solved = Solutions.Apply(Lesson("setup", "exercise-3-1", "check-3-1", "exercise-3-12"), Text, "03.csx");

        Assert.Equal(
            ["stub", "// exercise 3.1\ndouble slope = 2;", "stub", "// exercise 3.12: the gradient\ndouble Gradient(double w) =>\n    2 * w;"],
            solved.Cells.Select(cell => cell.Source));
    }

    [Fact]
    public void Solutions_OfALessonPutIn_AreFoundByItsLetter() => Assert.Equal(
        ["// exercise 2b.1\n1", "// exercise 2b.12\n2"],
        Solutions.Apply(Lesson("exercise-2b-1", "exercise-2b-12"), "// exercise 2b.1\n1\n\n// exercise 2b.12\n2\n", "02b.csx").Cells.Select(cell => cell.Source));

    [Fact]
    public void Notebook_WithoutExercises_NeedsNoSolutions() => Assert.Equal("stub", Solutions.Apply(Lesson("setup"), "", "03.csx").Cells[0].Source);

    [Theory]
    [InlineData("", "solutions/03.csx has no solution for cell exercise-3-1: add a block that begins with // exercise 3.1")]
    [InlineData("// exercise 3.1\n1\n// exercise 3.2\n2", "solutions/03.csx has a solution for exercise-3-2, but the notebook has no such code cell.")]
    [InlineData("// exercise 3.1\n1\n// exercise 3.1\n2", "solutions/03.csx has two solutions for exercise 3.1: remove one of them.")]
    public void Solutions_ThatDoNotFit_AreRefused(string text, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<NotebookException>(() => Solutions.Apply(Lesson("exercise-3-1"), text, "solutions/03.csx")).Message);
}
