namespace LogRegCourse.Kernel.Scripting;

/// <summary>A text that the compiler would not survive. Place: where it becomes too much; Line: from 1.</summary>
internal sealed class TooDeepException(int place, int line)
    : Exception($"Line {line} is nested too deeply, or is too long a chain, for the compiler: take it apart, with variables for its parts.")
{
    public int Place => place;

    public int Line => line;
}
