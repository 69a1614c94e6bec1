using System.Text.Json;
using System.Text.RegularExpressions;
using LogRegCourse.Kernel.Messages;
using LogRegCourse.Kernel.Tests.Support;
using LogRegCourse.Testing;

namespace LogRegCourse.Kernel.Tests.PlainWords;

/// <summary>The card "C# for Python people" of lesson 0: each C# half runs, and gives what the Python half gives.</summary>
public sealed partial class PythonCardTests(SessionUnderTest session) : IClassFixture<SessionUnderTest>
{
    private static readonly (string Python, string CSharp)[] Pairs = [.. Read()];

    // What a value of Python is in C#.
    private static readonly Dictionary<string, string> Values = new()
    {
        ["p ** 2"] = "0.25",
        ["1 / 3"] = "0.3333333333333333",
        ["float(7)"] = "7",
        ["7 // 2"] = "3",
        ["len(xs)"] = "3",
        ["xs[-1]"] = "2",
        ["xs[1:3]"] = "[ 1, 2 ]",
        ["sum(xs)"] = "6",
        ["sorted(xs)"] = "[ 1, 2, 3 ]",
        ["[v * v for v in xs]"] = "[ 9, 1, 4 ]",
        ["[v for v in xs if v > 1]"] = "[ 3, 2 ]",
        ["sum(a * b for a, b in zip(xs, ws))"] = "11",
        ["range(5)"] = "[ 0, 1, 2, 3, 4 ]",
        ["1 if p > 0.5 else 0"] = "0",
        ["f\"p = {p:.3f}\""] = "p = 0.500",
    };

    public static TheoryData<string, string> Rows => [.. Pairs.Select(pair => (pair.Python, pair.CSharp))];

    [Fact]
    public void Card_HasTwentyPairs() => Assert.True(Pairs.Length >= 20, $"{Pairs.Length} pairs");

    [Fact]
    public void EveryValue_StandsOnTheCard() => Assert.Empty(Values.Keys.Except(Pairs.Select(pair => pair.Python)));

    [Theory, MemberData(nameof(Rows))]
    public void CSharp_DoesWhatPythonDoes(string python, string csharp)
    {
        session.Run("using static System.Math;\ndouble[] xs = [3, 1, 2], ws = [1, 2, 3]; double p = 0.5;");
        var cell = session.Run(csharp);
        Assert.True(cell.Outcome.Kind == CellOutcomeKind.Succeeded, cell.Outcome.Error?.Message);
        if (Values.TryGetValue(python, out var value)) Assert.Equal(value, cell.Plain);
    }

    private static IEnumerable<(string, string)> Read()
    {
        using var notebook = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("notebooks", "00-start-here.ipynb")));
        var card = notebook.RootElement.GetProperty("cells").EnumerateArray().Single(cell => cell.GetProperty("id").GetString() == "python");
        foreach (var line in card.GetProperty("source").EnumerateArray())
            if (RowPattern().Match(line.GetString()!) is { Success: true } row)
                yield return (row.Groups[1].Value, row.Groups[2].Value);
    }

    [GeneratedRegex(@"^\| `(.+)` \| `(.+)` \|")]
    private static partial Regex RowPattern();
}
