using System.Text.RegularExpressions;
using LogRegCourse.Checks.Exercises;
using LogRegCourse.Testing;

namespace LogRegCourse.Checks.Tests.Exercises;

public class ExerciseBookTests
{
    [Fact]
    public void Ids_AreUnique() => Assert.Equal(ExerciseBook.All.Count, ExerciseBook.All.Select(exercise => exercise.Id).Distinct().Count());

    [Fact]
    public void EveryExercise_HasTwoHints() =>
        Assert.Empty(ExerciseBook.All.Where(exercise => exercise.Hints.Count < 2).Select(exercise => exercise.Id));

    [Fact]
    public void EveryExercise_IsTestedByStubSolutionAndWrongAnswers()
    {
        var tests = string.Concat(Directory.GetFiles(Repository.PathOf("tests", "LogRegCourse.Checks.Tests", "Exercises"), "Lesson*Tests.cs").Select(File.ReadAllText));
        int Calls(string method, string id) => Regex.Count(tests, $"{method}\\(\"{Regex.Escape(id)}\"");
        Assert.Empty(ExerciseBook.All.Where(exercise => Calls("NotDone", exercise.Id) < 1 || Calls("Passes", exercise.Id) < 1 || Calls("Fails", exercise.Id) < 1)
            .Select(exercise => exercise.Id));
    }

    [Fact]
    public void FormThatIsAskedFor_IsSaidInTheTask_InTheWordsOfTheMessage() =>
        Assert.All(ExerciseBook.All.OfType<DerivationExercise>().Where(exercise => exercise.Form is not null), exercise =>
            Assert.Contains($"The last line should {exercise.Form!.Words}", Plain(Tasks().Single(task => task.Groups["id"].Value == exercise.Id).Groups["text"].Value), StringComparison.Ordinal));

    // Without the marks of formulas and code: $\\log(1 + e^z)$ is log(1 + e^z).
    private static string Plain(string markdown) => Regex.Replace(markdown, "[$`_\\\\]", "").Replace("sigma", "σ", StringComparison.Ordinal);

    private static IEnumerable<Match> Tasks() => Directory.GetFiles(Repository.PathOf("notebooks"), "*.ipynb")
        .SelectMany(path => Regex.Matches(File.ReadAllText(path), "### (?<id>[0-9]+[a-z]?\\.[0-9]+) (?<text>.*?)\n *\\]", RegexOptions.Singleline));

    [Fact]
    public void NumberOfATask_IsNotItsAnswer()
    {
        foreach (var task in Tasks())
            if (ExerciseBook.All.FirstOrDefault(exercise => exercise.Id == task.Groups["id"].Value) is NumberExercise exercise)
                Assert.All(Regex.Matches(task.Groups["text"].Value, "[0-9]+(\\.[0-9]+)?"), number =>
                    Assert.NotEqual(VerdictState.Passed, exercise.Judge(double.Parse(number.Value, System.Globalization.CultureInfo.InvariantCulture)).State));
    }

    [Fact]
    public void UnknownExercise_IsNamed() =>
        Assert.Contains("99.1", Assert.Throws<ArgumentException>(() => ExerciseBook.Find("99.1")).Message, StringComparison.Ordinal);
}
