using System.Runtime.Loader;
using System.Text.RegularExpressions;
using LogRegCourse.Checks.Exercises;
using LogRegCourse.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LogRegCourse.Checks.Tests.Exercises;

/// <summary>
/// Answers as students write them, from the files in Answers: right ones in many styles (+) and wrong ones of many kinds
/// (-), compiled as the cell of a lesson. Each right one passes, each wrong one fails.
/// </summary>
public partial class StudentAnswerTests
{
    private const int FewestOfEach = 8;

    private static readonly CSharpParseOptions Script = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);

    private static readonly string[] Usings =
        ["System", "System.Linq", "System.Collections.Generic", "static System.Math", "LogRegCourse", "LogRegCourse.Checks", "static LogRegCourse.Logistic", "static LogRegCourse.Checks.Course"];

    // One fit of any kind is long to write down.
    private static readonly string[] FewRight = ["14.3"];

    private static readonly List<Exercised> Tasks = [.. Files().SelectMany(Read)];

    public static TheoryData<string> Ids => [.. Tasks.Select(task => task.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void RightAnswers_Pass_AndWrongOnesFail(string id)
    {
        var task = Tasks.Single(task => task.Id == id);
        var answers = Compile(task);
        var exercise = ExerciseBook.Find(id);
        List<string> misjudged = [];
        foreach (var (line, answer) in task.Answers.Zip(answers))
        {
            var verdict = exercise.Judge(answer());
            if (line.IsRight != (verdict.State == VerdictState.Passed)) misjudged.Add($"{(line.IsRight ? "refused" : "accepted")}: {line.Text}\n{verdict}");
        }
        Assert.True(misjudged.Count == 0, string.Join("\n\n", misjudged));
    }

    [Theory, MemberData(nameof(Ids))]
    public void EnoughAnswers_OfBothKinds(string id)
    {
        var answers = Tasks.Single(task => task.Id == id).Answers;
        Assert.True(answers.Count(answer => !answer.IsRight) >= FewestOfEach, id);
        Assert.True(answers.Count(answer => answer.IsRight) >= FewestOfEach || FewRight.Contains(id), id);
    }

    private static Func<object?>[] Compile(Exercised task)
    {
        var functions = task.Answers.Select((answer, i) => task.IsNumber
            ? $"object A{i}() {{ {task.Type} answer = {answer.Text}; return answer; }}"
            : $"{task.Type} F{i}{task.Parameters} {(answer.Text.StartsWith('{') ? answer.Text : $"=> {answer.Text};")} object A{i}() => F{i};");
        var source = string.Join('\n', functions) + $"\nnew Func<object>[] {{ {string.Join(", ", task.Answers.Select((_, i) => $"A{i}"))} }}";
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.CreateScriptCompilation($"answers-{task.Id}", CSharpSyntaxTree.ParseText(string.Concat(Usings.Select(name => $"using {name};\n")) + source, Script), references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release), returnType: typeof(object));
        using var stream = new MemoryStream();
        var emitted = compilation.Emit(stream);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error)));
        stream.Position = 0;
        var entry = compilation.GetEntryPoint(CancellationToken.None)!;
        var run = new AssemblyLoadContext(task.Id).LoadFromStream(stream).GetType(entry.ContainingType.MetadataName)!.GetMethod(entry.MetadataName)!.CreateDelegate<Func<object?[], Task<object?>>>();
        return (Func<object?>[])run([null, null]).GetAwaiter().GetResult()!;
    }

    private static IEnumerable<string> Files() => Directory.GetFiles(Repository.PathOf("tests", "LogRegCourse.Checks.Tests", "Exercises", "Answers"), "*.txt");

    private static IEnumerable<Exercised> Read(string file)
    {
        Exercised? task = null;
        foreach (var line in File.ReadAllLines(file).Where(line => line.Length > 0))
        {
            if (HeadPattern().Match(line) is { Success: true } head)
            {
                if (task is not null) yield return task;
                task = new(head.Groups["id"].Value, head.Groups["type"].Value, head.Groups["parameters"].Value, []);
            }
            else task!.Answers.Add(new(line[0] == '+', line[2..]));
        }
        if (task is not null) yield return task;
    }

    [GeneratedRegex(@"^# (?<id>\S+) (?<type>[\w\[\],]+)( \w+(?<parameters>\(.*\)))?$")]
    private static partial Regex HeadPattern();

    private sealed record Exercised(string Id, string Type, string Parameters, List<Answer> Answers)
    {
        public bool IsNumber => Parameters.Length == 0;
    }

    private sealed record Answer(bool IsRight, string Text);
}
