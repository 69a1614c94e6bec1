namespace LogRegCourse.Checks.Exercises;

/// <summary>An exercise whose answer is a function: called with every input, compared with the right one, all failures reported.</summary>
/// <typeparam name="TFunction">The delegate type, such as Func&lt;double, double&gt;.</typeparam>
/// <param name="id">Lesson and number.</param>
/// <param name="title">The task in a few words.</param>
/// <param name="right">A right solution.</param>
internal sealed class FunctionExercise<TFunction>(string id, string title, TFunction right) : Exercise(id, title)
    where TFunction : Delegate
{
    private const int MostShown = 3;

    /// <summary>Inputs from simple to hard, so that the first failure shown is the smallest.</summary>
    public required IReadOnlyList<object?[]> Inputs { get; init; }

    /// <summary>Relative tolerance of the results.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>How long one call may take.</summary>
    public double Seconds { get; init; } = 2;

    /// <summary>Whether the student's function must leave its arrays as they were.</summary>
    public bool KeepsItsArguments { get; init; } = true;

    /// <summary>Known wrong functions, each with the sentence that names the mistake.</summary>
    public IReadOnlyList<(TFunction Wrong, string Sentence)> Mistakes { get; init; } = [];

    public override Verdict Judge(object? answer)
    {
        if (answer is not Delegate function || !HasSameSignature(function))
            return WrongKind(answer, $"a function like {Signature(typeof(TFunction))}");
        var tries = Try(function);
        if (tries.All(t => t.Result is { Problem: null } result && Closeness.IsBlank(result.Value)) && !tries.All(IsRight)) return NotDone();

        var failed = tries.Where(t => !IsRight(t)).ToList();
        if (failed.Count == 0) return Verdict(VerdictState.Passed, new Finding(FindingState.Right, $"All {tries.Count} inputs give the right result."));
        var findings = new List<Finding>();
        if (tries.Count > failed.Count) findings.Add(new(FindingState.Right, $"{tries.Count - failed.Count} of {Inputs.Count} inputs give the right result."));
        findings.AddRange(failed.OrderByDescending(t => t.Result.IsEndless).Take(MostShown).Select(t => new Finding(FindingState.Wrong, Explain(t))));
        if (failed.Count > MostShown) findings.Add(new(FindingState.Wrong, failed.Count == MostShown + 1 ? "One more input gives a wrong result." : $"{failed.Count - MostShown} more inputs give a wrong result."));
        if (tries.Count < Inputs.Count) findings.Add(new(FindingState.Advice, "The other inputs were not tried."));
        if (KnownMistake(tries.Select(t => t.Result).ToList()) is { } sentence) findings.Add(new(FindingState.Advice, sentence));
        return Verdict(VerdictState.Failed, findings);
    }

    private List<(object?[] Input, CallResult Result, object? Right)> Try(Delegate function)
    {
        List<(object?[], CallResult, object?)> tries = [];
        foreach (var input in Inputs)
        {
            var result = SafeCall.Run(function, input, Seconds);
            tries.Add((input, result, SafeCall.Run(right, input, Seconds).Value));
            // A call that does not come back runs on behind: one of them is enough.
            if (result.IsEndless) break;
        }
        return tries;
    }

    private bool IsRight((object?[] Input, CallResult Result, object? Right) t) =>
        t.Result.Problem is null && Closeness.AreClose(t.Right, t.Result.Value, Tolerance) && !(KeepsItsArguments && t.Result.ChangedArgument is not null);

    private string Explain((object?[] Input, CallResult Result, object? Right) t)
    {
        var call = $"With {Show.Call(t.Input)}";
        if (t.Result.Problem is { } problem) return $"{call} it {problem}";
        if (!Closeness.AreClose(t.Right, t.Result.Value, Tolerance))
        {
            var (given, right) = Show.Apart(t.Result.Value, t.Right);
            return $"{call} it gives {given}; right is {right}.";
        }
        return $"{call} the result is right, but argument {t.Result.ChangedArgument + 1} was changed; work on a copy.";
    }

    private string? KnownMistake(IReadOnlyList<CallResult> results) => Mistakes
        .Where(mistake => Inputs.Zip(results).All(pair => SafeCall.Run(mistake.Wrong, pair.First, Seconds) is var wrong
            && (wrong.Problem is null) == (pair.Second.Problem is null)
            && Closeness.AreClose(wrong.Value, pair.Second.Value, Tolerance)))
        .Select(mistake => mistake.Sentence).FirstOrDefault();

    private static bool HasSameSignature(Delegate function)
    {
        var wanted = typeof(TFunction).GetMethod("Invoke")!;
        return function.Method.ReturnType == wanted.ReturnType && Parameters(function.GetType()).SequenceEqual(Parameters(typeof(TFunction)));
    }

    private static IEnumerable<Type> Parameters(Type type) => type.GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType);

    private static string Signature(Type type) =>
        $"({string.Join(", ", Parameters(type).Select(Keyword))}) -> {Keyword(type.GetMethod("Invoke")!.ReturnType)}";

    private static string Keyword(Type type) =>
        type.IsArray ? Keyword(type.GetElementType()!) + (type.GetArrayRank() == 2 ? "[,]" : "[]")
        : type == typeof(double) ? "double" : type == typeof(int) ? "int" : type == typeof(bool) ? "bool" : type.Name;
}
