using System.Text.Json;
using LogRegCourse.Studio.Notebooks;

namespace LogRegCourse.Testing;

/// <summary>
/// Where what a cell gave in a page differs from what it gave in a process: texts in nothing, numbers of figures in the
/// last digits only, since browsers have an exponential and a logarithm of their own.
/// </summary>
internal static class OutputDifference
{
    // The logarithm of what is left above a minimum has as many digits less as that is small. A figure shows four.
    private const double LargestOfFigures = 1e-6;

    // Cells that show what rounding has left: the error of a central difference with ever smaller steps (lesson 5), the
    // gradient at a minimum (lesson 8). It has no digit in common where the exponential differs in its last one.
    private static readonly string[] OfRounding = ["check-errors", "check-chart", "newton-run", "damped"];

    public static string? Between(CodeCell inProcess, CodeCell inPage)
    {
        var (here, there) = (inProcess.Outputs, inPage.Outputs);
        if (here.Length != there.Length) return $"{there.Length} outputs instead of {here.Length}";
        return here.Zip(there, (a, b) => Between(a, b, isOther: OfRounding.Contains(inProcess.Id) || Timings.AreIn(inProcess.Source))).FirstOrDefault(found => found is not null);
    }

    private static string? Between(CellOutput a, CellOutput b, bool isOther)
    {
        if (a.GetType() != b.GetType()) return $"{b} instead of {a}";
        if (a.Bundle is not { } here) return Blotted(a.ToString(), isOther) == Blotted(b.ToString(), isOther) ? null : $"{b} instead of {a}";
        var there = b.Bundle!;
        if (!here.Forms.Keys.SequenceEqual(there.Forms.Keys)) return $"the forms {string.Join(' ', there.Forms.Keys)} instead of {string.Join(' ', here.Forms.Keys)}";
        // A figure's page holds the figure once more.
        return here.Forms.Keys.Where(mime => mime != MimeBundle.Html || !here.Has(MimeBundle.Plotly))
            .Select(mime => Between(here.Forms[mime], there.Forms[mime], mime, isOther)).FirstOrDefault(found => found is not null);
    }

    private static string? Between(JsonElement a, JsonElement b, string place, bool isOther)
    {
        if (a.ValueKind != b.ValueKind) return $"{place}: {b} instead of {a}";
        switch (a.ValueKind)
        {
            case JsonValueKind.Number:
                var (x, y) = (a.GetDouble(), b.GetDouble());
                return isOther || Math.Abs(x - y) <= LargestOfFigures * Math.Max(Math.Abs(x), Math.Abs(y)) ? null : $"{place}: {b} instead of {a}";
            case JsonValueKind.Array:
                if (a.GetArrayLength() != b.GetArrayLength()) return $"{place}: {b.GetArrayLength()} items instead of {a.GetArrayLength()}";
                return a.EnumerateArray().Zip(b.EnumerateArray()).Select((pair, i) => Between(pair.First, pair.Second, $"{place}[{i}]", isOther)).FirstOrDefault(found => found is not null);
            case JsonValueKind.Object:
                var names = a.EnumerateObject().Select(property => property.Name).ToList();
                if (!names.Order(StringComparer.Ordinal).SequenceEqual(b.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal))) return $"{place}: {b} instead of {a}";
                return names.Select(name => Between(a.GetProperty(name), b.GetProperty(name), $"{place}.{name}", isOther)).FirstOrDefault(found => found is not null);
            default:
                return Blotted(a.ToString(), isOther) == Blotted(b.ToString(), isOther) ? null : $"{place}: {b} instead of {a}";
        }
    }

    // What a stopwatch measured, and what rounding left, is another number each time.
    private static string Blotted(string text, bool isOther) => isOther ? Timings.Blotted(text) : text;
}
