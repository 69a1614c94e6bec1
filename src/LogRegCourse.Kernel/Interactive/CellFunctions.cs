using LogRegCourse.Kernel.Session;

namespace LogRegCourse.Kernel.Interactive;

/// <summary>
/// What every cell may call without a using, under the names that .NET Interactive gives them, so that a notebook runs
/// there and here unchanged.
/// </summary>
public static class CellFunctions
{
    /// <summary>Shows a value, in its preferred MIME types or in those given.</summary>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => new(RunningCell.Show(value, mimeTypes));

    /// <summary>HTML to show as it is.</summary>
    public static MarkedText HTML(string content) => new(content, "text/html");

    /// <summary>Adds a style sheet to the page.</summary>
    public static void CSS(string content) => display(HTML($"<style>{content}</style>"));

    /// <summary>Runs a script in the page.</summary>
    public static void Javascript(string scriptContent) => display(HTML($"<script type=\"text/javascript\">{scriptContent}</script>"));

    /// <summary>Takes the cell's outputs away; wait: only when the next one comes. Jupyter's clear_output, which .NET
    /// Interactive lacks.</summary>
    public static void ClearOutput(bool wait = false) => RunningCell.Clear(wait);

    /// <summary>Asks the student for a line.</summary>
    public static Task<string> GetInputAsync(string prompt = "", string typeHint = "text") =>
        Task.FromResult(RunningCell.ReadLine(prompt, typeHint == "password") ?? throw new InvalidOperationException("Input not provided."));

    /// <summary>Asks the student for a line, under the name that older notebooks know.</summary>
    public static string input(string prompt = "") => GetInputAsync(prompt).Result;

    /// <summary>Asks the student for a line that is not shown, under the name that older notebooks know.</summary>
    public static string password(string prompt = "") => GetPasswordAsync(prompt).Result;

    /// <summary>Asks the student for a line that is not shown while it is typed.</summary>
    public static Task<string> GetPasswordAsync(string prompt = "") => GetInputAsync(prompt, "password");
}
