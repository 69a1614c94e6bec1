using System.Reflection;

namespace LogRegCourse.Checks.Exercises;

/// <summary>
/// An exercise whose answer is a function: called with fixed and with random inputs, twice with each and in two orders,
/// compared with the right one.
/// </summary>
/// <typeparam name="TFunction">The delegate type, such as Func&lt;double, double&gt;.</typeparam>
/// <param name="id">Lesson and number.</param>
/// <param name="title">The task in a few words.</param>
/// <param name="right">A right solution.</param>
internal sealed class FunctionExercise<TFunction>(string id, string title, TFunction right) : Exercise(id, title), IFunctionExercise
    where TFunction : Delegate
{
    private const int MostShown = 3;
    private const double LeastShareOfMistake = 0.75;
    private const int MostMixed = 8;

    private static readonly Type Result = typeof(TFunction).GetMethod("Invoke")!.ReturnType;

    /// <summary>Inputs from simple to hard, so that the first failure shown is the smallest.</summary>
    public required IReadOnlyList<object?[]> Inputs { get; init; }

    /// <summary>Draws further inputs over all that the task allows: the middle, the ends, ties, both labels, every length.</summary>
    public Func<RandomInputs, IEnumerable<object?[]>> Random { get; init; } = _ => [];

    /// <summary>What is asked for all over its range.</summary>
    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    /// <summary>Relative tolerance of the results. The task says it where it is not the usual one.</summary>
    public double Tolerance { get; init; } = FunctionExercise.UsualTolerance;

    /// <summary>How far a number may be off in any case: some units in the last place of the terms that cancel in it.</summary>
    public double Rounding { get; init; } = 1e-15;

    /// <summary>The size of the terms that cancel in the result: some units in their last place are lost.</summary>
    public Func<object?[], double> Terms { get; init; } = _ => 0;

    /// <summary>By how much a right formula may magnify the rounding of an input: near 1, p has few digits of 1 − p.</summary>
    public Func<object?[], double> Condition { get; init; } = _ => 1;

    /// <summary>How long one call may take.</summary>
    public double Seconds { get; init; } = 2;

    /// <summary>Members of the course's library that the task forbids, by their names or those of their types.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Whether the task asks for one formula, without if, ?: or switch; a loop decides nothing by itself.</summary>
    public bool WithoutConditions { get; init; }

    /// <summary>How long all calls together may take before the rest is left out.</summary>
    public double AllSeconds { get; init; } = 2;

    /// <summary>Inputs that an answer may refuse, with an exception or with NaN.</summary>
    public Func<object?[], bool> MayRefuse { get; init; } = _ => false;

    /// <summary>Known wrong functions, each with the sentence that names the mistake.</summary>
    public IReadOnlyList<(TFunction Wrong, string Sentence)> Mistakes { get; init; } = [];

    Delegate IFunctionExercise.Right => right;

    public override Verdict Judge(object? answer)
    {
        if (answer is not Delegate function) return WrongKind(answer, $"a function like {Signature(typeof(TFunction))}");
        var code = AnswerCode.Of(function);
        var inputs = AllInputs(Seeds.Of(Id, code.Seed));
        if (!AnswerShape.Fits(function, typeof(TFunction), inputs)) return WrongKind(answer, $"a function like {Signature(typeof(TFunction))}");
        var tries = Try(function, inputs);
        // What reads its arguments and gives NaN was written, and is wrong.
        if (tries.All(t => t.First is { Problem: null } first && Closeness.IsBlank(first.Value)) && !tries.All(IsRight) && (!code.ReadsArguments || tries.Any(t => t.First.Value is null))) return NotDone();

        var failed = tries.Where(t => !IsRight(t)).ToList();
        var forbidden = code.IsLookedUp ? "This looks a function up by its name while it runs (reflection), and may find the answer there; the task is to compute it."
            : code.CallOf(Without) is { } called ? $"This calls the library's {called}; the task is to do without it."
            : WithoutConditions && code.Decides ? "This decides by a condition (an if, ?: or switch); the task is one formula without." : null;
        var slow = tries.Count < inputs.Count && !tries[^1].First.IsEndless ? $"It is slow: {tries.Count} calls took more than {AllSeconds:F0} seconds." : null;
        if (failed.Count == 0 && forbidden is null && (slow is null || tries.Count >= Math.Max(Inputs.Count, FunctionExercise.FewestTries)))
            return Verdict(VerdictState.Passed, [new(FindingState.Right, $"All {tries.Count} inputs give the right result."), .. slow is null ? (Finding[])[] : [new(FindingState.Advice, slow)]]);
        var findings = new List<Finding>();
        if (tries.Count > failed.Count) findings.Add(new(FindingState.Right, $"{tries.Count - failed.Count} of {inputs.Count} inputs give the right result."));
        if (slow is not null) findings.Add(new(FindingState.Wrong, $"{slow} Is there a loop in it that runs for too long, or a pause?"));
        if (forbidden is not null) findings.Add(new(FindingState.Wrong, forbidden));
        findings.AddRange(failed.OrderByDescending(t => t.First.IsEndless).Take(MostShown).Select(t => new Finding(FindingState.Wrong, Explain(t))));
        if (failed.Count > MostShown) findings.Add(new(FindingState.Wrong, failed.Count == MostShown + 1 ? "One more input gives a wrong result." : $"{failed.Count - MostShown} more inputs give a wrong result."));
        if (tries.Count < inputs.Count) findings.Add(new(FindingState.NotTried, "The other inputs were not tried."));
        findings.AddRange(Advice(tries, failed, code, function).Select(sentence => new Finding(FindingState.Advice, sentence)));
        return Verdict(VerdictState.Failed, findings);
    }

    /// <summary>All inputs that a seed gives, the fixed ones first.</summary>
    public IReadOnlyList<object?[]> AllInputs(int seed) => [.. Inputs, .. Drawn(new RandomInputs(seed))];

    private IEnumerable<object?[]> Drawn(RandomInputs draw) => Random(draw).Concat(Quantities.SelectMany(quantity => quantity.Inputs(draw)));

    /// <summary>Whether a result is the right one for an input.</summary>
    public bool IsRight(object?[] input, object? result) => AreClose(input, RightFor(input), result);

    private bool AreClose(object?[] input, object? expected, object? result) =>
        Closeness.AreClose(expected, result, Math.Max(Tolerance, Condition(input) * FunctionExercise.RoundingOfInput), Math.Max(Rounding, Terms(input) * FunctionExercise.RoundingOfTerms));

    // Once in the given order and once in the opposite one: what depends on earlier calls shows itself.
    private List<Try> Try(Delegate function, IReadOnlyList<object?[]> inputs)
    {
        var first = SafeCall.Run(function, inputs, Result, Seconds, AllSeconds);
        var isWhole = !first[^1].IsEndless;
        var again = isWhole ? SafeCall.Run(function, [.. inputs.Take(first.Count).Reverse()], Result, Seconds, AllSeconds) : [];
        return [.. first.Select((result, i) => new Try(inputs[i], result, again.ElementAtOrDefault(first.Count - 1 - i), RightFor(inputs[i])))];
    }

    private object? RightFor(object?[] input) => right.DynamicInvoke([.. input.Select(argument => argument is null ? null : AnswerShape.Argument(argument, argument.GetType()))]);

    private bool IsRight(Try t) => IsRight(t, t.First) && (t.Again is null || IsRight(t, t.Again)) && !t.IsOverwritten;

    private bool IsRight(Try t, CallResult result) => result.Problem is null
        ? (AreClose(t.Input, t.Right, result.Value) || (result.Value is double.NaN && MayRefuse(t.Input))) && result.ChangedArgument is null
        : !result.IsEndless && MayRefuse(t.Input);

    private string Explain(Try t)
    {
        var call = $"With {Show.Call(t.Input)}";
        if (t.First.Problem is { } problem) return $"{call} it {problem}";
        if (!AreClose(t.Input, t.Right, t.First.Value))
        {
            var (given, rightResult) = Show.Apart(t.First.Value, t.Right);
            return $"{call} it gives {given}; right is {rightResult}.";
        }
        if (t.First.ChangedArgument is { } changed) return $"{call} the result is right, but argument {changed + 1} was changed; work on a copy.";
        if (t.Again?.Problem is { } later) return $"{call} it gives the right result at first, but called again it {later}";
        if (t.Again is not null && !AreClose(t.Input, t.Right, t.Again.Value))
        {
            var (given, rightResult) = Show.Apart(t.Again.Value, t.Right);
            return $"{call} it gives the right result at first, but {given} when it is called again; right is {rightResult} every time.";
        }
        return $"{call} the result is right at first, but a later call changes the list that was returned; return a new list each time.";
    }

    private IEnumerable<string> Advice(IReadOnlyList<Try> tries, IReadOnlyList<Try> failed, AnswerCode code, Delegate function)
    {
        // A 0 that stands in the code gives 0 by itself, whatever formula is written around it.
        var isZero = code.HoldsZero && IsConstant(tries) && tries[0].First.Value is 0.0;
        var known = isZero ? null : KnownMistake(tries);
        if (known is not null) yield return known;
        if (failed.Count == 0) yield break;
        if (code.DividesWholeNumbers) yield return FunctionExercise.WholeNumberDivision;
        // Many a mistake is what is left of a right formula whose 1 / 2 has become 0.
        else if (known is not null && code.ComputesWithZero) yield return NumberExercise.ZeroByDivision;
        if (failed.Any(t => t.Again is { Problem: null } again && t.First.Problem is null && !Closeness.AreSame(t.First.Value, again.Value)))
            yield return "The same input gives different results from call to call: what a function gives may depend on its arguments alone, not on earlier calls or on chance.";
        if (known is not null) yield break;
        if (IsConstant(tries)) yield return $"It gives {Show.Value(tries[0].First.Value)} whatever the input.{(isZero ? $" {NumberExercise.ZeroByDivision}" : "")}";
        else if (Unread(function, tries) is { } unread) yield return $"{unread} is not read: the result stays as it is when another one is put in its place.";
        else if (failed.All(t => t.First.Problem is null && Closeness.IsNear(t.Right, t.First.Value) && !AreClose(t.Input, t.Right, t.First.Value)))
            yield return $"Close, but not close enough: results have to agree to {FunctionExercise.Digits(Tolerance)} digits.";
        else if (FailingRegion.Describe(function, [.. tries.Select(Tried)], () => Fresh(function, Seeds.Of(Id, code.Seed) + 1)) is { } region) yield return region;
    }

    /// <summary>An argument that changes the right result, but not the answer's.</summary>
    private string? Unread(Delegate function, IReadOnlyList<Try> tries)
    {
        var names = function.Method.GetParameters().TakeLast(tries[0].Input.Length).Select(parameter => parameter.Name ?? "").ToArray();
        for (var k = 0; k < names.Length; k++)
        {
            // Of two inputs the one with an argument of the other.
            var mixed = tries.Zip(tries.Skip(1)).Where(pair => pair.First.First.Problem is null && AreExchangeable(pair.First.Input[k], pair.Second.Input[k]))
                .Select(pair => (pair.First, Input: (object?[])[.. pair.First.Input[..k], pair.Second.Input[k], .. pair.First.Input[(k + 1)..]]))
                .Where(pair => IsOther(pair.First.Right, pair.Input)).Take(MostMixed).ToList();
            if (mixed.Count < MostMixed) continue;
            var results = SafeCall.Run(function, [.. mixed.Select(pair => pair.Input)], Result, Seconds, AllSeconds);
            if (results.Count == mixed.Count && results.Zip(mixed).All(pair => pair.First.Problem is null && Closeness.AreSame(pair.First.Value, pair.Second.First.First.Value))) return names[k];
        }
        return null;
    }

    // Two arguments of different inputs need not go together: an index, and a list that it points into.
    private bool IsOther(object? result, object?[] input)
    {
        try
        {
            return !Closeness.AreClose(result, RightFor(input), 1e-3, 1e-3);
        }
        catch (TargetInvocationException)
        {
            return false;
        }
    }

    private static bool AreExchangeable(object? a, object? b) => a is double or int || a is double[] one && b is double[] other && one.Length == other.Length;

    private TriedInput Tried(Try t) => new(t.Input, IsRight(t), t.First.Problem is null && Closeness.AreClose(t.Right, t.First.Value, Math.Max(Tolerance, Condition(t.Input) * FunctionExercise.RoundingOfInput), 0));

    /// <summary>Inputs from another seed, each tried once.</summary>
    private IReadOnlyList<TriedInput> Fresh(Delegate function, int seed)
    {
        List<object?[]> inputs = [.. Drawn(new RandomInputs(seed))];
        if (inputs.Count == 0) inputs = [.. Inputs];
        var results = SafeCall.Run(function, inputs, Result, Seconds, AllSeconds);
        return [.. results.Select((result, i) => Tried(new Try(inputs[i], result, null, RightFor(inputs[i]))))];
    }

    private static bool IsConstant(IReadOnlyList<Try> tries) =>
        tries.Count > 1 && tries.All(t => t.First.Problem is null && Closeness.AreSame(t.First.Value, tries[0].First.Value));

    // In the fixed inputs a mistake shows its own numbers; at the extremes that are drawn two ways to write it may overflow differently.
    private string? KnownMistake(IReadOnlyList<Try> tries) => Mistakes
        .Where(mistake => tries.Take(Inputs.Count).All(t => IsSame(mistake.Wrong, t, isFixed: true)))
        .Where(mistake => tries.Skip(Inputs.Count).Count(t => IsSame(mistake.Wrong, t, isFixed: false)) >= LeastShareOfMistake * (tries.Count - Inputs.Count))
        .Select(mistake => mistake.Sentence).FirstOrDefault();

    private bool IsSame(TFunction wrong, Try t, bool isFixed)
    {
        object? value;
        try
        {
            value = wrong.DynamicInvoke([.. t.Input.Select(argument => argument is null ? null : AnswerShape.Argument(argument, argument.GetType()))]);
        }
        catch (TargetInvocationException)
        {
            return t.First.Problem is not null;
        }
        return t.First.Problem is null && Closeness.AreClose(value, t.First.Value, isFixed ? Tolerance : Math.Max(Tolerance, 1e-6), isFixed ? Rounding : Math.Max(Rounding, 1e-9));
    }

    private static string Signature(Type type) =>
        $"({string.Join(", ", AnswerShape.Parameters(type).Select(Keyword))}) -> {Keyword(type.GetMethod("Invoke")!.ReturnType)}";

    private static string Keyword(Type type) =>
        type.IsArray ? Keyword(type.GetElementType()!) + (type.GetArrayRank() == 2 ? "[,]" : "[]")
        : type == typeof(double) ? "double" : type == typeof(int) ? "int" : type == typeof(bool) ? "bool" : type.Name;
}

