using System.Reflection;
using System.Text.Json;

namespace LogRegCourse.Kernel.Display;

/// <summary>The one quiet line behind a notebook's first chart that says which library drew it.</summary>
internal static class ChartNote
{
    private static bool _isTold;

    /// <summary>Why the stand-in was taken, where it was.</summary>
    public static string? StandInReason { get; set; }

    /// <summary>For a new session.</summary>
    public static void Reset() => (_isTold, StandInReason) = (false, null);

    /// <summary>The line, once; null for a value that is no chart.</summary>
    public static IReadOnlyDictionary<string, JsonElement>? TakeFor(object? value)
    {
        if (_isTold || value is null || ChartFormatter.ChartType(value) is not { } type) return null;
        _isTold = true;
        var library = type.Assembly.GetName();
        var version = type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? library.Version?.ToString(3);
        var line = StandInReason is null
            ? $"Charts are drawn by {library.Name} {version}."
            : $"Charts are drawn by the course's stand-in for Plotly.NET, because {StandInReason}.";
        return MimeBundle.Of((MimeBundle.Html, $"<small class=\"logregcourse-note\">{line}</small>"), (MimeBundle.Plain, line));
    }
}
