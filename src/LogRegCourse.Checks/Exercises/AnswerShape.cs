using System.Collections;

namespace LogRegCourse.Checks.Exercises;

/// <summary>
/// Whether a function of one signature can stand for one of another without a guess: a whole number for a number, a list
/// for an array. Its arguments and results are converted at each call.
/// </summary>
internal static class AnswerShape
{
    /// <summary>Whether a function takes the arguments that the exercise gives and returns what it asks for.</summary>
    /// <param name="answer">The student's function.</param>
    /// <param name="wanted">The delegate type that the exercise asks for.</param>
    /// <param name="inputs">Arguments that it will get.</param>
    public static bool Fits(Delegate answer, Type wanted, IEnumerable<object?[]> inputs)
    {
        var (given, asked) = (Parameters(answer.GetType()), Parameters(wanted));
        return given.Length == asked.Length && IsResult(answer.Method.ReturnType, wanted.GetMethod("Invoke")!.ReturnType)
            && inputs.All(input => input.Zip(given).All(pair => CanBe(pair.First, pair.Second)));
    }

    public static Type[] Parameters(Type function) => [.. function.GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType)];

    /// <summary>A fresh copy of an argument in the type that the student's function takes.</summary>
    public static object? Argument(object? value, Type type) => (value, type) switch
    {
        (int number, _) when type == typeof(double) => (double)number,
        (double number, _) when type == typeof(int) => (int)number,
        (int[] numbers, _) when type == typeof(double[]) => Array.ConvertAll(numbers, number => (double)number),
        (double[] numbers, _) when type == typeof(int[]) => Array.ConvertAll(numbers, number => (int)number),
        (double[][] rows, _) => rows.Select(row => (double[])row.Clone()).ToArray(),
        (Array array, _) => array.Clone(),
        _ => value,
    };

    /// <summary>A result in the type that the exercise asks for; a sequence is gone through to its end.</summary>
    public static object? Result(object? value, Type type)
    {
        if (value is null || value.GetType() == type) return value;
        if (type == typeof(double)) return Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);
        if (!type.IsArray || type.GetArrayRank() > 1) return value;
        var items = ((IEnumerable)value).Cast<object?>().Select(item => Result(item, type.GetElementType()!)).ToArray();
        var array = Array.CreateInstance(type.GetElementType()!, items.Length);
        items.CopyTo(array, 0);
        return array;
    }

    private static bool IsResult(Type given, Type wanted) => given == wanted
        || (wanted == typeof(double) && given == typeof(int))
        || (wanted.IsArray && wanted.GetArrayRank() == 1 && ItemOf(given) is { } item && IsResult(item, wanted.GetElementType()!));

    private static Type? ItemOf(Type sequence) => sequence.GetInterfaces().Append(sequence)
        .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static bool CanBe(object? value, Type type) => value is null || type.IsInstanceOfType(value) || (value switch
    {
        int => type == typeof(double),
        int[] => type == typeof(double[]),
        double number => type == typeof(int) && double.IsInteger(number),
        double[] numbers => type == typeof(int[]) && numbers.All(double.IsInteger),
        _ => false,
    });
}