/// <summary>An input, what two calls with it gave, and the right result.</summary>
internal sealed record Try(object?[] Input, CallResult First, CallResult? Again, object? Right)
{
    /// <summary>Whether a list that was returned has changed since.</summary>
    public bool IsOverwritten => First.GivenThen is not null && !Closeness.AreSame(First.GivenThen, First.Given);
}

/// <summary>What function exercises of all types share.</summary>
internal static class FunctionExercise
{
    public const double UsualTolerance = 1e-9;

    /// <summary>What rounding an input, and the first terms made of it, may change: some units in the last place.</summary>
    public const double RoundingOfInput = 1e-15;

    /// <summary>What is lost of terms that cancel, relative to the largest of them.</summary>
    public const double RoundingOfTerms = 1e-14;

    /// <summary>So many right results are enough where an answer is too slow for more.</summary>
    public const int FewestTries = 40;

    public const string WholeNumberDivision = "A whole number is divided by a whole number in it, and C# drops the rest: make one of the two a double, as in 1.0 / n.";

    /// <summary>How many digits a relative tolerance asks for.</summary>
    public static int Digits(double tolerance) => (int)Math.Floor(-Math.Log10(tolerance));
}

/// <summary>A function exercise, whatever its type.</summary>
internal interface IFunctionExercise
{
    /// <summary>A right solution.</summary>
    Delegate Right { get; }

    /// <summary>Relative tolerance of the results.</summary>
    double Tolerance { get; }

    /// <summary>Members of the course's library that the task forbids.</summary>
    IReadOnlyList<string> Without { get; }

    /// <summary>All inputs that a seed gives.</summary>
    IReadOnlyList<object?[]> AllInputs(int seed);

    /// <summary>Whether a result is the right one for an input.</summary>
    bool IsRight(object?[] input, object? result);
}
