using LogRegCourse.Checks.Exercises;
using LogRegCourse.Checks.Progress;
using LogRegCourse.Checks.Tests.Derivations;

namespace LogRegCourse.Checks.Tests;

[Collection(nameof(Alone))]
public class CourseTests
{
    [Fact]
    public void LiveInputs_GiveTheirDefaults()
    {
        Assert.Equal(1, Course.Slider("w", -5, 5, 1));
        Assert.Equal("red", Course.Choice("colour", "red", "blue"));
        Assert.True(Course.Toggle("on", true));
    }

    [Fact]
    public void LiveInputs_CarryTheMarkThatFrontEndsKnow() =>
        Assert.All(["Slider", "Choice", "Toggle"], name => Assert.Contains(
            typeof(Course).GetMethod(name)!.CustomAttributes, attribute => attribute.AttributeType.Name == "LiveInputAttribute"));

    [Fact]
    public void Hints_ComeOneAtATime_AndTheLastStays()
    {
        var exercise = ExerciseBook.All.FirstOrDefault(exercise => exercise.Hints.Count > 0);
        Assert.SkipWhen(exercise is null, "no exercise is defined");
        for (var k = 1; k <= exercise!.Hints.Count; k++) Assert.StartsWith($"Hint {k} of", Course.Hint(exercise.Id).ToString(), StringComparison.Ordinal);
        Assert.Contains(exercise.Hints[^1], Course.Hint(exercise.Id).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_CountsExercisesAndFirstGuesses()
    {
        var table = ProgressTable.Of(new Dictionary<string, string> { ["1.1"] = "passed", ["1.a"] = "right: 4 to 6", ["1.b"] = "wrong: less than 0\nright: more than 1" }).ToString();
        Assert.Matches(@"^1 of \d+ exercises done, predictions: 2 of \d+ answered, 1 right at the first guess\n", table);
        Assert.Matches(@"lesson   1:  1\.1 ✓ .*predictions: 2 of 7 answered, 1 right at the first guess\n", table);
        Assert.Matches(@"lesson   2:  .*predictions: –\n", table);
    }

    [Fact]
    public void Progress_RemembersTheBestVerdict()
    {
        var folder = Directory.CreateTempSubdirectory("progress").FullName;
        Environment.SetEnvironmentVariable("LOGREGCOURSE_PROGRESS", Path.Combine(folder, "sub", "progress.json"));
        try
        {
            foreach (var state in new[] { VerdictState.Failed, VerdictState.Passed, VerdictState.Failed, VerdictState.NotDone })
                ProgressFile.Add(new Verdict("1.1", "", state, []));
            Assert.Equal("passed", ProgressFile.Read()["1.1"]);
            File.WriteAllText(Path.Combine(folder, "sub", "progress.json"), "{ broken");
            Assert.Empty(ProgressFile.Read());
        }
        finally
        {
            Environment.SetEnvironmentVariable("LOGREGCOURSE_PROGRESS", null);
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Predict_RemembersTheFirstAndTheLastGuess_AndShowsThemAgain()
    {
        var folder = Directory.CreateTempSubdirectory("progress").FullName;
        Environment.SetEnvironmentVariable("LOGREGCOURSE_PROGRESS", Path.Combine(folder, "progress.json"));
        try
        {
            Assert.Null(Course.Predict("6.b").IsRight);
            Assert.Contains("is not one of the answers", Course.Predict("6.b", "perhaps").ToString(), StringComparison.Ordinal);
            Assert.Contains("is not one of the answers", Course.Predict("6.b", 3).ToString(), StringComparison.Ordinal);
            Assert.Null(ProgressFile.Outcome("6.b"));

            Assert.False(Course.Predict("6.b", "hundreds").IsRight);
            Assert.True(Course.Predict("6.b", "none").IsRight);
            Assert.Equal((false, true), ProgressFile.Outcome("6.b"));
            Assert.Contains("Your first guess was: hundreds.", Course.Predict("6.b").ToString(), StringComparison.Ordinal);

            // The score counts first guesses; what was wrong last comes back, and asks anew.
            Course.Predict("6.a", "next to nothing");
            Assert.Contains("2 of 7 decided, 0 of them right at the first guess. To come back: 6.a.", Course.Score("6").ToString(), StringComparison.Ordinal);
            Assert.Null(Assert.IsType<Prediction>(Course.Again("6")).IsRight);
            Course.Predict("6.a", "about a third");
            Assert.Contains("not decided yet", Course.Again("6").ToString(), StringComparison.Ordinal);
            Assert.Contains("such as \"13\"", Assert.Throws<ArgumentException>(() => Course.Score("99")).Message, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("LOGREGCOURSE_PROGRESS", null);
            Directory.Delete(folder, recursive: true);
        }
    }
}
