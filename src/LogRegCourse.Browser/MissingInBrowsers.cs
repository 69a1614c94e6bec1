using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices.JavaScript;

namespace LogRegCourse.Browser;

/// <summary>What a page in a browser cannot do, said where a cell tries.</summary>
internal static class MissingInBrowsers
{
    private const string Elsewhere = "; the course opened from its folder (dotnet run) has";

    /// <summary>The sentence for an exception; null where that says it itself.</summary>
    public static string? Sentence(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is JSException or HttpRequestException or SocketException or WebException) return $"A cell in a browser has no network{Elsewhere} one.";
            if (cause is PlatformNotSupportedException) return NotSupported(cause);
        }
        return null;
    }

    // What was called says what was wanted; the message often says less.
    private static string NotSupported(Exception error)
    {
        var called = new StackTrace(error).GetFrames().Select(frame => frame.GetMethod()?.DeclaringType?.FullName).FirstOrDefault(type => type is not null && !type.EndsWith("ThrowHelper", StringComparison.Ordinal)) ?? "";
        return called switch
        {
            "System.Threading.Thread" => "A cell in a browser has one thread and can start no other: do the work in the cell itself, or write it with async and await.",
            _ when called.StartsWith("System.Threading.", StringComparison.Ordinal) => "A cell in a browser has one thread, so it cannot stand still until something else happens: write  await  in place of .Wait(), .Result and locks.",
            _ when called.StartsWith("System.Net.", StringComparison.Ordinal) => $"A cell in a browser has no network{Elsewhere} one.",
            _ when called.StartsWith("System.Diagnostics.", StringComparison.Ordinal) => $"A cell in a browser can neither see nor start other programs{Elsewhere} them.",
            _ => $"A browser has nothing like this{Elsewhere} it. (.NET says: {error.Message})",
        };
    }
}
