namespace LogRegCourse.Kernel.Packages;

/// <summary>The course's own library with Plotly.NET's names, for feeds that lack the real one.</summary>
internal static class StandIn
{
    /// <summary>Its library, shipped beside the kernel.</summary>
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "stand-in", "LogRegCourse.Plotly.dll");

    /// <summary>Whether it can take a package's place.</summary>
    public static bool Replaces(string package) =>
        package.Equals("Plotly.NET", StringComparison.OrdinalIgnoreCase) || package.Equals("Plotly.NET.CSharp", StringComparison.OrdinalIgnoreCase);

    /// <summary>An extension of .NET Interactive that makes charts show themselves; this kernel does that by itself.</summary>
    public static bool IsNotNeeded(string package) => package.Equals("Plotly.NET.Interactive", StringComparison.OrdinalIgnoreCase);
}
