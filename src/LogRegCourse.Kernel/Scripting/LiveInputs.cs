using System.Reflection;
using System.Text.Json;

namespace LogRegCourse.Kernel.Scripting;

/// <summary>
/// Decides what a live input's new value makes run again: a field is set, and the dependents' compiled code is invoked
/// anew; nothing is compiled.
/// </summary>
internal static class LiveInputs
{
    /// <summary>The cells that depend on a name, directly or through others, in the order they ran. Current: the newest
    /// submission of each cell, in that order.</summary>
    public static IReadOnlyList<AnalysedSubmission> Dependents(CellName input, IEnumerable<AnalysedSubmission> current)
    {
        HashSet<CellName> changed = [input];
        List<AnalysedSubmission> dependents = [];
        foreach (var cell in current.Where(cell => cell.Submission.Compilation.AssemblyName != input.Submission))
        {
            var use = cell.Dependencies;
            if (!use.Reads.Overlaps(changed) && !use.Touches.Overlaps(changed)) continue;
            dependents.Add(cell);
            changed.UnionWith(use.Defines);
            changed.UnionWith(use.Writes);
            changed.UnionWith(use.Touches);
        }
        return dependents;
    }

    /// <summary>Sets a variable of a submission's object.</summary>
    /// <returns>Null, or why the value does not fit.</returns>
    public static string? SetField(object submission, string name, JsonElement value)
    {
        var field = submission.GetType().GetField(name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)!;
        try
        {
            object? converted = value.Deserialize(field.FieldType);
            if (converted is null) return $"{name} needs a value.";
            field.SetValue(submission, converted);
            return null;
        }
        catch (JsonException)
        {
            return $"{name} is of type {field.FieldType.Name} and cannot become {value.GetRawText()}.";
        }
    }
}

/// <summary>A submission with what it uses and declares.</summary>
internal sealed record AnalysedSubmission(Submission Submission, CellDependencies Dependencies, IReadOnlyList<Messages.LiveInput> Inputs);
