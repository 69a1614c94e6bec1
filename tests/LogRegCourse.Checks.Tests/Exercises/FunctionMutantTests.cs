using System.Linq.Expressions;
using LogRegCourse.Checks.Exercises;

namespace LogRegCourse.Checks.Tests.Exercises;

/// <summary>
/// The right answer of every function exercise, spoilt by machine in each of the ways that a few inputs do not show: each
/// is refused, with a sentence. The unspoilt one passes through the same wrapping.
/// </summary>
public class FunctionMutantTests
{
    private static readonly IReadOnlyList<Exercise> Exercises = [.. ExerciseBook.All.Where(exercise => exercise is IFunctionExercise)];

    // Of few inputs one of ten may be none.
    private bool _isSpoilt;

    private IReadOnlyDictionary<string, Func<Func<object?[], object?>, Func<object?[], object?>?>> Machines => new Dictionary<string, Func<Func<object?[], object?>, Func<object?[], object?>?>>
    {
        ["wrong for one input of three"] = right => arguments => Picked(arguments, 3) ? Spoilt(right(arguments)) : right(arguments),
        ["wrong for one input of ten"] = right => arguments => Picked(arguments, 10) ? Spoilt(right(arguments)) : right(arguments),
        ["the answer to the first question"] = right => { object? kept = null; return arguments => kept ??= right(arguments); },
        ["the answer to the question before"] = right => { object? before = null; return arguments => { var now = before ?? right(arguments); before = right(arguments); return now; }; },
        ["right the first time an input comes"] = right => { HashSet<string> seen = []; return arguments => seen.Add(Show.Call(arguments)) ? right(arguments) : Spoilt(right(arguments)); },
        ["right for the first twenty calls"] = right => { var calls = 0; return arguments => ++calls > 20 || calls == 3 ? Spoilt(right(arguments)) : right(arguments); },
        ["drawn by chance"] = right => { var random = new Random(7); return arguments => random.Next(3) == 0 ? Spoilt(right(arguments)) : right(arguments); },
        ["throws the third time"] = right => { var calls = 0; return arguments => ++calls == 3 ? throw new ArithmeticException("a mistake") : right(arguments); },
        ["nothing for one input of three"] = right => arguments => Picked(arguments, 3) ? Nothing(right(arguments)) : right(arguments),
    };

    public static TheoryData<string> Ids => [.. Exercises.Select(exercise => exercise.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void EveryMutant_IsRefusedWithASentence(string id)
    {
        var exercise = Exercises.Single(one => one.Id == id);
        var right = ((IFunctionExercise)exercise).Right;
        object? Right(object?[] arguments) => right.DynamicInvoke(arguments);
        Assert.Equal(VerdictState.Passed, exercise.Judge(Function(right, Right)).State);
        foreach (var (name, machine) in Machines)
            Refused(exercise, name, Function(right, machine(Right)!));
        if (((IFunctionExercise)exercise).AllInputs(1).Any(input => input.Any(argument => argument is double[] or int[])))
            Refused(exercise, "writes into its argument", Function(right, arguments => Overwriting(arguments, Right)));
        if (right.Method.ReturnType == typeof(double[]))
        {
            var shared = new Dictionary<int, double[]>();
            Refused(exercise, "gives the same list each time", Function(right, arguments => Shared(shared, (double[])Right(arguments)!)));
        }
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("5.4")]
    public void EndlessMutant_IsLeftBehind(string id)
    {
        var exercise = Exercises.Single(one => one.Id == id);
        var right = ((IFunctionExercise)exercise).Right;
        using var end = new ManualResetEventSlim();
        var calls = 0;
        var verdict = exercise.Judge(Function(right, arguments =>
        {
            if (++calls == 4) end.Wait(TestContext.Current.CancellationToken);
            return right.DynamicInvoke(arguments);
        }));
        end.Set();
        Assert.Equal(VerdictState.Failed, verdict.State);
        Assert.Contains("does not come back", verdict.ToString(), StringComparison.Ordinal);
    }

    private void Refused(Exercise exercise, string name, Delegate mutant)
    {
        _isSpoilt = false;
        var verdict = exercise.Judge(mutant);
        if (name.Contains("one input of", StringComparison.Ordinal) && !_isSpoilt) return;
        Assert.True(verdict.State == VerdictState.Failed, $"{exercise.Id}, {name}: {verdict}");
        Assert.Contains(verdict.Findings, finding => finding.State == FindingState.Wrong);
    }

    /// <summary>A function of the same parameters and result.</summary>
    internal static Delegate Function(Delegate like, Func<object?[], object?> body)
    {
        var parameters = like.Method.GetParameters().Where(parameter => parameter.ParameterType.Name != "Closure").Select(parameter => Expression.Parameter(parameter.ParameterType)).ToArray();
        var all = Expression.NewArrayInit(typeof(object), parameters.Select(parameter => Expression.Convert(parameter, typeof(object))));
        return Expression.Lambda(like.GetType(), Expression.Convert(Expression.Invoke(Expression.Constant(body), all), like.Method.ReturnType), parameters).Compile();
    }

    private bool Picked(object?[] arguments, int of) => Seeds.Of(Show.Call(arguments), 5) % of == 0 && (_isSpoilt = true);

    private static object? Spoilt(object? value) => value switch
    {
        double number => !double.IsFinite(number) ? 0.5 : number == 0 ? 1e-3 : number * 1.001,
        bool flag => !flag,
        double[] numbers => numbers.Length == 0 ? null : (double[])[(double)Spoilt(numbers[0])!, .. numbers[1..]],
        double[][] rows => (double[][])[(double[])Spoilt(rows[0])!, .. rows[1..]],
        double[,] table => new[,] { { table[0, 0], (double)Spoilt(table[0, 1])! }, { table[1, 0], table[1, 1] } },
        int[][] batches => batches[1..],
        _ => null,
    };

    private static object? Nothing(object? value) => value switch { double => double.NaN, bool flag => !flag, _ => null };

    private static object? Overwriting(object?[] arguments, Func<object?[], object?> right)
    {
        var result = right(arguments);
        foreach (var list in arguments)
        {
            if (list is double[] { Length: > 0 } numbers) numbers[0] += 1;
            else if (list is int[] { Length: > 0 } wholes) wholes[0] += 1;
            else continue;
            break;
        }
        return result;
    }

    private static double[] Shared(Dictionary<int, double[]> lists, double[] result)
    {
        if (!lists.TryGetValue(result.Length, out var list)) lists[result.Length] = list = new double[result.Length];
        result.CopyTo(list, 0);
        return list;
    }
}
