using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using LogRegCourse.Testing;

namespace LogRegCourse.App.Tests.Grading;

/// <summary>
/// A class whose answers to lesson 2 are made by rules, so that what must come out is known: right ones, slips that the
/// checker has names for, blanks, cells that do not compile, and what somebody hands in who wants more than a grade.
/// </summary>
internal sealed class MadeClass(TempFolder folder)
{
    public const string Lesson = "02-the-slope-of-the-sigmoid";

    private static readonly string Original = File.ReadAllText(Repository.PathOf("notebooks", Lesson + ".ipynb"));

    /// <summary>Right answers by exercise.</summary>
    public static IReadOnlyDictionary<string, string> Right { get; } = new Dictionary<string, string>
    {
        ["2.1"] = """
            var slope = Derivation.Of("the slope of the sigmoid")
                .From(z => 1 / (1 + Exp(-z)))
                .Differentiate("quotient rule", z => Exp(-z) / Pow(1 + Exp(-z), 2))
                .Therefore("in sigmoids", z => Sigmoid(z) * (1 - Sigmoid(z)));
            """,
        ["2.2"] = "double Slope(double z) => Exp(-Abs(z)) / Pow(1 + Exp(-Abs(z)), 2);",
        ["2.3"] = """
            var logSlope = Derivation.Of("the slope of log σ")
                .From(z => Log(Sigmoid(z)))
                .Differentiate("chain rule", z => Sigmoid(z) * (1 - Sigmoid(z)) / Sigmoid(z))
                .Therefore("the sigmoid in the mirror", z => Sigmoid(-z));
            """,
        ["2.4"] = "double mostPerDegree = Abs(w) / 4;",
        ["2.5"] = "double Bend(double z) => Sigmoid(z) * (1 - Sigmoid(z)) * (1 - 2 * Sigmoid(z));",
    };

    /// <summary>Wrong answers, and how the checker's name for the mistake begins.</summary>
    public static IReadOnlyList<(string Exercise, string Answer, string Mistake)> Slips { get; } =
    [
        ("2.2", "double Slope(double z) => Sigmoid(z) * (1 - Sigmoid(z));", "Right on paper, but for large z"),
        ("2.2", "double Slope(double z) => 1 - Sigmoid(z);", "That is the probability of the other class"),
        ("2.3", """
            var logSlope = Derivation.Of("the slope of log σ")
                .From(z => Log(Sigmoid(z)))
                .Differentiate("chain rule", z => 1 / Sigmoid(z));
            """, "The inner derivative is missing"),
        ("2.4", "double mostPerDegree = w / 4;", "Asked is by how much, not which way"),
        ("2.4", "double mostPerDegree = 0.25;", "That is the largest slope of the sigmoid"),
        ("2.5", "double Bend(double z) => -Sigmoid(z) * (1 - Sigmoid(z)) * (1 - 2 * Sigmoid(z));", "The sign is wrong"),
        ("2.5", "double Bend(double z) => Sigmoid(z) * (1 - Sigmoid(z));", "That is the slope; asked is the slope of the slope"),
    ];

    /// <summary>What must come out, by student and exercise: a verdict, and how the mistake's name begins.</summary>
    public Dictionary<(string Student, string Exercise), (string Verdict, string? Mistake)> Expected { get; } = [];

    /// <summary>Students whose notebook cannot be graded, with what is said of it.</summary>
    public Dictionary<string, string> Refused { get; } = [];

    public string Folder { get; } = Directory.CreateDirectory(folder.PathOf("handed-in")).FullName;

    /// <summary>The lesson with some cells' texts replaced.</summary>
    public static string Notebook(IReadOnlyDictionary<string, string> answers, Action<JsonObject>? change = null)
    {
        var notebook = JsonNode.Parse(Original)!.AsObject();
        foreach (var cell in notebook["cells"]!.AsArray())
            if (answers.TryGetValue((string)cell!["id"]!, out var source) || answers.TryGetValue(((string)cell["id"]!).Replace("exercise-", "", StringComparison.Ordinal).Replace('-', '.'), out source)) cell["source"] = source;
        change?.Invoke(notebook);
        return notebook.ToJsonString();
    }

    /// <summary>Hands in a notebook, and says what must come out of the exercises named.</summary>
    public void HandIn(string path, string student, IReadOnlyDictionary<string, string> answers, IReadOnlyDictionary<string, (string Verdict, string? Mistake)>? expected = null, Action<JsonObject>? change = null)
    {
        Write(path, Notebook(answers, change));
        foreach (var exercise in Right.Keys)
            Expected[(student, exercise)] = expected is not null && expected.TryGetValue(exercise, out var other) ? other : ("passed", null);
    }

    public void Refuse(string path, string student, string text, string says)
    {
        Write(path, text);
        Refused[student] = says;
    }

    public void Write(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    /// <summary>Students as a class has them: a few all right, most with a slip or two, some not done.</summary>
    public void HandInOrdinary(int students, int seed)
    {
        var random = new Random(seed);
        for (var k = 1; k <= students; k++)
        {
            var student = string.Create(CultureInfo.InvariantCulture, $"student-{k:000}");
            var answers = Right.ToDictionary(pair => pair.Key, pair => pair.Value);
            var expected = new Dictionary<string, (string, string?)>();
            foreach (var slip in random.GetItems(Slips.ToArray(), random.Next(3)))
            {
                answers[slip.Exercise] = slip.Answer;
                expected[slip.Exercise] = ("failed", slip.Mistake);
            }
            if (random.Next(4) == 0)
            {
                answers.Remove("2.5");
                expected["2.5"] = ("not-done", null);
            }
            if (random.Next(8) == 0)
            {
                answers["2.2"] = "double Slope(double z) => Exp(-Abs(z) / ;";
                expected["2.2"] = ("broken", null);
            }
            // No two the same, as no two students are.
            answers["2.4"] = answers["2.4"] + string.Create(CultureInfo.InvariantCulture, $" // {k}");
            HandIn((k % 3) switch { 0 => $"{student}/{Lesson}.ipynb", 1 => $"{Lesson}/{student}.ipynb", _ => $"{student}_{4000 + k}_assignsubmission_file_/{Lesson}.ipynb" }, student, answers, expected);
        }
    }

    /// <summary>A zip in memory.</summary>
    public static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in entries)
            {
                using var into = zip.CreateEntry(name).Open();
                into.Write(content);
            }
        return bytes.ToArray();
    }

    public static string Text(string answer) => JsonSerializer.Serialize(answer);
}
