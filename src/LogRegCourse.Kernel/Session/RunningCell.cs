using System.Globalization;
using LogRegCourse.Kernel.Display;
using LogRegCourse.Kernel.Messages;

namespace LogRegCourse.Kernel.Session;

/// <summary>
/// Where display(...) and the console of the running cell lead. Static, because a cell's code calls static names; there
/// is one notebook in a process. What is shown or printed while no cell runs is lost, as in .NET Interactive.
/// </summary>
internal static class RunningCell
{
    private static IOutput? _output;
    private static int _displays;

    /// <summary>Gives the outputs of what runs from now on to a cell, or (null) to nobody.</summary>
    public static void Set(IOutput? output) => Volatile.Write(ref _output, output);

    /// <summary>Where the running cell's outputs go; null while none runs.</summary>
    public static IOutput? Output => Volatile.Read(ref _output);

    /// <summary>Shows a value; the answer is the id by which it can be updated.</summary>
    public static string Show(object? value, IReadOnlyList<string> mimeTypes)
    {
        var id = "display-" + Interlocked.Increment(ref _displays).ToString(CultureInfo.InvariantCulture);
        Send(value, mimeTypes, isResult: false, id);
        return id;
    }

    /// <summary>Shows the value of the cell's last expression.</summary>
    public static void ShowResult(object? value) => Send(value, [], isResult: true, displayId: null);

    /// <summary>Replaces what was shown under an id.</summary>
    public static void Update(string displayId, object? value) =>
        Volatile.Read(ref _output)?.Update(displayId, ValueFormatter.Format(value, []));

    /// <summary>Shows what is formatted already; the answer is the id by which it can be updated.</summary>
    public static string ShowForms(IEnumerable<(string Mime, string Text)> forms)
    {
        var id = "display-" + Interlocked.Increment(ref _displays).ToString(CultureInfo.InvariantCulture);
        Volatile.Read(ref _output)?.Show(MimeBundle.Of(forms), isResult: false, id);
        return id;
    }

    /// <summary>Replaces what was shown under an id by what is formatted already.</summary>
    public static void UpdateForms(string displayId, IEnumerable<(string Mime, string Text)> forms) =>
        Volatile.Read(ref _output)?.Update(displayId, MimeBundle.Of(forms));

    public static void Clear(bool wait) => Volatile.Read(ref _output)?.Clear(wait);

    public static void Print(PrintStream stream, string text) => Volatile.Read(ref _output)?.Print(stream, text);

    public static string? ReadLine(string prompt, bool isPassword) => Volatile.Read(ref _output)?.ReadLine(prompt, isPassword);

    private static void Send(object? value, IReadOnlyList<string> mimeTypes, bool isResult, string? displayId)
    {
        var bundle = ValueFormatter.Format(value, mimeTypes);
        Volatile.Read(ref _output)?.Show(bundle, isResult, displayId);
    }
}
