using System.Text.Json;

namespace LogRegCourse.Plotly.Tests.Support;

/// <summary>The first place where two JSON values differ, or null.</summary>
internal static class JsonDifference
{
    // Math.Exp and its like may differ in the last digit between platforms.
    private const double LastDigits = 1e-13;

    public static string? Find(JsonElement expected, JsonElement actual, string path = "$")
    {
        if (expected.ValueKind != actual.ValueKind) return $"{path}: expected {expected}, found {actual}";
        return expected.ValueKind switch
        {
            JsonValueKind.Object => FindInObjects(expected, actual, path),
            JsonValueKind.Array => FindInArrays(expected, actual, path),
            JsonValueKind.Number when IsClose(expected.GetDouble(), actual.GetDouble()) => null,
            _ => expected.GetRawText() == actual.GetRawText() || expected.ToString() == actual.ToString() ? null : $"{path}: expected {expected}, found {actual}",
        };
    }

    private static string? FindInObjects(JsonElement expected, JsonElement actual, string path)
    {
        var wanted = expected.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
        var found = actual.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
        if (wanted.Keys.Except(found.Keys).FirstOrDefault() is { } missing) return $"{path}.{missing} is missing";
        if (found.Keys.Except(wanted.Keys).FirstOrDefault() is { } extra) return $"{path}.{extra} is not in the golden figure";
        return wanted.Select(member => Find(member.Value, found[member.Key], $"{path}.{member.Key}")).FirstOrDefault(difference => difference is not null);
    }

    private static string? FindInArrays(JsonElement expected, JsonElement actual, string path)
    {
        if (expected.GetArrayLength() != actual.GetArrayLength())
            return $"{path}: expected {expected.GetArrayLength()} elements, found {actual.GetArrayLength()}";
        return expected.EnumerateArray().Zip(actual.EnumerateArray())
            .Select((pair, i) => Find(pair.First, pair.Second, $"{path}[{i}]")).FirstOrDefault(difference => difference is not null);
    }

    private static bool IsClose(double expected, double actual) => Math.Abs(expected - actual) <= LastDigits * Math.Max(1e-3, Math.Abs(expected));
}
