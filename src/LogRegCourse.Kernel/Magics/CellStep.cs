namespace LogRegCourse.Kernel.Magics;

/// <summary>One piece of a cell, in the order in which they are done. Line: where it begins, from 1.</summary>
internal abstract record CellStep(int Line);

/// <summary>C#. The text is the whole cell's, everything else in it blank, so that places stay what they are.</summary>
internal sealed record CSharpStep(string Text, int Line) : CellStep(Line);

/// <summary>Lines of another language, that of the kernel named.</summary>
internal sealed record OtherStep(string Kernel, IReadOnlyList<string> Arguments, string Text, int Line) : CellStep(Line);

/// <summary>A line that begins with #! and asks the kernel for something.</summary>
internal sealed record MagicStep(string Name, IReadOnlyList<string> Arguments, int Line) : CellStep(Line)
{
    /// <summary>The word after an option, as --name x; null where it is missing.</summary>
    public string? Option(string name) =>
        Arguments.Index().Where(argument => argument.Item == name).Select(argument => Arguments.ElementAtOrDefault(argument.Index + 1)).FirstOrDefault();

    /// <summary>The words that belong to no option.</summary>
    public IReadOnlyList<string> Words =>
        [.. Arguments.Where((argument, index) => !argument.StartsWith("--", StringComparison.Ordinal) && (index == 0 || !Arguments[index - 1].StartsWith("--", StringComparison.Ordinal)))];
}
