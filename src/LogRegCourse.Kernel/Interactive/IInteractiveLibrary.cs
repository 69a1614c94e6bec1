using System.Reflection;

namespace LogRegCourse.Kernel.Interactive;

/// <summary>
/// The library of .NET Interactive, which notebooks of others name: loaded when one first does, for it costs a tenth of
/// a second and a dozen megabytes.
/// </summary>
internal interface IInteractiveLibrary
{
    /// <summary>The files that cells may refer to.</summary>
    IReadOnlyList<string> Libraries { get; }

    /// <summary>Runs a cell inside a command of the library.</summary>
    void Run(string source, Action cell);

    /// <summary>A value in the forms that the notebook's formatters give it.</summary>
    IReadOnlyList<(string Mime, string Text)> Format(object? value, IReadOnlyList<string> mimeTypes);

    /// <summary>Whether a value is what display(...) gives back, and is not itself to be shown.</summary>
    bool IsDisplayed(object? value);

    /// <summary>Runs what a package registers itself by.</summary>
    void LoadExtension(Assembly assembly);
}
