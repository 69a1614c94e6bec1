using System.Text.Json;
using LogRegCourse.Kernel.Messages;

namespace LogRegCourse.Kernel.Session;

/// <summary>Where a cell's outputs go. May be called by any thread while the cell runs.</summary>
internal interface IOutput
{
    /// <summary>Text that the cell printed.</summary>
    void Print(PrintStream stream, string text);

    /// <summary>A value that the cell displayed, or (isResult) its last expression's.</summary>
    void Show(IReadOnlyDictionary<string, JsonElement> bundle, bool isResult, string? displayId);

    /// <summary>A new bundle for a value shown earlier.</summary>
    void Update(string displayId, IReadOnlyDictionary<string, JsonElement> bundle);

    /// <summary>Takes the cell's outputs away; wait: only when the next one comes, so that nothing flickers.</summary>
    void Clear(bool wait);

    /// <summary>Waits for a line from the student; null when there is none to be had.</summary>
    string? ReadLine(string prompt, bool isPassword);
}
