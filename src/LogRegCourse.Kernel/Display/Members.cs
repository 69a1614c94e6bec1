using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using LogRegCourse.Kernel.Scripting;

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
            .Select(property => (property.Name, Unsettled(value, property.Name) ?? Get(() => property.GetValue(value))));
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
        return declaring != typeof(object) && declaring != typeof(ValueType) && value is not IEnumerable && !IsGeneric(value, typeof(Lazy<>));
    }

    /// <summary>Whether a value is shown as its text alone, also in HTML.</summary>
    public static bool IsScalar(object? value) =>
        value is null or string or IFormattable or bool or Type or Delegate or Exception or JsonNode or JsonElement or JsonDocument || value.GetType() is { IsPrimitive: true } or { IsEnum: true }
        || value is System.Runtime.CompilerServices.ITuple tuple && Enumerable.Range(0, tuple.Length).All(index => IsScalar(tuple[index]));

    /// <summary>A type's name as it is written in C#.</summary>
    public static string TypeName(Type type)
    {
        if (!type.IsGenericType) return type.Name;
        var arguments = string.Join(", ", type.GetGenericArguments().Select(TypeName));
        return $"{type.Name.Split('`')[0]}<{arguments}>";
    }

    /// <summary>How many items there are, where the sequence knows it without being gone through.</summary>
    public static int? CountOf(IEnumerable sequence) => sequence switch
    {
        ICollection collection => collection.Count,
        SettledQuery settled => settled.Count,
        _ => sequence.GetType().GetInterfaces().FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>)) is { } counted
            ? (int)counted.GetProperty(nameof(ICollection.Count))!.GetValue(sequence)!
            : null,
    };

    /// <summary>What stands in place of the items that are not shown. Count: of all, where it is known.</summary>
    public static string More(int? count) => count is { } all ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"... ({all - MaxItems} more)") : "... (more)";

    /// <summary>The value's own text, or what its ToString threw.</summary>
    public static string TextOf(object value)
    {
        try
        {
            return value.ToString() ?? "";
        }
        catch (Exception error) when (error is not CellStoppedException)
        {
            return $"({TypeName(value.GetType())}.ToString() threw {Thrown(error)})";
        }
    }

    /// <summary>An exception's type and message, also of one whose message throws.</summary>
    public static string Thrown(Exception error) => $"{error.GetType().Name}: {MessageOf(error)}";

    /// <summary>An exception's message; one that throws is no reason to end the process.</summary>
    public static string MessageOf(Exception error)
    {
        try
        {
            return error.Message ?? "";
        }
        catch (Exception second) when (second is not CellStoppedException)
        {
            return $"(its Message threw {second.GetType().Name})";
        }
    }

    // To look at a value must neither work it out nor wait for it.
    private static string? Unsettled(object value, string property) => value switch
    {
        Task { IsCompleted: false } when property == nameof(Task<>.Result) => "(not completed)",
        _ when property == nameof(Lazy<>.Value) && IsGeneric(value, typeof(Lazy<>)) && value.GetType().GetProperty(nameof(Lazy<>.IsValueCreated))!.GetValue(value) is false => "(not evaluated)",
        _ when property == nameof(ValueTask<>.Result) && IsGeneric(value, typeof(ValueTask<>)) && value.GetType().GetProperty(nameof(ValueTask<>.IsCompleted))!.GetValue(value) is false => "(not completed)",
        _ => null,
    };

    private static bool IsGeneric(object value, Type definition)
    {
        for (var type = value.GetType(); type is not null; type = type.BaseType)
            if (type.IsGenericType && type.GetGenericTypeDefinition() == definition) return true;
        return false;
    }

    private static object? Get(Func<object?> getter)
    {
        try
        {
            return getter();
        }
        catch (TargetInvocationException error) when (error.InnerException is not CellStoppedException)
        {
            return MessageOf(error.InnerException!);
        }
    }
}
