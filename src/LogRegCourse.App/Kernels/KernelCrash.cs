namespace LogRegCourse.App.Kernels;

/// <summary>What a process left behind when it ended by itself, in one sentence a student can act on.</summary>
internal static class KernelCrash
{
    private const string Lost = "and all variables are lost";
    private const int Killed = 137;

    public static string Sentence(int exitCode, IReadOnlyList<string> lines)
    {
        if (lines.Any(line => line.StartsWith("Stack overflow", StringComparison.Ordinal)))
            return $"The cell used up the stack, as a recursion without an end does; its process ended {Lost}.";
        if (lines.Any(line => line.Contains("out of memory", StringComparison.OrdinalIgnoreCase) || line.Contains(nameof(OutOfMemoryException), StringComparison.Ordinal)))
            return $"The cell used up the memory; its process ended {Lost}.";
        if (exitCode == Killed)
            return $"The cell's process was killed from outside, perhaps because memory ran out, {Lost}.";
        var said = lines.LastOrDefault(line => line.StartsWith("Unhandled exception", StringComparison.Ordinal))
            ?? lines.LastOrDefault(line => !string.IsNullOrWhiteSpace(line));
        return said is null
            ? $"The cell ended its process (exit code {exitCode}), as Environment.Exit does, {Lost}."
            : $"The cell's process ended with exit code {exitCode} ({said.Trim().TrimEnd('.')}) {Lost}.";
    }
}
