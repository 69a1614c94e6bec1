namespace LogRegCourse.App.Kernels;

/// <summary>What went wrong and ended nothing, for whoever looks at the terminal.</summary>
internal static class StudioLog
{
    // A cell may write a million broken messages.
    private const int Most = 100;
    private static int _said;

    public static void Say(string sentence)
    {
        var number = Interlocked.Increment(ref _said);
        if (number > Most) return;
        var line = sentence.ReplaceLineEndings(" ");
        Console.Error.WriteLine(line.Length > 500 ? line[..500] + " …" : line);
        if (number == Most) Console.Error.WriteLine("More of this kind is not shown.");
    }
}
