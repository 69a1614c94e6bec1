using System.Text.Json;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Session;
using LogRegCourse.Kernel.Tests.Support;

namespace LogRegCourse.Kernel.Tests.Scripting;

public sealed class LiveInputsTests : IDisposable
{
    private const string Controls = """
        class LiveInputAttribute : Attribute { }
        [LiveInput] static double Slider(string label, double min, double max, double value, double step = 0.1) => value;
        [LiveInput] static string Choice(string label, params string[] choices) => choices[0];
        [LiveInput] static bool Toggle(string label, bool value = false) => value;
        [LiveInput] static double[] Place(string label, double x, double y) => [x, y];
        [LiveInput] static int Steps(string label, int max, int value = 0) => value;
        """;

    private readonly SessionUnderTest _session = new();

    public LiveInputsTests() => _session.Run(Controls, "controls");

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Call_OfAMarkedMethod_IsDescribed()
    {
        var inputs = _session.Run("var w = Slider(\"weight\", -5, 5, 1); var link = Choice(\"link\", \"logit\", \"probit\"); var on = Toggle(\"on\");").Outcome.LiveInputs!;
        Assert.Equal(("w", "slider", "weight", "1", -5.0, 5.0, 0.1), (inputs[0].Name, inputs[0].Kind, inputs[0].Label, inputs[0].Default.GetRawText(), inputs[0].Min, inputs[0].Max, inputs[0].Step));
        Assert.Equal(("choice", "\"logit\""), (inputs[1].Kind, inputs[1].Default.GetRawText()));
        Assert.Equal(["logit", "probit"], inputs[1].Choices!);
        Assert.Equal(("toggle", "false"), (inputs[2].Kind, inputs[2].Default.GetRawText()));
    }

    [Fact]
    public void Value_ThatIsSet_RunsDependentsInOrder()
    {
        _session.Run("var w = Slider(\"w\", -5, 5, 1);", "input");
        _session.Run("double f(double x) => w * x;", "function");
        _session.Run("var other = 1;", "unrelated");
        _session.Run("var y = f(10);", "caller");
        _session.Run("y + 1", "reader");
        var rerun = new RecordedRerun();
        var outcome = _session.SetLiveInput("w", JsonSerializer.SerializeToElement(3), rerun);
        Assert.Null(outcome.Refusal);
        Assert.Equal(["function", "caller", "reader"], outcome.Ran);
        Assert.Equal("31", rerun.Outputs["reader"].Result!["text/plain"].GetString());
        Assert.Equal("30", _session.Run("y").Plain);
    }

    [Fact]
    public void Place_AndSteps_AreDescribed_AndMoved()
    {
        var inputs = _session.Run("var start = Place(\"start\", -2, 1.5); var k = Steps(\"steps\", 25, 3);", "input").Outcome.LiveInputs!;
        Assert.Equal(("start", "place", "[-2,1.5]"), (inputs[0].Name, inputs[0].Kind, inputs[0].Default.GetRawText()));
        Assert.Equal(("k", "steps", "3", 25.0), (inputs[1].Name, inputs[1].Kind, inputs[1].Default.GetRawText(), inputs[1].Max));
        _session.Run("start[0] + start[1] + k", "sum");
        var rerun = new RecordedRerun();
        Assert.Null(_session.SetLiveInput("start", JsonSerializer.SerializeToElement(new[] { 10.0, 20 }), rerun).Refusal);
        Assert.Equal("33", rerun.Outputs["sum"].Result!["text/plain"].GetString());
        Assert.Null(_session.SetLiveInput("k", JsonSerializer.SerializeToElement(4), rerun).Refusal);
        Assert.Contains("cannot become", _session.SetLiveInput("start", JsonSerializer.SerializeToElement("here"), rerun).Refusal);
    }

    [Fact]
    public void CellThatFails_KeepsItsOldVariables()
    {
        _session.Run("var w = Slider(\"w\", -5, 5, 1);", "input");
        _session.Run("var y = 10 / (int)w;", "divides");
        var outcome = _session.SetLiveInput("w", JsonSerializer.SerializeToElement(0), new RecordedRerun());
        Assert.Equal("Attempted to divide by zero.", outcome.Refusal);
        Assert.Equal("10", _session.Run("y").Plain);
    }

    [Fact]
    public void CellRunAgain_CountsOnceAndInItsNewVersion()
    {
        _session.Run("var w = Slider(\"w\", -5, 5, 1);", "input");
        _session.Run("w + 1", "reader");
        _session.Run("w + 2", "reader");
        var rerun = new RecordedRerun();
        Assert.Equal(["reader"], _session.SetLiveInput("w", JsonSerializer.SerializeToElement(5), rerun).Ran);
        Assert.Equal("7", rerun.Outputs["reader"].Result!["text/plain"].GetString());
    }

    [Fact]
    public void ManySteps_AddNoAssembly()
    {
        _session.Run("var w = Slider(\"w\", -5, 5, 1); ", "input");
        _session.Run("var z = w * 2;", "reader");
        var before = AppDomain.CurrentDomain.GetAssemblies().Length;
        for (var i = 0; i < 1000; i++) _session.SetLiveInput("w", JsonSerializer.SerializeToElement(i), new RecordedRerun());
        Assert.Equal(before, AppDomain.CurrentDomain.GetAssemblies().Length);
        Assert.Equal("1998", _session.Run("z").Plain);
    }

    [Theory]
    [InlineData("nothing", "1", "There is no live input nothing: run its cell first.")]
    [InlineData("w", "\"text\"", "w is of type Double and cannot become \"text\".")]
    public void WrongRequest_IsRefusedInOneSentence(string name, string value, string refusal)
    {
        _session.Run("var w = Slider(\"w\", -5, 5, 1);", "input");
        Assert.Equal(refusal, _session.SetLiveInput(name, JsonDocument.Parse(value).RootElement, new RecordedRerun()).Refusal);
    }

    private sealed class RecordedRerun : IRerun
    {
        public Dictionary<string, RecordedOutput> Outputs { get; } = [];

        public IOutput Started(string cellId) => Outputs[cellId] = new RecordedOutput();

        public void Finished(string cellId, CellOutcome outcome)
        {
        }
    }
}
