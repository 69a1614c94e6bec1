using System.Collections;
using System.Reflection;

namespace LogRegCourse.Kernel.Display;

/// <summary>What there is to show of a value.</summary>
internal static class Members
{
    /// <summary>How many items of a sequence are shown.</summary>
    public const int MaxItems = 20;

    /// <summary>Public properties and fields with their values; a getter that throws shows its message.</summary>
    public static IEnumerable<(string Name, object? Value)> Of(object value)
    {
        var type = value.GetType();
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike)
            .DistinctBy(property => property.Name)
            .Select(property => (property.Name, Get(() => property.GetValue(value))));
        var fields = type.GetFields(BindingFlags.Public | BindingFlags.Instance).Select(field => (field.Name, Get(() => field.GetValue(value))));
        return properties.Concat(fields);
    }

    public static IEnumerable<(object Key, object? Value)> Entries(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary) yield return (entry.Key, entry.Value);
    }

    /// <summary>Whether the value's class says itself what its text is.</summary>
    public static bool HasOwnToString(object value)
    {
        var declaring = value.GetType().GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType;
        return declaring != typeof(object) && declaring != typeof(ValueType) && value is not IEnumerable;
    }

    /// <summary>Whether a value is shown as its text alone, also in HTML.</summary>
    public static bool IsScalar(object? value) =>
        value is null or string or IFormattable or bool or Type or Delegate or Exception || value.GetType() is { IsPrimitive: true } or { IsEnum: true }
        || value is System.Runtime.CompilerServices.ITuple tuple && Enumerable.Range(0, tuple.Length).All(index => IsScalar(tuple[index]));

    /// <summary>A type's name as it is written in C#.</summary>
    public static string TypeName(Type type)
    {
        if (!type.IsGenericType) return type.Name;
        var arguments = string.Join(", ", type.GetGenericArguments().Select(TypeName));
        return $"{type.Name.Split('`')[0]}<{arguments}>";
    }

    private static object? Get(Func<object?> getter)
    {
        try
        {
            return getter();
        }
        catch (TargetInvocationException error)
        {
            return error.InnerException!.Message;
        }
    }
}
