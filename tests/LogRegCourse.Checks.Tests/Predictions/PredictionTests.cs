using System.Text.Json;
using LogRegCourse.Checks.Display;
using LogRegCourse.Checks.Predictions;

namespace LogRegCourse.Checks.Tests.Predictions;

public class PredictionTests
{
    private static readonly ChoiceQuestion Choice = new("1.a", "Does σ(1) < 1/2?", () => Logistic.Sigmoid(1) < 0.5 ? "yes" : "no")
    {
        Answers = [("yes", "It is a tempting sign."), ("no", "Positive log-odds are more than even.")],
    };

    private static readonly NumberQuestion Number = new("1.b", "What is σ(−1)?", () => Logistic.Sigmoid(-1), within: 0.05)
    {
        Why = "One less σ(1).",
        Tempting = [(0.731, "That is σ(1).")],
    };

    [Fact]
    public void BeforeTheGuess_TheAnswerStandsHidden()
    {
        var text = new Prediction(Choice, null).ToString();
        Assert.Contains("Does σ(1) < 1/2?", text, StringComparison.Ordinal);
        Assert.Contains("Predict(\"1.a\", \"yes\")", text, StringComparison.Ordinal);
        Assert.DoesNotContain("more than even", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no", true, "That is right.")]
    [InlineData(" No ", true, "That is right.")]
    [InlineData("yes", false, "You said: yes. It is: no.")]
    public void AfterTheGuess_TheAnswerStandsBesideIt_WithEveryReason(string guess, bool isRight, string sentence)
    {
        var prediction = new Prediction(Choice, Choice.Read(guess));
        Assert.Equal(isRight, prediction.IsRight);
        Assert.All([sentence, "more than even", "tempting sign"], part => Assert.Contains(part, prediction.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0.3, true)]
    [InlineData(0.25, true)]
    [InlineData(0.73, false)]
    public void Number_NearEnough_IsRight(double guess, bool isRight) => Assert.Equal(isRight, new Prediction(Number, Number.Read(guess)).IsRight);

    [Fact]
    public void Number_SaysHowNearIsNearEnough() => Assert.Contains("0.05 more or less", new Prediction(Number, null).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("−0.75", "-0.75")]
    [InlineData("\u00A0– 0,75 ", "-0.75")]
    [InlineData("0,125", "0.125")]
    [InlineData("1\u202F309", "1309")]
    [InlineData("1,309", null)]
    [InlineData("three", null)]
    public void Number_WithTheSignsOfPrint_IsRead_AndACommaThatMayMeanThousands_IsNot(string typed, string? number) => Assert.Equal(number, Number.Read(typed));

    [Fact]
    public void Choice_TypedWithTheMinusOfTheKeyboard_OrAsANumber_IsTaken()
    {
        var question = new ChoiceQuestion("1.c", "What is 1 − 2?", () => "−1") { Answers = [("1", "A distance."), ("−1", "A difference.")] };
        Assert.Equal("−1", question.Read("-1"));
        Assert.Equal("−1", question.Read(-1.0));
        Assert.Null(question.Read(2.0));
    }

    [Fact]
    public void GuessOfTheWrongKind_IsNotTaken()
    {
        Assert.Null(Choice.Read("perhaps"));
        Assert.Null(Choice.Read(1.0));
        Assert.Null(Number.Read(double.NaN));
        Assert.Null(Number.Read("half"));
        Assert.Equal("0.5", Number.Read("0.5"));
    }

    [Fact]
    public void Html_EscapesAndTellsAPageItsButtons()
    {
        var forms = new PredictionFormats().CreateTypeFormatters().Cast<MimeFormatter<Prediction>>().ToDictionary(form => form.MimeType, form => Written(form, new Prediction(Choice, null)));
        Assert.Contains("σ(1) &lt; 1/2", forms["text/html"], StringComparison.Ordinal);
        var json = JsonElement.Parse(forms[PredictionFormats.MimeType]);
        Assert.Equal(["yes", "no"], json.GetProperty("choices").EnumerateArray().Select(choice => choice.GetString()));
        Assert.Equal(JsonValueKind.Null, json.GetProperty("isRight").ValueKind);
    }

    private static string Written(MimeFormatter<Prediction> form, Prediction prediction)
    {
        using var writer = new StringWriter();
        Assert.True(form.Format(prediction, writer));
        return writer.ToString();
    }
}
