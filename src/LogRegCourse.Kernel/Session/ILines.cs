namespace LogRegCourse.Kernel.Session;

/// <summary>Where a cell gets a line that the student writes.</summary>
internal interface ILines
{
    /// <summary>Asks, and waits for the answer or for the cell to be stopped (null).</summary>
    string? Ask(string cellId, string prompt, bool isPassword);

    /// <summary>Answers who waits; without anyone it is lost.</summary>
    void Provide(string? line);
}
